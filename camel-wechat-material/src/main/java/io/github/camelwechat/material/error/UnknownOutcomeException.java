package io.github.camelwechat.material.error;

import org.jspecify.annotations.Nullable;

/**
 * The request went out whole, but no whole answer came back. WeChat may have stored the material all the same, as it
 * does with videos whose answer is late: look into the library before sending it again, or it may be there twice. An
 * operation that changes nothing may be sent again all the same; the message says so.
 */
public class UnknownOutcomeException extends WechatMaterialException {

    private static final long serialVersionUID = 1L;

    /**
     * Without a cause.
     *
     * @param message what went wrong and what helps, in one or two sentences
     */
    public UnknownOutcomeException(String message) {
        super(message);
    }

    /**
     * With a cause.
     *
     * @param message what went wrong and what helps, in one or two sentences
     * @param cause   what caused it; may be null
     */
    public UnknownOutcomeException(String message, @Nullable Throwable cause) {
        super(message, cause);
    }
}
