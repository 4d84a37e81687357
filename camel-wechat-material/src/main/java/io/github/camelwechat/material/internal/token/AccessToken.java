package io.github.camelwechat.material.internal.token;

import java.time.Instant;

import io.github.camelwechat.material.internal.transport.Authorization;

/**
 * A token and how long it serves.
 *
 * @param authorization carries it
 * @param expiresAt     {@link Instant#MAX} for a fixed token
 * @param renewFrom     from when on a newer one is asked for while this one still serves
 */
public record AccessToken(Authorization authorization, Instant expiresAt, Instant renewFrom) {

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
