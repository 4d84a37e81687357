package io.github.camelwechat.material.springboot;

import java.util.List;

/**
 * Properties of the component that nothing would read, or that lack a value. The message names each, and none of their
 * values.
 */
final class InvalidPropertiesException extends IllegalArgumentException {

    private static final long serialVersionUID = 1L;

    InvalidPropertiesException(List<String> problems) {
        super(String.join(System.lineSeparator(), problems));
    }

    static void throwIfAny(List<String> problems) {
        if (!problems.isEmpty()) {
            throw new InvalidPropertiesException(problems);
        }
    }
}
