package io.github.camelwechat.material.internal.transport;

import org.jspecify.annotations.Nullable;

/** What an account shows for itself. */
public sealed interface Credentials {

    /** The AppID; null only where there is none beside a fixed token. */
    @Nullable
    String appId();

    /** What no text may show. */
    String secret();

    /** The AppSecret, for which an interface gives access tokens. */
    record AppSecret(String appId, String secret, TokenInterface source) implements Credentials {

        /** Without the secret. */
        @Override
        public String toString() {
            return "AppSecret[appId=" + appId + ", source=" + source + "]";
        }
    }

    /** An access token that somebody else looks after. */
    record FixedToken(@Nullable String appId, String secret) implements Credentials {

        /** Without the token. */
        @Override
        public String toString() {
            return "FixedToken[appId=" + appId + "]";
        }
    }

    /** The interface that gives access tokens. */
    enum TokenInterface {
        /** {@code stable_token}: all who ask get the same token. */
        STABLE,
        /** {@code token}: each call ends the token before. */
        CLASSIC
    }
}
