package io.github.camelwechat.material;

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

    private Flight waiting() {
        Flight flight = underWay.new Upload().flight();
        slots.waitFor(flight);
        return flight;
    }

    /** One that has no slot yet takes the one offered. */
    private static boolean waits(Flight flight) {
        return flight.takeSlot();
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
        Flight first = waiting();
        Flight second = waiting();

        slots.giveBack();

        assertThat(waits(first)).isFalse();
        assertThat(waits(second)).isTrue();
        assertThat(slots.tryTake(false)).as("it was handed on").isFalse();
    }

    @Test
    void whatWorkersTookIsRepaidBeforeAnybodyGetsOne() {
        slots.tryTake(false);
        slots.tryTake(true);
        Flight flight = waiting();
        Flight other = waiting();

        slots.giveBack();
        assertThat(slots.tryTake(false)).isFalse();
        assertThat(waits(other)).isTrue();

        slots.giveBack();
        assertThat(waits(flight)).isFalse();
    }

    @Test
    void oneThatHasBecomeFreeMeanwhileNeedsNoWaiting() {
        Flight flight = waiting();

        assertThat(waits(flight)).isFalse();
        assertThat(slots.tryTake(false)).isFalse();
    }

    @Test
    void noneIsFreeForASecondOne() {
        waiting();

        assertThat(waits(waiting())).isTrue();
    }

    @Test
    void whoHasHisAnswerAlreadyLeavesItToOthers() {
        Flight answered = underWay.new Upload().flight();
        answered.takeSlot();
        slots.waitFor(answered);
        assertThat(slots.tryTake(false)).isTrue();
        Flight next = waiting();

        slots.giveBack();

        assertThat(waits(next)).isFalse();
    }

    @Test
    void whoIsForgottenGetsNone() {
        slots.tryTake(false);
        Flight forgotten = waiting();
        slots.forget(forgotten);

        slots.giveBack();

        assertThat(waits(forgotten)).isTrue();
        assertThat(slots.tryTake(false)).isTrue();
    }
}
