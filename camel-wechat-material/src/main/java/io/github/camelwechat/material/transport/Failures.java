package io.github.camelwechat.material.transport;

import java.util.concurrent.CompletionException;

/** What a CompletableFuture makes of a failure on its way from stage to stage, undone. */
public final class Failures {

    private Failures() {
    }

    /** @return the failure as it was thrown; null for null */
    public static Throwable unwrapped(Throwable failure) {
        return failure instanceof CompletionException && failure.getCause() != null ? failure.getCause() : failure;
    }
}
