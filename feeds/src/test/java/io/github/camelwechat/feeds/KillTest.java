package io.github.camelwechat.feeds;

import java.time.Duration;

import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

import static org.assertj.core.api.Assertions.assertThat;

/** The application is killed in the middle of 200 uploads and started again: no input is lost, whatever feeds it. */
class KillTest {

    private static final int INPUTS = 200;

    /** What is on the wire; and where uploads need no thread, as many that are answered and not moved yet. */
    private static int mostSentTwice(FeedKind kind) {
        return switch (kind) {
            case FTP, SFTP -> 1;
            case JMS -> 16;
            case HTTP_FRONT, HTTP_FETCH -> 64;
            case FILE, FTP_TWO_STAGE, S3 -> 129;
        };
    }

    @Execution(ExecutionMode.CONCURRENT)
    @ParameterizedTest
    @EnumSource(FeedKind.class)
    void losesNoInput(FeedKind kind) throws Exception {
        try (Simulator wechat = new Simulator(Duration.ofMillis(50)); Feed feed = kind.make()) {
            Kill kill = Kill.amid(feed, wechat, Picture.make(INPUTS, 20_000));
            System.out.println(kind + ": " + kill);
            assertThat(kill.atKill()).as("in the middle").isLessThan(INPUTS);
            assertThat(kill.lost()).as("lost").isZero();
            assertThat(kill.failed()).as("failed").isZero();
            assertThat(kill.sentTwice()).as("sent twice").isLessThanOrEqualTo(mostSentTwice(kind));
        }
    }
}
