package io.github.camelwechat.material.error;

import org.apache.camel.RuntimeCamelException;
import org.jspecify.annotations.Nullable;

/**
 * The root of everything that this component throws while it works on a message: catch it in an {@code onException} to
 * catch all of them.
 */
public class WechatMaterialException extends RuntimeCamelException {

    private static final long serialVersionUID = 1L;

    /**
     * Without a cause.
     *
     * @param message what went wrong and what helps, in one or two sentences
     */
    public WechatMaterialException(String message) {
        super(message);
    }

    /**
     * With a cause.
     *
     * @param message what went wrong and what helps, in one or two sentences
     * @param cause   what caused it; may be null
     */
    public WechatMaterialException(String message, @Nullable Throwable cause) {
        super(message, cause);
    }

    /**
     * Returns whether a redelivery a few minutes later is safe, and can succeed though neither message nor
     * configuration are changed: the one question for an {@code onWhen} that tries again.
     *
     * @return true for an exception of this very class: nothing was sent, since the body could not be read to its end
     *         or there was no room to spool it. Each subclass says it for itself
     */
    public boolean isRetryable() {
        return true;
    }

    /**
     * Returns whether WeChat may have stored or deleted something all the same: look into the library before the
     * message is sent again, or the material may be there twice. What may have taken effect is never retryable; what
     * has not need not be.
     *
     * @return false for an exception of this very class. Each subclass says it for itself
     */
    public boolean mayHaveTakenEffect() {
        return false;
    }
}
