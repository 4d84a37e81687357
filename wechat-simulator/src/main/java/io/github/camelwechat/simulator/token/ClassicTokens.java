package io.github.camelwechat.simulator.token;

import java.time.Instant;

import org.jspecify.annotations.Nullable;

/**
 * The world of {@code /cgi-bin/token} for one account: each call makes a new token, the one before lives 5 minutes
 * more.
 */
final class ClassicTokens {

    private @Nullable AccessToken current;

    AccessToken issue(AccessToken fresh, Instant now) {
        if (current != null) {
            current.displace(now.plus(AccessToken.GRACE));
        }
        current = fresh;
        return fresh;
    }
}
