package io.github.camelwechat.material.internal.platform;

/**
 * Ends the reading of a push. It does not leave this room, and has neither cause nor stack trace: those of parsers show
 * their input.
 */
final class RefusedPushException extends Exception {

    private static final long serialVersionUID = 1L;

    private final Refusal reason;

    RefusedPushException(Refusal reason) {
        super(reason.name(), null, false, false);
        this.reason = reason;
    }

    Refusal reason() {
        return reason;
    }
}
