package io.github.camelwechat.material.internal.inflight;

import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import java.util.concurrent.TimeUnit;

import io.github.camelwechat.material.error.NotSentException;
import io.github.camelwechat.material.internal.call.Call;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

/** Who has a permit, and who is next. */
class PermitsTest {

    /** A thread of the common pool may run by itself what it waits for. */
    private static final Executor OWN_THREAD = task -> new Thread(task).start();

    private final Permits permits = new Permits(2);
    private final List<String> granted = new ArrayList<>();

    private final Map<String, Permits.Permit> held = new HashMap<>();

    private Call<Permits.Permit> ask(String who) {
        return ask(permits, who);
    }

    private Call<Permits.Permit> ask(Permits owned, String who) {
        Call<Permits.Permit> permit = owned.acquire("addMaterial");
        permit.listen((got, failure) -> {
            if (failure == null) {
                granted.add(who);
                held.put(who, got);
            }
        });
        return permit;
    }

    private void release(String who) {
        held.get(who).release();
    }

    @Test
    void thereAreAsManyAsWereMade() {
        ask("a");
        ask("b");
        ask("c");

        assertThat(granted).containsExactly("a", "b");
    }

    @Test
    void whoWaitsLongestGetsTheNextOne() {
        for (String who : List.of("a", "b", "c", "d")) {
            ask(who);
        }

        release("a");
        assertThat(granted).containsExactly("a", "b", "c");
        release("b");
        assertThat(granted).containsExactly("a", "b", "c", "d");
    }

    @Test
    void oneThatNobodyWaitsForIsKept() {
        ask("a");
        ask("b");
        release("a");
        release("b");

        ask("c");
        ask("d");
        ask("e");
        assertThat(granted).containsExactly("a", "b", "c", "d");
    }

    @Test
    void onePermitIsGivenBackOnce() {
        ask("a");
        ask("b");
        ask("c");
        ask("d");
        release("a");
        release("a");

        assertThat(granted).containsExactly("a", "b", "c");
    }

    @Test
    void whoIsAbortedIsPassedOver() {
        Call<Permits.Permit> has = ask("a");
        ask("b");
        Call<Permits.Permit> waits = ask("c");
        ask("d");

        has.abort("too late");
        waits.abort("time is up");
        assertThat(waits.toFuture()).failsWithin(Duration.ZERO).withThrowableThat()
                .withCauseInstanceOf(NotSentException.class).withMessageContaining("addMaterial: not sent, time is up");
        release("a");
        assertThat(granted).containsExactly("a", "b", "d");
    }

    @Test
    void closedTheyGoToNobodyAndWhoAsksWaits() {
        ask("a");
        ask("b");
        Call<Permits.Permit> before = ask("before");
        permits.close();
        release("a");
        Call<Permits.Permit> after = ask("after");
        release("b");

        assertThat(granted).containsExactly("a", "b");
        assertThat(before.isEnded()).isFalse();
        after.abort("the component was stopped");
        assertThat(after.isEnded()).isTrue();
    }

    @Test
    void ownersTakeTurns() {
        Permits others = permits.forAnotherOwner();
        for (String who : List.of("a", "b", "c", "d", "e")) {
            ask(who);
        }
        ask(others, "other 1");
        ask(others, "other 2");

        for (String who : List.of("a", "b", "other 1", "c", "other 2")) {
            release(who);
        }
        assertThat(granted).containsExactly("a", "b", "other 1", "c", "other 2", "d", "e");
    }

    @Test
    void ownerThatIsAbortedKeepsItsTurn() {
        Permits others = permits.forAnotherOwner();
        for (String who : List.of("a", "b", "c", "d")) {
            ask(who);
        }
        ask(others, "other 1").abort("time is up");

        release("a");
        ask(others, "other 2");
        release("b");

        assertThat(granted).containsExactly("a", "b", "c", "other 2");
    }

    @Test
    void closedTheyGoToNoOwner() {
        Permits others = permits.forAnotherOwner();
        ask("a");
        ask("b");
        Call<Permits.Permit> before = ask(others, "before");
        permits.close();
        release("a");

        assertThat(before.isEnded()).isFalse();
        assertThat(others.acquire("addMaterial").isEnded()).isFalse();
    }

    @Test
    void noLockIsHeldWhileAGrantIsTold() {
        Permits others = permits.forAnotherOwner();
        ask("a");
        ask("b");
        List<Permits.Permit> free = new ArrayList<>();
        Call<Permits.Permit> waits = permits.acquire("addMaterial");
        waits.listen((got, failure) -> {
            release("b");
            free.add(CompletableFuture.supplyAsync(() -> others.acquire("addMaterial"), OWN_THREAD).join()
                    .toFuture().orTimeout(10, TimeUnit.SECONDS).join());
        });

        CompletableFuture<Void> released = CompletableFuture.runAsync(() -> release("a"), OWN_THREAD);

        assertThat(released).succeedsWithin(Duration.ofSeconds(20));
        assertThat(free).hasSize(1);
    }

    @Test
    void abortThatRacesWithAGrantLosesNoPermit() throws Exception {
        Permits one = new Permits(1);
        Permits others = one.forAnotherOwner();
        for (int i = 0; i < 5000; i++) {
            Permits.Permit first = one.acquire("addMaterial").toFuture().get(10, TimeUnit.SECONDS);
            Call<Permits.Permit> waits = others.acquire("addMaterial");

            CompletableFuture<Void> abort = CompletableFuture.runAsync(() -> waits.abort("too late"));
            first.release();
            abort.join();

            assertThat(waits.isEnded()).isTrue();
            waits.listen((got, failure) -> {
                if (failure == null) {
                    got.release();
                }
            });
        }
        assertThat(one.acquire("addMaterial").isEnded()).isTrue();
    }
}
