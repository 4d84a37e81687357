package io.github.camelwechat.simulator.multipart;

/** The body is not the form that the service reads; the message says in what. */
public final class FramingException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    public FramingException(String message) {
        super(message, null, false, false);
    }
}
