package io.github.camelwechat.material.internal.transport;

import java.io.IOException;
import java.net.SocketTimeoutException;
import java.util.ArrayDeque;
import java.util.Collections;
import java.util.Deque;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Set;

import com.fasterxml.jackson.core.JacksonException;
import org.apache.hc.core5.http.HttpException;
import org.apache.hc.core5.http.MalformedChunkCodingException;
import org.apache.hc.core5.http.MessageConstraintException;
import org.apache.hc.core5.http.TruncatedChunkException;
import org.apache.hc.core5.util.Timeout;
import org.jspecify.annotations.Nullable;

/**
 * The one place through which a cause passes into our exceptions: what a parser says of a peer's bytes stays here, and
 * nothing else that shows a secret or cannot be printed gets through.
 *
 * @param secrets         that no text may show
 * @param responseTimeout for the text of a time-out; null for none
 */
record CauseFilter(Secrets secrets, @Nullable Timeout responseTimeout) {

    /** Their texts quote what they were given to parse. */
    private static final List<Class<? extends Throwable>> PARSERS = List.of(
            HttpException.class, MalformedChunkCodingException.class, MessageConstraintException.class,
            JacksonException.class);
    private static final int MAX_CHAIN = 50;

    /** {@return why something failed, as a part of a sentence} */
    String reason(Throwable cause) {
        if (cause instanceof SocketTimeoutException && responseTimeout != null) {
            // the engine's own text names neither the option nor milliseconds
            return "silence for " + responseTimeout.toMilliseconds() + " ms (responseTimeout)";
        }
        if (cause instanceof TruncatedChunkException) {
            return "the answer ended amid a chunk";
        }
        if (cause instanceof MalformedChunkCodingException) {
            return "the chunks of the answer cannot be read";
        }
        if (cause instanceof MessageConstraintException) {
            return "the head of the answer exceeded " + HttpEngine.MAX_HEADER_COUNT + " lines, or "
                   + HttpEngine.MAX_LINE_KILOBYTES + " KB in one of them";
        }
        if (isParser(cause)) {
            return "the answer is not readable as HTTP";
        }
        String message = cause.getMessage();
        return message == null ? cause.getClass().getSimpleName() : secrets.printable(message);
    }

    /** {@return what may be passed on as a cause: the same where it is clean, else one that is; null for a parser's} */
    @Nullable
    Throwable passedOn(Throwable cause) {
        Set<Throwable> chain = Collections.newSetFromMap(new IdentityHashMap<>());
        Deque<Throwable> unseen = new ArrayDeque<>(List.of(cause));
        boolean clean = true;
        while (!unseen.isEmpty() && chain.size() < MAX_CHAIN) {
            Throwable next = unseen.pop();
            if (chain.add(next)) {
                if (isParser(next)) {
                    return null;
                }
                clean &= isClean(next);
                unseen.addAll(List.of(next.getSuppressed()));
                if (next.getCause() != null) {
                    unseen.add(next.getCause());
                }
            }
        }
        return clean && unseen.isEmpty() ? cause : replacement(cause);
    }

    private static boolean isParser(Throwable cause) {
        return PARSERS.stream().anyMatch(type -> type.isInstance(cause));
    }

    private boolean isClean(Throwable cause) {
        String text = cause.toString();
        String message = String.valueOf(cause.getMessage());
        return secrets.printable(text).equals(text) && secrets.printable(message).equals(message);
    }

    private IOException replacement(Throwable cause) {
        IOException clean = new IOException(cause.getClass().getSimpleName() + ": " + reason(cause));
        clean.setStackTrace(cause.getStackTrace());
        return clean;
    }
}
