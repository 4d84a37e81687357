package io.github.camelwechat.s3;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;

import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

class InProgressTest {

    private static final String KEY = "camel.png";

    private final Hands hands = new Hands();
    private final InProgress inProgress = new InProgress(hands, Duration.ofSeconds(10), Duration.ofSeconds(30));

    @Test
    void takesNoKeyTwice() {
        assertThat(inProgress.add(KEY)).isTrue();
        assertThat(inProgress.add(KEY)).isFalse();
        assertThat(inProgress.contains(KEY)).isTrue();
        assertThat(inProgress.confirm(KEY)).isTrue();
        inProgress.clear();
        assertThat(inProgress.add(KEY)).isTrue();
    }

    @Test
    void restsTwiceAsLongEachTimeUpToABound() {
        for (int seconds : new int[] { 10, 20, 30, 30 }) {
            assertThat(inProgress.add(KEY)).isTrue();
            inProgress.start(KEY);
            assertThat(inProgress.remove(KEY)).isTrue();
            hands.forward(seconds - 1);
            assertThat(inProgress.add(KEY)).as("after %d s", seconds - 1).isFalse();
            hands.forward(1);
        }
    }

    @Test
    void aSuccessEndsTheRests() {
        fail();
        hands.forward(10);
        assertThat(inProgress.add(KEY)).isTrue();
        inProgress.start(KEY);
        inProgress.finish(KEY);
        assertThat(inProgress.remove(KEY)).isTrue();
        assertThat(inProgress.add(KEY)).as("in the poll that still lists it").isFalse();
        inProgress.beginPoll();
        assertThat(inProgress.add(KEY)).isTrue();
        fail();
        hands.forward(10);
        assertThat(inProgress.add(KEY)).as("the first rest again").isTrue();
    }

    @Test
    void whatAPollCouldNotHandOnRests() {
        assertThat(inProgress.add(KEY)).isTrue();
        inProgress.beginPoll();
        assertThat(inProgress.add(KEY)).isFalse();
        hands.forward(10);
        assertThat(inProgress.add(KEY)).isTrue();
    }

    /** An object that somebody else has removed is never listed again. */
    @Test
    void forgetsTheRestsOfWhatIsNotListedAnyMore() {
        fail();
        hands.forward(10);
        fail();
        hands.forward(20 + 31);
        inProgress.beginPoll();
        fail();
        hands.forward(10);
        assertThat(inProgress.add(KEY)).as("the first rest again").isTrue();
    }

    private void fail() {
        inProgress.add(KEY);
        inProgress.start(KEY);
        inProgress.remove(KEY);
    }

    /** A clock that is moved. */
    private static final class Hands extends Clock {

        private Instant now = Instant.EPOCH;

        void forward(int seconds) {
            now = now.plusSeconds(seconds);
        }

        @Override
        public Instant instant() {
            return now;
        }

        @Override
        public ZoneId getZone() {
            return ZoneOffset.UTC;
        }

        @Override
        public Clock withZone(ZoneId zone) {
            return this;
        }
    }
}
