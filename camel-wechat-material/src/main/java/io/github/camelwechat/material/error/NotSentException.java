package io.github.camelwechat.material.error;

import org.jspecify.annotations.Nullable;

/**
 * WeChat cannot have acted on the request: there was no connection, no access token, or the last byte of the body had
 * not yet been handed to the socket. Sending the same message again is safe: it is retryable.
 */
public class NotSentException extends WechatMaterialException {

    private static final long serialVersionUID = 1L;

    /**
     * Without a cause.
     *
     * @param message what went wrong and what helps, in one or two sentences
     */
    public NotSentException(String message) {
        super(message);
    }

    /**
     * With a cause.
     *
     * @param message what went wrong and what helps, in one or two sentences
     * @param cause   what caused it; may be null
     */
    public NotSentException(String message, @Nullable Throwable cause) {
        super(message, cause);
    }
}
