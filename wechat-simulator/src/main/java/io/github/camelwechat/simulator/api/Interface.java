package io.github.camelwechat.simulator.api;

import io.github.camelwechat.simulator.journal.Head;

/**
 * An interface of the API.
 *
 * @param method     the HTTP method that it requires
 * @param needsToken whether it wants an {@code access_token}
 * @param opener     begins a call
 */
public record Interface(String method, boolean needsToken, Opener opener) {

    /** Begins a call. */
    @FunctionalInterface
    public interface Opener {
        ApiCall open(Head head, Query query);
    }
}
