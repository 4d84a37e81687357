package io.github.camelwechat.simulator.platform;

import java.time.Instant;
import java.util.SortedSet;

import org.jspecify.annotations.Nullable;

/**
 * An account that has authorized a third-party platform, as it was when it was asked for.
 *
 * @param appId          the account
 * @param authorized     false after a withdrawal
 * @param permissionSets the granted sets
 * @param authorizedAt   the time of the newest authorization
 * @param refreshToken   the current refresh token; null if no code of it was redeemed yet
 */
public record Merchant(
        String appId,
        boolean authorized,
        SortedSet<Integer> permissionSets,
        Instant authorizedAt,
        @Nullable String refreshToken) {

    /** Without the refresh token. */
    @Override
    public String toString() {
        return "Merchant[" + appId + ", " + (authorized ? "authorized" : "withdrawn") + ", " + permissionSets + "]";
    }
}
