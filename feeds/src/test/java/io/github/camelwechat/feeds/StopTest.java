package io.github.camelwechat.feeds;

import java.time.Duration;
import java.util.List;

import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

/** SIGTERM amid 200 slow uploads: what has begun is finished, and the rest stays where it was. */
class StopTest {

    private static final int INPUTS = 200;
    private static final int ON_WIRE = 64;
    private static final Duration LATENCY = Duration.ofMillis(1500);
    private static final int SIGTERM = 128 + 15;

    @Test
    void quarkusFinishesWhatItHasBegun() throws Exception {
        try (Simulator wechat = new Simulator(LATENCY); FileFeed feed = FileFeed.quarkus()) {
            List<Picture> pictures = Picture.make(INPUTS, 20_000);
            Stop stop = Stop.amid(feed, wechat, pictures, ON_WIRE);
            System.out.println("quarkus: " + stop);
            assertThatNothingIsLostOrStoredUnseen(stop);

            try (Program second = feed.start(wechat.account())) {
                second.awaitWhileItRuns(Duration.ofMinutes(1), () -> feed.waiting() == 0);
            }
            assertThat(wechat.hasStored(pictures)).as("each is stored once").isTrue();
        }
    }

    private static void assertThatNothingIsLostOrStoredUnseen(Stop stop) {
        assertThat(stop.atSignal()).as("in the middle").isLessThan(INPUTS);
        assertThat(stop.waiting()).as("not begun").isPositive();
        assertThat(stop.lost()).as("lost").isZero();
        assertThat(stop.storedNotDone()).as("stored, and not reported as stored").isZero();
        assertThat(stop.failed()).as("failed").isZero();
        assertThat(stop.done()).as("reported as stored").isEqualTo(stop.stored());
        assertThat(stop.exitCode()).as("exit code").isEqualTo(SIGTERM);
    }
}
