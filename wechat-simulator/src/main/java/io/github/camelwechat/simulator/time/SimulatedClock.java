package io.github.camelwechat.simulator.time;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.concurrent.atomic.AtomicReference;

/**
 * The simulator's own time: another clock plus what it has been moved forward by. Token ages, daily limits,
 * {@code update_time} and the {@code rid} of errors follow it; delays of answers do not, they are real. Thread-safe.
 */
public final class SimulatedClock extends Clock {

    private static final Instant END = Instant.parse("2101-01-01T00:00:00Z");

    private final Clock base;
    private final AtomicReference<Duration> moved;

    /**
     * A clock that has not been moved yet. Internal: not API.
     *
     * @param base what goes on ticking underneath; a fixed clock makes time stand still but for {@link #forward}
     */
    public SimulatedClock(Clock base) {
        this(base, new AtomicReference<>(Duration.ZERO));
    }

    private SimulatedClock(Clock base, AtomicReference<Duration> moved) {
        this.base = base;
        this.moved = moved;
    }

    /**
     * Moves this clock, for good.
     *
     * @param by how far, not negative: tokens that come back to life would be no use to anybody; and not out of the
     *           year 2100: dates that far off are typing mistakes
     */
    public void forward(Duration by) {
        if (by.isNegative()) {
            throw new IllegalArgumentException(
                    "The clock can only be moved forward, not by " + by.toMillis() + " ms; start a new simulator to go back");
        }
        moved.updateAndGet(old -> {
            Instant now = base.instant().plus(old);
            if (by.compareTo(Duration.between(now, END)) >= 0) {
                throw new IllegalArgumentException(
                        "The clock, at " + now + ", cannot be moved by " + by.toSeconds()
                                                   + " seconds: that is beyond the year 2100");
            }
            return old.plus(by);
        });
    }

    @Override
    public Instant instant() {
        return base.instant().plus(moved.get());
    }

    @Override
    public ZoneId getZone() {
        return base.getZone();
    }

    /** {@return the same moving time seen from another zone} */
    @Override
    public Clock withZone(ZoneId zone) {
        return new SimulatedClock(base.withZone(zone), moved);
    }
}
