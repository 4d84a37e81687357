package io.github.camelwechat.material.internal.transport;

import java.util.Locale;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import org.jspecify.annotations.Nullable;

/** A way in which a text that repeats a request may write a character of it. */
enum Escape {

    /** {@code %2B}, a byte each. */
    PERCENT {
        @Override
        @Nullable
        Unit at(String text, int start) {
            return text.charAt(start) == '%' ? number(text, start + 1, start + 3, 16, start + 3) : null;
        }
    },
    /** An entity of HTML, by its name or its number. */
    HTML {
        @Override
        @Nullable
        Unit at(String text, int start) {
            if (text.charAt(start) != '&') {
                return null;
            }
            Matcher entity = ENTITY.matcher(text).region(start, text.length());
            if (!entity.lookingAt()) {
                return null;
            } else if (entity.group("hex") != null) {
                return number(text, entity.start("hex"), entity.end("hex"), 16, entity.end());
            } else if (entity.group("decimal") != null) {
                return number(text, entity.start("decimal"), entity.end("decimal"), 10, entity.end());
            }
            Character character = ENTITIES.get(entity.group("name").toLowerCase(Locale.ROOT));
            return character == null ? null : new Unit(character, entity.end());
        }
    },
    /** As in strings of JSON and of most programming languages. */
    BACKSLASH {
        @Override
        @Nullable
        Unit at(String text, int start) {
            if (text.charAt(start) != '\\' || start + 1 == text.length()) {
                return null;
            }
            char next = text.charAt(start + 1);
            return switch (next) {
                case 'u' -> unicode(text, start + 2);
                case 'x' -> number(text, start + 2, start + 4, 16, start + 4);
                default -> Character.isLetterOrDigit(next) ? null : new Unit(next, start + 2);
            };
        }
    };

    private static final int MAX_DIGITS = 12;
    /** The semicolon may be missing after a number. */
    private static final Pattern ENTITY
            = Pattern.compile("&(?:#[xX](?<hex>[0-9a-fA-F]{1,12});?|#(?<decimal>[0-9]{1,12});?|(?<name>[a-zA-Z]{2,8});)");
    private static final Map<String, Character> ENTITIES = Map.ofEntries(
            Map.entry("amp", '&'), Map.entry("lt", '<'), Map.entry("gt", '>'), Map.entry("quot", '"'), Map.entry("apos", '\''),
            Map.entry("plus", '+'), Map.entry("equals", '='), Map.entry("lowbar", '_'), Map.entry("sol", '/'),
            Map.entry("bsol", '\\'), Map.entry("percnt", '%'), Map.entry("num", '#'), Map.entry("period", '.'));

    /**
     * An escaped character.
     *
     * @param character what it means
     * @param end       where the text goes on after it
     */
    record Unit(char character, int end) {
    }

    /** {@return whether a text may have an escape in it: most have none} */
    static boolean mayBeIn(String text) {
        return text.indexOf('%') >= 0 || text.indexOf('&') >= 0 || text.indexOf('\\') >= 0;
    }

    /** {@return the escaped character that starts there; null where none does} */
    abstract @Nullable Unit at(String text, int start);

    /** Of four digits, or of some in braces. */
    private static @Nullable Unit unicode(String text, int from) {
        if (from == text.length() || text.charAt(from) != '{') {
            return number(text, from, from + 4, 16, from + 4);
        }
        int end = text.indexOf('}', from);
        return end < 0 || end - from > MAX_DIGITS ? null : number(text, from + 1, end, 16, end + 1);
    }

    private static @Nullable Unit number(String text, int from, int to, int radix, int end) {
        if (to > text.length() || from >= to) {
            return null;
        }
        int value = 0;
        for (int i = from; i < to; i++) {
            int digit = Character.digit(text.charAt(i), radix);
            if (digit < 0) {
                return null;
            }
            value = value * radix + digit;
            if (value > Character.MAX_VALUE) {
                return null;
            }
        }
        return new Unit((char) value, end);
    }
}
