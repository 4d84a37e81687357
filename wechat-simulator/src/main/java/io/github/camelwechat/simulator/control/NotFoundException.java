package io.github.camelwechat.simulator.control;

/** The path of a command names something that is not there. */
final class NotFoundException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    NotFoundException(String message) {
        super(message);
    }
}
