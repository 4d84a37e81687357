package io.github.camelwechat.material.internal.platform;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.atomic.AtomicLong;

import org.junit.jupiter.api.Test;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

/** Refused pushes show in the log, and do not fill it. */
class RefusedPushesTest {

    private final AtomicLong clock = new AtomicLong(Long.MAX_VALUE - 5);
    private final RefusedPushes refused = new RefusedPushes("my-platform", clock::get);

    /** {@return the lines that the log gets meanwhile} */
    private static List<String> log(Runnable task) {
        PrintStream before = System.err;
        ByteArrayOutputStream written = new ByteArrayOutputStream();
        System.setErr(new PrintStream(written, true, UTF_8));
        try {
            task.run();
        } finally {
            System.setErr(before);
        }
        return written.toString(UTF_8).lines().filter(line -> line.contains("RefusedPushes")).toList();
    }

    private void refuse(Refusal reason, int times) {
        for (int i = 0; i < times; i++) {
            refused.refused(reason);
        }
    }

    private void pass(Duration time) {
        clock.addAndGet(time.toNanos());
    }

    @Test
    void firstOneShowsAtOnce() {
        assertThat(log(() -> refuse(Refusal.SIGNATURE, 1))).singleElement().asString()
                .contains("WARN", "'my-platform'", "1 because the signature does not match");
    }

    @Test
    void logHasOneLineAMinuteWithAllReasons() {
        assertThat(log(() -> {
            refuse(Refusal.QUERY, 100_000);
            pass(Duration.ofSeconds(59));
            refuse(Refusal.SIGNATURE, 2);
            pass(Duration.ofSeconds(1));
            refuse(Refusal.QUERY, 5);
        })).satisfiesExactly(
                first -> assertThat(first).contains("1 because the query"),
                second -> assertThat(second).contains("100000 because the query", "2 because the signature"));
    }

    @Test
    void clockIsBlamedOnceAfterThreeGenuineOnesOfAnotherTime() {
        assertThat(log(() -> {
            refuse(Refusal.TOO_OLD, 2);
            refuse(Refusal.SIGNATURE, 1);
        })).noneMatch(line -> line.contains("ERROR"));
        assertThat(log(() -> refuse(Refusal.TOO_OLD, 10))).singleElement().asString()
                .contains("ERROR", "'my-platform'", "clock of this machine");
        assertThat(log(() -> refuse(Refusal.TOO_OLD, 10))).isEmpty();
    }

    @Test
    void clockIsBlamedAgainWhereAPushWasTakenInBetween() {
        log(() -> refuse(Refusal.TOO_EARLY, 3));
        refused.accepted();

        assertThat(log(() -> refuse(Refusal.TOO_EARLY, 2))).isEmpty();
        assertThat(log(() -> refuse(Refusal.TOO_EARLY, 1))).singleElement().asString().contains("ERROR");
    }
}
