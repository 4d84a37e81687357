package io.github.camelwechat.material.internal.client;

import java.util.concurrent.CompletableFuture;

/**
 * A call that is under way. It ends exactly once: with its result, with a {@code WechatMaterialException}, or by
 * {@link #abort}. It ends on a thread that must not be held up: an I/O thread, a timer, or the one that aborts.
 */
public interface Call<T> {

    CompletableFuture<T> result();

    /**
     * Ends the call now, unless it has ended: as {@code NotSentException} where WeChat cannot get the whole request any
     * more, else as {@code UnknownOutcomeException}.
     *
     * @param why part of the message
     */
    void abort(String why);
}
