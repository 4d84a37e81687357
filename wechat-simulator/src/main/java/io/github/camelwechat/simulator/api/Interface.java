package io.github.camelwechat.simulator.api;

import io.github.camelwechat.simulator.journal.Head;

/**
 * An interface of the API.
 *
 * @param method     the HTTP method that it requires
 * @param needsToken whether it wants an {@code access_token}
 * @param opener     begins a call
 * @param textPlain  whether its JSON may come as {@code text/plain} too
 */
public record Interface(String method, boolean needsToken, Opener opener, boolean textPlain) {

    Interface(String method, boolean needsToken, Opener opener) {
        this(method, needsToken, opener, true);
    }

    /** Begins a call. */
    @FunctionalInterface
    public interface Opener {
        ApiCall open(Head head, Query query);
    }
}
