package io.github.camelwechat.material.internal.health;

import java.time.Duration;
import java.util.function.LongSupplier;

/**
 * The time that the health checks of one probe may wait together. Camel calls checks one by one and does not say which
 * calls belong to one probe, so the time runs from the first call. The calls of the next seconds share it, whichever
 * thread makes them, and do not wait once it is over. Thread-safe.
 */
final class ProbeWait {

    static final Duration WAIT_LIMIT = Duration.ofSeconds(2);
    /** The least time between the starts of two waits: a probe that takes longer waits twice. */
    static final Duration PERIOD = Duration.ofSeconds(5);

    private final LongSupplier nanoTime;
    private boolean began;
    private long start;

    /** @param nanoTime counts as {@link System#nanoTime} does */
    ProbeWait(LongSupplier nanoTime) {
        this.nanoTime = nanoTime;
    }

    /** Starts the wait of a probe; false if the current one is to be shared. */
    synchronized boolean begin() {
        long now = nanoTime.getAsLong();
        if (began && now - start < PERIOD.toNanos()) {
            return false;
        }
        began = true;
        start = now;
        return true;
    }

    /** Returns the nanoseconds that a call may still wait, 0 or more. */
    synchronized long left() {
        return Math.max(0, WAIT_LIMIT.toNanos() - (nanoTime.getAsLong() - start));
    }
}
