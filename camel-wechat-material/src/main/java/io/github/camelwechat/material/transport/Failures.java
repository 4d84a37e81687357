package io.github.camelwechat.material.transport;

import java.util.concurrent.CompletionException;

/** What a CompletableFuture makes of a failure on its way from stage to stage, undone. */
public final class Failures {

    private Failures() {
    }

    /** {@return the failure as it was thrown} */
    public static Throwable unwrapped(Throwable failure) {
        Throwable cause = failure instanceof CompletionException ? failure.getCause() : null;
        return cause != null ? cause : failure;
    }
}
