package io.github.camelwechat.material.article;

/** Names and escapes of CSS. */
final class CssEscapes {

    private static final int MAX_DIGITS = 6;

    private final String text;

    CssEscapes(String text) {
        this.text = text;
    }

    /** {@return whether an escaped character is here: a backslash before a line end is none} */
    boolean isEscape(int at) {
        return at + 1 < text.length() && text.charAt(at) == '\\' && !Characters.isLineEnd(text.charAt(at + 1));
    }

    boolean startsIdentifier(int at) {
        if (text.charAt(at) != '-') {
            return startsName(at);
        }
        return at + 1 < text.length() && (text.charAt(at + 1) == '-' || startsName(at + 1));
    }

    private boolean startsName(int at) {
        char c = text.charAt(at);
        return Characters.isLetter(c) || c == '_' || c >= 0x80 || isEscape(at);
    }

    /** Reads a name, which may be empty. {@return the offset after it} */
    int name(int from, StringBuilder name) {
        int at = from;
        while (at < text.length()) {
            char c = text.charAt(at);
            if (isEscape(at)) {
                at = escape(at, name);
            } else if (startsName(at) || Characters.isDigit(c) || c == '-') {
                name.append(c);
                at++;
            } else {
                return at;
            }
        }
        return at;
    }

    /**
     * Reads an escape of a string, where a backslash before a line end stands for nothing. {@return the offset after
     * it}
     */
    int inString(int at, StringBuilder value) {
        if (isEscape(at)) {
            return escape(at, value);
        }
        return at + 1 == text.length() ? at + 1 : afterLineEnd(at + 1);
    }

    /** Reads an escape. {@return the offset after it} */
    int escape(int backslash, StringBuilder value) {
        int at = backslash + 1;
        int code = 0;
        int digits = 0;
        while (at < text.length() && digits < MAX_DIGITS && text.charAt(at) < 0x80
                && Character.digit(text.charAt(at), 16) >= 0) {
            code = code * 16 + Character.digit(text.charAt(at), 16);
            digits++;
            at++;
        }
        if (digits == 0) {
            value.append(text.charAt(at));
            return at + 1;
        }
        boolean none = code == 0 || code > Character.MAX_CODE_POINT
                || (code >= Character.MIN_SURROGATE && code <= Character.MAX_SURROGATE);
        value.appendCodePoint(none ? 0xfffd : code);
        return at < text.length() && Characters.isSpace(text.charAt(at)) ? afterLineEnd(at) : at;
    }

    private int afterLineEnd(int at) {
        return text.startsWith("\r\n", at) ? at + 2 : at + 1;
    }
}
