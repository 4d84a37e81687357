package io.github.camelwechat.material.internal.inflight;

import java.lang.ref.WeakReference;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ThreadLocalRandom;
import java.util.stream.IntStream;
import java.util.stream.Stream;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

/** Order among the owners of one bound. */
class FairBoundTest {

    private static final int RESERVE = 1;

    private final Set<String> unwilling = new HashSet<>();
    private final FairBound<String> bound = new FairBound<>(1, waiter -> !unwilling.contains(waiter));
    private final FairBound<String>.Owner a = bound.newOwner();
    private final FairBound<String>.Owner b = bound.newOwner();
    private final FairBound<String>.Owner c = bound.newOwner();

    private static void wait(FairBound<String>.Owner owner, String... waiters) {
        for (String waiter : waiters) {
            assertThat(owner.takeOrWait(waiter)).isFalse();
        }
    }

    private void takeTheFreeOne() {
        assertThat(a.tryTake(0)).isTrue();
    }

    private List<@Nullable String> grants(int count) {
        return IntStream.range(0, count).mapToObj(i -> bound.giveBack()).toList();
    }

    @Test
    void ownersTakeTurnsHoweverManyWait() {
        takeTheFreeOne();
        wait(a, "a1", "a2", "a3", "a4");
        wait(b, "b1", "b2");
        wait(c, "c1");

        assertThat(grants(7)).containsExactly("b1", "c1", "a1", "b2", "a2", "a3", "a4");
    }

    @Test
    void ownerThatWasGrantedAFreeOneWaitsItsTurn() {
        takeTheFreeOne();
        wait(a, "a1");
        wait(b, "b1");

        assertThat(grants(2)).containsExactly("b1", "a1");
    }

    @Test
    void ownerThatWasGrantedAFreeOneOnWaitingWaitsItsTurn() {
        assertThat(a.takeOrWait("a0")).isTrue();
        wait(a, "a1");
        wait(b, "b1");

        assertThat(grants(2)).containsExactly("b1", "a1");
    }

    @Test
    void ownerThatWasGrantedAReservedOneWaitsItsTurn() {
        takeTheFreeOne();
        wait(b, "b1", "b2");
        wait(c, "c1");
        assertThat(b.tryTake(RESERVE)).isTrue();
        assertThat(b.tryTake(RESERVE)).as("the reserve is of the whole").isFalse();
        assertThat(c.tryTake(RESERVE)).isFalse();

        assertThat(bound.giveBack()).as("repays the reserve").isNull();
        assertThat(grants(3)).containsExactly("c1", "b1", "b2");
    }

    @Test
    void ownerIsNotForgottenWhileNobodyOfItWaits() {
        takeTheFreeOne();
        wait(a, "a1");
        wait(b, "b1");
        assertThat(grants(2)).containsExactly("b1", "a1");
        wait(a, "a2");
        wait(b, "b2");

        assertThat(grants(2)).containsExactly("b2", "a2");
    }

    @Test
    void ownerWithoutAGrantIsFirst() {
        takeTheFreeOne();
        wait(a, "a1", "a2");
        wait(b, "b1", "b2");
        assertThat(grants(2)).containsExactly("b1", "a1");
        wait(c, "c1");

        assertThat(grants(3)).containsExactly("c1", "b2", "a2");
    }

    @Test
    void newOwnersThatKeepComingStarveNobody() {
        takeTheFreeOne();
        wait(a, "a1");
        List<String> granted = new ArrayList<>();
        for (int i = 0; i < 100; i++) {
            wait(bound.newOwner(), "new" + i);
            granted.add(bound.giveBack());
        }

        assertThat(granted).contains("a1");
    }

    @Test
    void unwillingWaiterDoesNotCostItsOwnerTheTurn() {
        takeTheFreeOne();
        wait(a, "a1");
        wait(b, "b1", "b2");
        wait(c, "c1");
        unwilling.add("b1");

        assertThat(grants(3)).containsExactly("b2", "c1", "a1");
    }

    @Test
    void unwillingWaiterLeavesItToTheNextOwner() {
        takeTheFreeOne();
        wait(a, "a1");
        wait(b, "b1");
        wait(c, "c1");
        unwilling.add("b1");

        assertThat(bound.giveBack()).isEqualTo("c1");
        wait(c, "c2");
        wait(b, "b2");
        assertThat(grants(3)).as("b had none").containsExactly("b2", "a1", "c2");
    }

