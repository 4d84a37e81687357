package io.github.camelwechat.material.internal.token;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;

import io.github.camelwechat.material.error.WechatMaterialException;
import org.jspecify.annotations.Nullable;

/**
 * No token is given, for the time being.
 *
 * @param until null for as long as nobody says otherwise
 */
record CachedFailure(WechatMaterialException failure, @Nullable Instant until) {

    /** The time for which a refusal of the secret, or of this machine's address, is believed without asking again. */
    static final Duration LASTS = Duration.ofSeconds(30);

    boolean holds(Clock clock) {
        return until == null || SparingTokenSource.isAhead(clock, until, LASTS);
    }
}
