package io.github.camelwechat.simulator.token;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.function.Supplier;

import io.github.camelwechat.simulator.answer.ApiError;
import io.github.camelwechat.simulator.time.Beijing;
import org.jspecify.annotations.Nullable;

/** The world of {@code /cgi-bin/stable_token} for one account. */
final class StableTokens {

    private static final Duration SHORTEST_ANSWER = Duration.ofMinutes(5);
    private static final Duration BETWEEN_FORCED = Duration.ofSeconds(30);
    private static final int FORCED_A_DAY = 20;

    private @Nullable AccessToken current;
    private @Nullable AccessToken beforeForced;
    private @Nullable Instant lastForced;
    private @Nullable LocalDate day;
    private int forcedToday;

    /**
     * In the last 5 minutes a new token is made, and the old one lives on to its end: no answer is shorter than 300 s.
     */
    AccessToken normal(Supplier<AccessToken> fresh, Instant now) {
        if (current == null || !current.valid(now) || current.remaining(now).compareTo(SHORTEST_ANSWER) < 0) {
            current = fresh.get();
        }
        return current;
    }

    AccessToken forced(Supplier<AccessToken> fresh, Instant now) {
        if (current != null && current.valid(now) && lastForced != null && now.isBefore(lastForced.plus(BETWEEN_FORCED))) {
            return current;
        }
        countForced(now);
        if (beforeForced != null) {
            beforeForced.displace(now);
        }
        if (current != null) {
            current.displace(now.plus(AccessToken.GRACE));
        }
        beforeForced = current;
        current = fresh.get();
        lastForced = now;
        return current;
    }

    private void countForced(Instant now) {
        LocalDate today = Beijing.day(now);
        if (!today.equals(day)) {
            day = today;
            forcedToday = 0;
        }
        if (forcedToday >= FORCED_A_DAY) {
            throw ApiError.gateway(45009);
        }
        forcedToday++;
    }
}
