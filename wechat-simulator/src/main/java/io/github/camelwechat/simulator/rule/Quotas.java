package io.github.camelwechat.simulator.rule;

import java.time.Clock;
import java.time.Instant;
import java.time.YearMonth;
import java.util.HashMap;
import java.util.Map;
import java.util.TreeMap;

import io.github.camelwechat.simulator.answer.ApiError;
import io.github.camelwechat.simulator.time.Beijing;
import org.jspecify.annotations.Nullable;

/** How often one account has called, and how often it may. Days and minutes are those of the clock. Thread-safe. */
final class Quotas {

    /** The token interfaces have limits of their own, whatever the account. */
    private static final Map<String, CallLimits> DOCUMENTED = Map.of(
            "/cgi-bin/token", new CallLimits(2_000, CallLimits.NONE),
            "/cgi-bin/stable_token", new CallLimits(500_000, 10_000));
    private static final int CLEARED_A_MONTH = 10;

    private final Clock clock;
    private final Map<String, CallLimits> limits = new HashMap<>();
    private final Map<String, CallCount> counts = new HashMap<>();
    private @Nullable YearMonth month;
    private int clearedInMonth;

    Quotas(Clock clock) {
        this.clock = clock;
        limits.putAll(DOCUMENTED);
    }

    synchronized void limit(String path, CallLimits to) {
        limits.put(path, to);
    }

    synchronized CallLimits limits(String path) {
        return limits.getOrDefault(path, CallLimits.UNLIMITED);
    }

    /** {@return those of every interface that has one or was called} */
    synchronized Map<String, CallLimits> limits() {
        Map<String, CallLimits> all = new TreeMap<>(limits);
        counts.keySet().forEach(path -> all.putIfAbsent(path, CallLimits.UNLIMITED));
        return all;
    }

    /** {@return the count with this call} */
    synchronized CallCount count(String path) {
        Instant now = clock.instant();
        return counts.compute(path, (same, count) -> (count == null ? CallCount.none(now) : count).more(now));
    }

    /** Refuses the call that was counted as the last of {@code count}, if it is one too many. */
    void check(String path, CallCount count) {
        CallLimits limits = limits(path);
        ApiError.requireAtGateway(count.onDay() <= limits.daily(), 45009);
        ApiError.requireAtGateway(count.inMinute() <= limits.perMinute(), 45011);
    }

    synchronized long usedToday(String path) {
        CallCount count = counts.get(path);
        return count == null ? 0 : count.at(clock.instant()).onDay();
    }

    /** What clear_quota does: all interfaces begin anew, ten times a month. */
    synchronized void clear() {
        YearMonth current = Beijing.month(clock.instant());
        if (!current.equals(month)) {
            month = current;
            clearedInMonth = 0;
        }
        ApiError.requireAtGateway(clearedInMonth < CLEARED_A_MONTH, 48006);
        clearedInMonth++;
        counts.clear();
    }

    synchronized void reset() {
        limits.clear();
        limits.putAll(DOCUMENTED);
        counts.clear();
        month = null;
    }
}
