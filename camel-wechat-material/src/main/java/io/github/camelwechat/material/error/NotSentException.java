package io.github.camelwechat.material.error;

/**
 * WeChat cannot have acted on the request: there was no connection, no access token, or the last byte of the body had
 * not yet been handed to the socket. Sending the same message again is safe.
 */
public class NotSentException extends WechatMaterialException {

    private static final long serialVersionUID = 1L;

    public NotSentException(String message) {
        super(message);
    }

    public NotSentException(String message, Throwable cause) {
        super(message, cause);
    }
}
