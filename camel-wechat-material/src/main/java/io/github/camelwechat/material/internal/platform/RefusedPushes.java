package io.github.camelwechat.material.internal.platform;

import java.time.Duration;
import java.time.Instant;
import java.util.EnumMap;
import java.util.Map;
import java.util.function.LongSupplier;
import java.util.stream.Collectors;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Refused pushes of a platform, counted by reason for the log. The log has one line a minute, as anybody can send more,
 * with nothing of the pushes. Thread-safe.
 */
public final class RefusedPushes {

    private static final Logger LOG = LoggerFactory.getLogger(RefusedPushes.class);
    private static final long QUIET_NANOS = Duration.ofMinutes(1).toNanos();
    /** Genuine pushes of another time in a row, by which a clock shows that it is wrong. */
    private static final int WRONG_TIMES = 3;

    private final String platform;
    private final LongSupplier nanoTime;
    private final Map<Refusal, Long> unlogged = new EnumMap<>(Refusal.class);
    private boolean logged;
    private long lastLine;
    private int wrongTimes;

    /**
     * Creates an empty count.
     *
     * @param platform by its name, for the log
     * @param nanoTime as {@link System#nanoTime}
     */
    public RefusedPushes(String platform, LongSupplier nanoTime) {
        this.platform = platform;
        this.nanoTime = nanoTime;
    }

    /** Counts a refusal. */
    public void refused(Refusal reason) {
        String line;
        boolean clockIsWrong;
        synchronized (this) {
            unlogged.merge(reason, 1L, Long::sum);
            line = isQuiet() ? null : line();
            // both come after the check of the signature; what strangers send in between says nothing
            boolean wrongTime = reason == Refusal.TOO_OLD || reason == Refusal.TOO_EARLY;
            clockIsWrong = wrongTime && ++wrongTimes == WRONG_TIMES;
        }
        if (line != null) {
            LOG.warn("Pushes to the platform '{}' were refused: {}", platform, line);
        }
        if (clockIsWrong) {
            LOG.error(
                    "The last {} genuine pushes to the platform '{}' were refused for their time: check the clock of this machine,"
                      + " which says {} (UTC). While pushes are refused, the platform gets no tickets, and stops within hours.",
                    WRONG_TIMES, platform, Instant.now());
        }
    }

    /** Hears of a push that was not refused. */
    public synchronized void accepted() {
        wrongTimes = 0;
    }

    private boolean isQuiet() {
        return logged && nanoTime.getAsLong() - lastLine < QUIET_NANOS;
    }

    private String line() {
        logged = true;
        lastLine = nanoTime.getAsLong();
        String reasons = unlogged.entrySet().stream()
                .map(entry -> entry.getValue() + " because " + entry.getKey().text()).collect(Collectors.joining("; "));
        unlogged.clear();
        return reasons;
    }
}
