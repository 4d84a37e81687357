package io.github.camelwechat.material.transport;

/** The interface by which an account with a secret comes by its access tokens. */
public enum Credentials {
    /** {@code stable_token}: all who ask get the same token. */
    STABLE,
    /** {@code token}: each call ends the token before. */
    CLASSIC
}