    @Test
    void oneThatNobodyWantsIsFree() {
        takeTheFreeOne();
        wait(a, "a1");
        wait(b, "b1");
        unwilling.addAll(List.of("a1", "b1"));

        assertThat(bound.giveBack()).isNull();
        assertThat(b.tryTake(0)).isTrue();
        assertThat(b.tryTake(0)).isFalse();
    }

    @Test
    void removedWaiterIsPassedOver() {
        takeTheFreeOne();
        wait(a, "a1", "a2");
        wait(b, "b1", "b2");
        assertThat(b.remove("b1")).isTrue();
        assertThat(b.remove("b1")).isFalse();

        assertThat(grants(3)).containsExactly("b2", "a1", "a2");
        assertThat(a.remove("a1")).as("was granted one").isFalse();
    }

    @Test
    void ownerWhoseWaitersAreRemovedKeepsItsTurn() {
        takeTheFreeOne();
        wait(a, "a1");
        wait(b, "b1");
        wait(c, "c1");
        b.remove("b1");

        assertThat(bound.giveBack()).isEqualTo("c1");
        wait(c, "c2");
        wait(b, "b2");
        assertThat(grants(3)).containsExactly("b2", "a1", "c2");
    }

    @Test
    void closedItGrantsNoOwnerAny() {
        takeTheFreeOne();
        wait(b, "b1");
        bound.close();

        assertThat(grants(2)).containsExactly(null, null);
        assertThat(b.tryTake(RESERVE)).isFalse();
        assertThat(c.takeOrWait("c1")).isFalse();
    }

    private List<WeakReference<?>> usedOwners() {
        List<WeakReference<?>> used = new ArrayList<>();
        for (int i = 0; i < 3000; i++) {
            FairBound<String>.Owner owner = bound.newOwner();
            wait(owner, "granted" + i, "removed" + i);
            bound.giveBack();
            owner.remove("removed" + i);
            used.add(new WeakReference<>(owner));
        }
        return used;
    }

    @Test
    void ownersThatNobodyRefersToAreGarbage() {
        takeTheFreeOne();
        List<WeakReference<?>> used = usedOwners();

        for (int i = 0; i < 100 && used.stream().anyMatch(owner -> owner.get() != null); i++) {
            System.gc();
        }
        assertThat(used).allMatch(owner -> owner.get() == null);
        assertThat(bound.giveBack()).isNull();
    }

    /** Against a plain list of the owners by their last grant. */
    @Test
    void grantIsAlwaysOfTheOwnerThatHasGoneLongestWithout() {
        takeTheFreeOne();
        List<FairBound<String>.Owner> owners = Stream.generate(bound::newOwner).limit(20).toList();
        List<Integer> byLastGrant = new ArrayList<>(IntStream.range(0, owners.size()).boxed().toList());
        List<String> waiting = new ArrayList<>();
        for (int i = 0; i < 20_000; i++) {
            int index = ThreadLocalRandom.current().nextInt(owners.size());
            String waiter = index + "-" + i;
            if (waiting.size() < 40) {
                wait(owners.get(index), waiter);
                waiting.add(waiter);
            }
            if (i % 3 == 0) {
                String removed = waiting.remove(ThreadLocalRandom.current().nextInt(waiting.size()));
                assertThat(owners.get(owner(removed)).remove(removed)).isTrue();
            }
            if (i % 2 == 0 && !waiting.isEmpty()) {
                int next = byLastGrant.stream().filter(owner -> waiting.stream().anyMatch(one -> owner(one) == owner))
                        .findFirst().orElseThrow();
                String expected = waiting.stream().filter(one -> owner(one) == next).findFirst().orElseThrow();
                assertThat(bound.giveBack()).isEqualTo(expected);
                waiting.remove(expected);
                byLastGrant.remove((Integer) next);
                byLastGrant.add(next);
            }
        }
    }

    private static int owner(String waiter) {
        return Integer.parseInt(waiter.substring(0, waiter.indexOf('-')));
    }
}
