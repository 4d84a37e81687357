package io.github.camelwechat.material.internal.inflight;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

/** Who has a slot, and who is next. */
class SlotsTest {

    private final UnderWay underWay = new UnderWay();
    private final Slots slots = new Slots(1);

    @AfterEach
    void close() throws Exception {
        underWay.close();
    }

    private InflightExchange<String> waiting() {
        return waiting(slots);
    }

    private InflightExchange<String> waiting(Slots owned) {
        InflightExchange<String> exchange = underWay.new Upload().inflight();
        owned.waitFor(exchange);
        return exchange;
    }

    /** One that has no slot yet takes the one offered. */
    private static boolean waits(InflightExchange<String> exchange) {
        return exchange.takeSlot();
    }

    @Test
    void oneThatWasGivenBackCanBeTakenAgain() {
        assertThat(slots.tryTake(false)).isTrue();
        assertThat(slots.tryTake(false)).isFalse();

        slots.giveBack();

        assertThat(slots.tryTake(false)).isTrue();
        assertThat(slots.tryTake(false)).isFalse();
    }

    @Test
    void eightMoreAreForWorkersOnly() {
        assertThat(slots.tryTake(true)).isTrue();
        assertThat(slots.tryTake(false)).isFalse();
        for (int i = 0; i < 8; i++) {
            assertThat(slots.tryTake(true)).isTrue();
        }
        assertThat(slots.tryTake(true)).isFalse();
    }

    @Test
    void whoWaitsGetsTheOneGivenBack() {
        slots.tryTake(false);
        InflightExchange<String> first = waiting();
        InflightExchange<String> second = waiting();

        slots.giveBack();

        assertThat(waits(first)).isFalse();
        assertThat(waits(second)).isTrue();
        assertThat(slots.tryTake(false)).as("it was handed on").isFalse();
    }

    @Test
    void whatWorkersTookIsRepaidBeforeAnybodyGetsOne() {
        slots.tryTake(false);
        slots.tryTake(true);
        InflightExchange<String> exchange = waiting();
        InflightExchange<String> other = waiting();

        slots.giveBack();
        assertThat(slots.tryTake(false)).isFalse();
        assertThat(waits(other)).isTrue();

        slots.giveBack();
        assertThat(waits(exchange)).isFalse();
    }

    @Test
    void oneThatHasBecomeFreeMeanwhileNeedsNoWaiting() {
        InflightExchange<String> exchange = waiting();

        assertThat(waits(exchange)).isFalse();
        assertThat(slots.tryTake(false)).isFalse();
    }

    @Test
    void noneIsFreeForASecondOne() {
        waiting();

        assertThat(waits(waiting())).isTrue();
    }

    @Test
    void whoHasHisAnswerAlreadyLeavesItToOthers() {
        InflightExchange<String> answered = underWay.new Upload().inflight();
        answered.takeSlot();
        slots.waitFor(answered);
        assertThat(slots.tryTake(false)).isTrue();
        InflightExchange<String> next = waiting();

        slots.giveBack();

        assertThat(waits(next)).isFalse();
    }

    @Test
    void whoIsForgottenGetsNone() {
        slots.tryTake(false);
        InflightExchange<String> forgotten = waiting();
        slots.forget(forgotten);

        slots.giveBack();

        assertThat(waits(forgotten)).isTrue();
        assertThat(slots.tryTake(false)).isTrue();
    }

    @Test
    void ownersTakeTurns() {
        Slots others = slots.forAnotherOwner();
        slots.tryTake(false);
        InflightExchange<String> first = waiting();
        waiting();
        InflightExchange<String> other = waiting(others);

        slots.giveBack();
        assertThat(waits(other)).isFalse();
        others.giveBack();
        assertThat(waits(first)).isFalse();
    }

    @Test
    void slotThatAnAnsweredExchangeDoesNotTakeIsTheNextOwners() {
        Slots others = slots.forAnotherOwner();
        slots.tryTake(false);
        InflightExchange<String> first = waiting();
        InflightExchange<String> answered = waiting(others);
        answered.takeSlot();

        slots.giveBack();

        assertThat(waits(first)).isFalse();
        assertThat(slots.tryTake(false)).isFalse();
    }

    @Test
    void reserveIsOfAllOwnersTogether() {
        Slots others = slots.forAnotherOwner();
        slots.tryTake(false);
        for (int i = 0; i < 4; i++) {
            assertThat(slots.tryTake(true)).isTrue();
            assertThat(others.tryTake(true)).isTrue();
        }

        assertThat(slots.tryTake(true)).isFalse();
        assertThat(others.tryTake(true)).isFalse();
    }
}
