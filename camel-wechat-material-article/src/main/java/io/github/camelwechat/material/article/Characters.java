package io.github.camelwechat.material.article;

/** Classes of characters that the standards of HTML and CSS share. */
final class Characters {

    private Characters() {
    }

    static boolean isLetter(char c) {
        return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z');
    }

    static boolean isDigit(char c) {
        return c >= '0' && c <= '9';
    }

    static boolean isSpace(char c) {
        return c == ' ' || isLineEnd(c) || c == '\t';
    }

    static boolean isLineEnd(char c) {
        return c == '\n' || c == '\r' || c == '\f';
    }
}
