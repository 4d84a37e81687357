package io.github.camelwechat.material.internal.transport;

import java.math.BigDecimal;
import java.util.OptionalLong;
import java.util.regex.Pattern;

/**
 * The value of a field of an answer.
 *
 * @param text of a scalar, without escapes and quotes; empty for null and for what is nested
 */
record JsonField(Kind kind, String text) {

    private static final Pattern NUMBER = Pattern.compile("-?[0-9]{1,100}(\\.[0-9]{1,100})?([eE][+-]?[0-9]{1,9})?");

    enum Kind {
        TEXT,
        NUMBER,
        BOOLEAN,
        NULL,
        /** The list of {@link AnswerShape}. */
        LIST,
        /** Any other list, or an object. */
        NESTED
    }

    boolean isScalar() {
        return kind == Kind.TEXT || kind == Kind.NUMBER || kind == Kind.BOOLEAN;
    }

    /** {@return the integer that a number, or a text that is one, is equal to; empty where there is none} */
    OptionalLong integer() {
        if ((kind != Kind.NUMBER && kind != Kind.TEXT) || !NUMBER.matcher(text).matches()) {
            return OptionalLong.empty();
        }
        try {
            // a proxy has been seen to turn 45103 into 45103.0
            return OptionalLong.of(new BigDecimal(text).longValueExact());
        } catch (ArithmeticException e) {
            return OptionalLong.empty();
        }
    }
}
