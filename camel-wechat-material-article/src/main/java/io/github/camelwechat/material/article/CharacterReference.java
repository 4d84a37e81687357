package io.github.camelwechat.material.article;

import org.jsoup.nodes.Entities;
import org.jspecify.annotations.Nullable;

/**
 * Character reference in the value of an attribute.
 *
 * @param text that it stands for
 * @param end  offset after it
 */
record CharacterReference(String text, int end) {

    static final String REPLACEMENT = "\ufffd";

    private static final int MAX_NAME = 32;
    private static final int MAX_CODE_POINT = 0x10ffff;
    /** The characters of Windows-1252 that stand for 80 to 9F. */
    private static final String WINDOWS = "\u20ac\u0081\u201a\u0192\u201e\u2026\u2020\u2021\u02c6\u2030\u0160\u2039\u0152\u008d"
                                          + "\u017d\u008f\u0090\u2018\u2019\u201c\u201d\u2022\u2013\u2014\u02dc\u2122\u0161\u203a"
                                          + "\u0153\u009d\u017e\u0178";

    /** {@return the reference at an ampersand; null if the ampersand stands for itself} */
    static @Nullable CharacterReference at(String source, int ampersand, int to) {
        int at = ampersand + 1;
        if (at < to && source.charAt(at) == '#') {
            return numeric(source, at + 1, to);
        }
        int end = at;
        while (end < to && end - at <= MAX_NAME && isAlphanumeric(source.charAt(end))) {
            end++;
        }
        String name = source.substring(at, end);
        boolean closed = end < to && source.charAt(end) == ';';
        if (closed && Entities.isNamedEntity(name)) {
            return new CharacterReference(Entities.getByName(name), end + 1);
        }
        // the standard's exception for addresses: &copy= is no sign
        boolean parameter = end < to && source.charAt(end) == '=';
        return !closed && !parameter && Entities.isBaseNamedEntity(name)
                ? new CharacterReference(Entities.getByName(name), end) : null;
    }

    private static @Nullable CharacterReference numeric(String source, int from, int to) {
        int at = from;
        int radix = 10;
        if (at < to && (source.charAt(at) == 'x' || source.charAt(at) == 'X')) {
            radix = 16;
            at++;
        }
        int digits = at;
        int code = 0;
        while (at < to && source.charAt(at) < 0x80 && Character.digit(source.charAt(at), radix) >= 0) {
            code = Math.min(code * radix + Character.digit(source.charAt(at), radix), MAX_CODE_POINT + 1);
            at++;
        }
        if (at == digits) {
            return null;
        }
        return new CharacterReference(character(code), at < to && source.charAt(at) == ';' ? at + 1 : at);
    }

    private static String character(int code) {
        if (code == 0 || code > MAX_CODE_POINT || (code >= Character.MIN_SURROGATE && code <= Character.MAX_SURROGATE)) {
            return REPLACEMENT;
        }
        return code >= 0x80 && code <= 0x9f ? WINDOWS.substring(code - 0x80, code - 0x7f) : Character.toString(code);
    }

    private static boolean isAlphanumeric(char c) {
        return Characters.isLetter(c) || Characters.isDigit(c);
    }
}
