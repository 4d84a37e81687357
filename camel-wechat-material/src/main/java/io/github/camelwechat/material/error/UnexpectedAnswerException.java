package io.github.camelwechat.material.error;

/**
 * An answer came that is not one of WeChat's interface: an HTTP status other than 200, or a body that is not the JSON
 * that the interface promises. A proxy, a gateway or the front end of WeChat spoke instead.
 */
public class UnexpectedAnswerException extends WechatMaterialException {

    private static final long serialVersionUID = 1L;

    private final int httpStatus;

    public UnexpectedAnswerException(String message, int httpStatus) {
        super(message);
        this.httpStatus = httpStatus;
    }

    public UnexpectedAnswerException(String message, int httpStatus, Throwable cause) {
        super(message, cause);
        this.httpStatus = httpStatus;
    }

    /** The HTTP status of the answer; 0 where there was no readable status line. */
    public int getHttpStatus() {
        return httpStatus;
    }
}
