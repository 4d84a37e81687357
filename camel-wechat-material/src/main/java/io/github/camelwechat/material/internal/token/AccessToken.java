package io.github.camelwechat.material.internal.token;

import java.time.Instant;

/**
 * A token and how long it serves.
 *
 * @param value     the secret itself
 * @param expiresAt {@link Instant#MAX} for a fixed token
 * @param renewFrom from when on a newer one is asked for while this one still serves
 */
public record AccessToken(String value, Instant expiresAt, Instant renewFrom) {

    static AccessToken fixed(String value) {
        return new AccessToken(value, Instant.MAX, Instant.MAX);
    }

    boolean servesAt(Instant now) {
        return now.isBefore(expiresAt);
    }

    boolean isDueAt(Instant now) {
        return !now.isBefore(renewFrom);
    }

    /** Never the value. */
    @Override
    public String toString() {
        return "AccessToken[expiresAt=" + expiresAt + "]";
    }
}
