package io.github.camelwechat.simulator.platform;

import java.time.Instant;

/** A pre-authorization code or an authorization code. Guarded by its {@link Codes}. */
final class Code {

    private final String value;
    private final String owner;
    private final Instant until;
    private boolean used;

    Code(String value, String owner, Instant until) {
        this.value = value;
        this.owner = owner;
        this.until = until;
    }

    String value() {
        return value;
    }

    /** {@return the AppID that it belongs to} */
    String owner() {
        return owner;
    }

    Instant until() {
        return until;
    }

    boolean used() {
        return used;
    }

    void use() {
        used = true;
    }

    boolean expired(Instant now) {
        return !now.isBefore(until);
    }
}
