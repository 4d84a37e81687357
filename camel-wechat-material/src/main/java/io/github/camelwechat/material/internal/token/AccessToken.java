package io.github.camelwechat.material.internal.token;

import java.time.Duration;
import java.time.Instant;
import java.util.function.Function;

import io.github.camelwechat.material.internal.transport.Authorization;
import io.github.camelwechat.material.internal.transport.JsonAnswer;

/**
 * A token and how long it serves.
 *
 * @param authorization carries it
 * @param expiresAt     {@link Instant#MAX} for a fixed token
 * @param renewFrom     from when on a newer one is asked for while this one still serves
 */
public record AccessToken(Authorization authorization, Instant expiresAt, Instant renewFrom) {

    /** For five minutes around a renewal the old and the new token both work, with any interface. */
    private static final Duration OVERLAP = Duration.ofMinutes(4);
    private static final Duration MARGIN = Duration.ofSeconds(10);

    /**
     * Reads the token in an answer.
     *
     * @param field         with the token
     * @param authorization carries it
     * @param asked         before the request went out
     */
    public static AccessToken in(
            JsonAnswer answer, String field, Function<String, Authorization> authorization, Instant asked) {
        String value = answer.id(field);
        int seconds = answer.count("expires_in");
        if (seconds == 0) {
            throw answer.unexpected("the answer has a token that has expired (expires_in is 0)");
        }
        return of(authorization.apply(value), asked, Duration.ofSeconds(seconds));
    }

    /**
     * Returns the token of an answer.
     *
     * @param asked before the request went out
     * @param life  of the token, by the answer
     */
    public static AccessToken of(Authorization authorization, Instant asked, Duration life) {
        Instant end = asked.plus(life);
        return new AccessToken(
                authorization, end.minus(shorter(MARGIN, life.dividedBy(10))), end.minus(shorter(OVERLAP, life.dividedBy(2))));
    }

    private static Duration shorter(Duration a, Duration b) {
        return a.compareTo(b) < 0 ? a : b;
    }

    static AccessToken fixed(Authorization authorization) {
        return new AccessToken(authorization, Instant.MAX, Instant.MAX);
    }

    boolean isSameAs(AccessToken other) {
        return authorization.equals(other.authorization);
    }

    boolean servesAt(Instant now) {
        return now.isBefore(expiresAt);
    }

    boolean isDueAt(Instant now) {
        return !now.isBefore(renewFrom);
    }
}
