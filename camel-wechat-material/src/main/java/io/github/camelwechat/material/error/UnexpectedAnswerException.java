package io.github.camelwechat.material.error;

import org.jspecify.annotations.Nullable;

/**
 * An answer came that is not one of WeChat's interface: an HTTP status other than 200, or a body that is not the JSON
 * that the interface promises. A proxy, a gateway or the front end of WeChat spoke instead.
 */
public class UnexpectedAnswerException extends WechatMaterialException {

    private static final long serialVersionUID = 1L;

    private final int httpStatus;

    /**
     * Without a cause.
     *
     * @param message    what went wrong and what helps, in one or two sentences
     * @param httpStatus the HTTP status of the answer; 0 where there was no readable status line
     */
    public UnexpectedAnswerException(String message, int httpStatus) {
        super(message);
        this.httpStatus = httpStatus;
    }

    /**
     * With a cause.
     *
     * @param message    what went wrong and what helps, in one or two sentences
     * @param httpStatus the HTTP status of the answer; 0 where there was no readable status line
     * @param cause      what caused it; may be null
     */
    public UnexpectedAnswerException(String message, int httpStatus, @Nullable Throwable cause) {
        super(message, cause);
        this.httpStatus = httpStatus;
    }

    /** {@return false: whoever it is that answers has to be looked for} */
    @Override
    public boolean isRetryable() {
        return false;
    }

    /** {@return true: the request may have reached WeChat before somebody else answered it} */
    @Override
    public boolean mayHaveTakenEffect() {
        return true;
    }

    /** The HTTP status of the answer; 0 where there was no readable status line. */
    public int getHttpStatus() {
        return httpStatus;
    }
}
