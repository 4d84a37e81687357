package io.github.camelwechat.material.internal.transport;

import java.io.IOException;
import java.util.Objects;
import java.util.stream.Stream;

/** Failures as they may be passed on. */
public final class Failures {

    private static final int MAX_CAUSES = 10;

    private Failures() {
    }

    /** {@return whether the failure, or one of its causes, is of this type} */
    static boolean isCausedBy(Throwable failure, Class<? extends Throwable> type) {
        return Stream.iterate(failure, Objects::nonNull, Throwable::getCause).limit(MAX_CAUSES).anyMatch(type::isInstance);
    }

    /**
     * Makes a cause of a failure that nobody expected while an answer was read: with its class and its stack trace, but
     * without its text and its causes, which may quote the answer.
     */
    public static Throwable withoutText(Throwable failure) {
        IOException clean = new IOException(failure.getClass().getName());
        clean.setStackTrace(failure.getStackTrace());
        return clean;
    }
}
