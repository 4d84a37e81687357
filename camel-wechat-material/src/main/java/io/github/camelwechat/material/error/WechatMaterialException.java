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
}
