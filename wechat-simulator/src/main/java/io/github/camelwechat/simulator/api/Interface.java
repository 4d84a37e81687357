package io.github.camelwechat.simulator.api;

import io.github.camelwechat.simulator.journal.Head;

/**
 * An interface of the API.
 *
 * @param method     the HTTP method that it requires
 * @param credential the proof that it wants of its caller
 * @param opener     begins a call
 * @param textPlain  whether its JSON may come as {@code text/plain} too
 */
public record Interface(String method, Credential credential, Opener opener, boolean textPlain) {

    Interface(String method, Credential credential, Opener opener) {
        this(method, credential, opener, true);
    }

    Interface(String method, boolean needsToken, Opener opener) {
        this(method, needsToken, opener, true);
    }

    Interface(String method, boolean needsToken, Opener opener, boolean textPlain) {
        this(method, needsToken ? Credential.ACCESS_TOKEN : Credential.ACCOUNT_SECRET, opener, textPlain);
    }

    /** Begins a call. */
    @FunctionalInterface
    public interface Opener {
        ApiCall open(Head head, Query query);
    }
}
