package io.github.camelwechat.material.error;

import org.jspecify.annotations.Nullable;

/**
 * The request went out whole, but no whole answer came back. WeChat may have stored the material all the same, as it
 * does with videos whose answer is late: look into the library before sending it again, or it may be there twice. An
 * operation that changes nothing may be sent again all the same; the message says so.
 * <p>
 * Also: the operation was done, and Camel, which stopped the route by force meanwhile, failed the exchange with a
 * {@link java.util.concurrent.RejectedExecutionException}, which is the cause then. The message says that it was done,
 * and the headers are those of the result, unless a later step has changed them.
 */
public class UnknownOutcomeException extends WechatMaterialException {

    private static final long serialVersionUID = 1L;

    private final boolean changing;

    /**
     * Of an operation that stores or deletes something, without a cause.
     *
     * @param message what went wrong and what helps, in one or two sentences
     */
    public UnknownOutcomeException(String message) {
        this(message, true, null);
    }

    /**
     * Of an operation that stores or deletes something, with a cause.
     *
     * @param message what went wrong and what helps, in one or two sentences
     * @param cause   what caused it; may be null
     */
    public UnknownOutcomeException(String message, @Nullable Throwable cause) {
        this(message, true, cause);
    }

    /**
     * Of any operation.
     *
     * @param message  what went wrong and what helps, in one or two sentences
     * @param changing whether the operation stores or deletes something
     * @param cause    what caused it; may be null
     */
    public UnknownOutcomeException(String message, boolean changing, @Nullable Throwable cause) {
        super(message, cause);
        this.changing = changing;
    }

    /** {@return whether the operation changes nothing: twice is the same as once then} */
    @Override
    public boolean isRetryable() {
        return !changing;
    }

    /** {@return whether the operation changes anything} */
    @Override
    public boolean mayHaveTakenEffect() {
        return changing;
    }
}
