package io.github.camelwechat.simulator.token;

import java.time.Duration;
import java.time.Instant;

/** One token that was given out, and how it ends: by age (42001) or by being displaced (40001), whichever is first. */
final class AccessToken {

    static final Duration LIFETIME = Duration.ofHours(2);
    static final Duration GRACE = Duration.ofMinutes(5);

    private final String value;
    private final String appId;
    private Instant expiresAt;
    private Instant displacedAt = Instant.MAX;

    AccessToken(String value, String appId, Instant now) {
        this.value = value;
        this.appId = appId;
        this.expiresAt = now.plus(LIFETIME);
    }

    String value() {
        return value;
    }

    String appId() {
        return appId;
    }

    Duration remaining(Instant now) {
        return Duration.between(now, expiresAt);
    }

    void expire(Instant at) {
        expiresAt = earlier(expiresAt, at);
    }

    void displace(Instant at) {
        displacedAt = earlier(displacedAt, at);
    }

    boolean expired(Instant now) {
        return !now.isBefore(expiresAt) && !displacedAt.isBefore(expiresAt);
    }

    boolean displaced(Instant now) {
        return !now.isBefore(displacedAt) && displacedAt.isBefore(expiresAt);
    }

    boolean valid(Instant now) {
        return now.isBefore(expiresAt) && now.isBefore(displacedAt);
    }

    /** {@return whether it ended so long ago that nobody will ask for it again} */
    boolean forgettable(Instant now) {
        return now.isAfter(expiresAt.plus(Duration.ofDays(1)));
    }

    private static Instant earlier(Instant a, Instant b) {
        return a.isBefore(b) ? a : b;
    }
}
