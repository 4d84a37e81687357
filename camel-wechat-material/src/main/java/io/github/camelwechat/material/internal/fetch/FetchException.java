package io.github.camelwechat.material.internal.fetch;

import io.github.camelwechat.material.error.WechatMaterialException;
import org.jspecify.annotations.Nullable;

/**
 * Failure to fetch a picture. The text names the host, the limit and the way out; it has neither the query of an
 * address nor unfiltered bytes of the peer. Nothing was sent to WeChat.
 */
public final class FetchException extends WechatMaterialException {

    private static final long serialVersionUID = 1L;

    /** Kind of a failure. */
    public enum Reason {
        /** The address is none that can be fetched. */
        ADDRESS,
        /** The host or its port is not allowed, or has an address that is not public. */
        NOT_ALLOWED,
        /** The host name cannot be looked up. */
        LOOK_UP,
        /** There is no connection, or no trusted one. */
        CONNECTION,
        /** The host answered with another status than 200. */
        STATUS,
        /** The redirects are too many, or lead to an address that is not fetched. */
        REDIRECT,
        /** The picture has too many bytes, or none. */
        SIZE,
        /** The answer is cut off, or not readable as HTTP. */
        ANSWER,
        /** The time is over, or the fetch was aborted. */
        ABORTED,
        /** There is no room to keep the bytes. */
        STORAGE
    }

    private final Reason reason;
    private final boolean retryable;
    private final @Nullable Integer status;

    private FetchException(
                           Reason reason, boolean retryable, @Nullable Integer status, String message,
                           @Nullable Throwable cause) {
        super(message, cause);
        this.reason = reason;
        this.retryable = retryable;
        this.status = status;
    }

    /** Returns a failure that stays the same, however often the fetch is repeated. */
    static FetchException lasting(Reason reason, String message) {
        return new FetchException(reason, false, null, message, null);
    }

    /** Returns a failure that may be over a few minutes later. */
    static FetchException passing(Reason reason, String message) {
        return new FetchException(reason, true, null, message, null);
    }

    /** @param cause without a text of the peer; null for none */
    static FetchException of(Reason reason, boolean retryable, String message, @Nullable Throwable cause) {
        return new FetchException(reason, retryable, null, message, cause);
    }

    static FetchException ofStatus(int status, boolean retryable, String message) {
        return new FetchException(Reason.STATUS, retryable, status, message, null);
    }

    /** @param why part of a sentence, from our own code */
    static FetchException aborted(String host, String why) {
        return passing(Reason.ABORTED, host + ": not fetched, " + why);
    }

    public Reason reason() {
        return reason;
    }

    /** Returns the HTTP status; null where another one than 200 is not the reason. */
    public @Nullable Integer status() {
        return status;
    }

    @Override
    public boolean isRetryable() {
        return retryable;
    }
}
