package io.github.camelwechat.jms;

/** A message comes once more whose end is known already. */
final class RecalledException extends Exception {

    private static final long serialVersionUID = 1L;

    private final transient Failure failure;

    RecalledException(Failure failure) {
        super(failure.reason());
        this.failure = failure;
    }

    Failure failure() {
        return failure;
    }
}
