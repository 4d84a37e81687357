package io.github.camelwechat.simulator.rule;

import java.time.Instant;
import java.time.LocalDate;

import io.github.camelwechat.simulator.time.Beijing;

/** How often an interface was called on a day, and within a minute of it. Immutable. */
record CallCount(LocalDate day, long onDay, long minute, long inMinute) {

    private static final long SECONDS = 60;

    static CallCount none(Instant now) {
        return new CallCount(Beijing.day(now), 0, minuteOf(now), 0);
    }

    CallCount more(Instant now) {
        CallCount current = at(now);
        return new CallCount(current.day, current.onDay + 1, current.minute, current.inMinute + 1);
    }

    /** {@return the same without what a new day or minute has made void} */
    CallCount at(Instant now) {
        CallCount fresh = none(now);
        return new CallCount(
                fresh.day, fresh.day.equals(day) ? onDay : 0, fresh.minute, fresh.minute == minute ? inMinute : 0);
    }

    private static long minuteOf(Instant now) {
        return Math.floorDiv(now.getEpochSecond(), SECONDS);
    }
}
