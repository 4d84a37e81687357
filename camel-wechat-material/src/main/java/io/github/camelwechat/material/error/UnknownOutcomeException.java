package io.github.camelwechat.material.error;

import org.jspecify.annotations.Nullable;

/**
 * The request went out whole, but no whole answer came back. WeChat may have stored the material all the same, as it
 * does with videos whose answer is late: look into the library before sending it again, or it may be there twice.
 */
public class UnknownOutcomeException extends WechatMaterialException {

    private static final long serialVersionUID = 1L;
    private static final String WAY_OUT = ". Look whether it was done before you send it again";

    /**
     * Without a cause.
     *
     * @param message without a full stop; what to do is added
     */
    public UnknownOutcomeException(String message) {
        super(message + WAY_OUT);
    }

    /**
     * With a cause.
     *
     * @param message without a full stop; what to do is added
     * @param cause   what caused it; may be null
     */
    public UnknownOutcomeException(String message, @Nullable Throwable cause) {
        super(message + WAY_OUT, cause);
    }
}
