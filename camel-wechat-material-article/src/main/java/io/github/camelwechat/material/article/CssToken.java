package io.github.camelwechat.material.article;

/**
 * Token of CSS.
 *
 * @param value name of an identifier or a function, decoded text of a string or a URL, single character; else empty
 * @param from  start in the text
 * @param to    end in the text
 */
record CssToken(Kind kind, String value, int from, int to) {

    enum Kind {
        IDENTIFIER,
        /** A name with its opening parenthesis. */
        FUNCTION,
        /** {@code url(…)} without quotes. */
        URL,
        STRING,
        /**
         * String with a line end in it, or without its end; {@code url(…)} with a quote or blank in it, or without its
         * end.
         */
        BROKEN,
        /** Any opening parenthesis but that of a function. */
        OPEN,
        CLOSE,
        COLON,
        SEMICOLON,
        /** White space and comments. */
        SPACE,
        OTHER,
        END
    }

    boolean is(Kind other) {
        return kind == other;
    }
}
