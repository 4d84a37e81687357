package io.github.camelwechat.simulator.token;

import java.time.Duration;
import java.time.Instant;

import io.github.camelwechat.simulator.answer.ApiError;

/**
 * One token that was given out, and how it ends: by age (42001) or by being displaced (40001), whichever is first.
 * Internal: not API.
 */
public final class AccessToken {

    /** The life of a token, unless somebody shortens it. */
    public static final Duration LIFETIME = Duration.ofHours(2);
    /** The time for which a token goes on working after a newer one has displaced it. */
    public static final Duration GRACE = Duration.ofMinutes(5);

    private final String value;
    private final String owner;
    private Instant expiresAt;
    private Instant displacedAt = Instant.MAX;

    AccessToken(String value, String owner, Instant now, Duration lifetime) {
        this.value = value;
        this.owner = owner;
        this.expiresAt = now.plus(lifetime);
    }

    /** {@return the token as clients send it} */
    public String value() {
        return value;
    }

    /** {@return the AppID that it opens} */
    public String owner() {
        return owner;
    }

    Duration remaining(Instant now) {
        return Duration.between(now, expiresAt);
    }

    /**
     * Ends it as age does, unless it ends earlier.
     *
     * @param at the end
     */
    public void expire(Instant at) {
        expiresAt = earlier(expiresAt, at);
    }

    /**
     * Ends it as a newer token does, unless it ends earlier.
     *
     * @param at the end
     */
    public void displace(Instant at) {
        displacedAt = earlier(displacedAt, at);
    }

    /**
     * Refuses a token that has ended.
     *
     * @param now     the time
     * @param expired the errcode for one that has ended by age; 40001 is that of a displaced one
     */
    public void requireValid(Instant now, int expired) {
        ApiError.requireAtGateway(now.isBefore(displacedAt) || !displacedAt.isBefore(expiresAt), 40001);
        ApiError.requireAtGateway(now.isBefore(expiresAt), expired);
    }

    /**
     * {@return whether it has not ended}
     *
     * @param now the time
     */
    public boolean valid(Instant now) {
        return now.isBefore(expiresAt) && now.isBefore(displacedAt);
    }

    /** {@return whether it ended so long ago that nobody will ask for it again} */
    boolean forgettable(Instant now) {
        return now.isAfter(expiresAt.plus(Duration.ofDays(1)));
    }

    private static Instant earlier(Instant a, Instant b) {
        return a.isBefore(b) ? a : b;
    }

    /** Without the token itself. */
    @Override
    public String toString() {
        return "AccessToken[" + owner + ", until " + earlier(expiresAt, displacedAt) + "]";
    }
}
