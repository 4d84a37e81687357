package io.github.camelwechat.material.transport;

import java.util.Map;

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
            int end = start + 1;
            while (end < text.length() && end - start < MAX_ENTITY_LENGTH && text.charAt(end) != ';') {
                end++;
            }
            if (end == text.length() || text.charAt(end) != ';') {
                return null;
            }
            String name = text.substring(start + 1, end);
            if (name.startsWith("#x") || name.startsWith("#X")) {
                return number(text, start + 3, end, 16, end + 1);
            }
            if (name.startsWith("#")) {
                return number(text, start + 2, end, 10, end + 1);
            }
            Character character = ENTITIES.get(name);
            return character == null ? null : new Unit(character, end + 1);
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
                case 'u' -> number(text, start + 2, start + 6, 16, start + 6);
                case 'x' -> number(text, start + 2, start + 4, 16, start + 4);
                default -> Character.isLetterOrDigit(next) ? null : new Unit(next, start + 2);
            };
        }
    };

    private static final int MAX_ENTITY_LENGTH = 10;
    private static final Map<String, Character> ENTITIES = Map.of("amp", '&', "lt", '<', "gt", '>', "quot", '"', "apos", '\'');

    /**
     * An escaped character.
     *
     * @param character what it means
     * @param end       where the text goes on after it
     */
    record Unit(char character, int end) {
    }

    /** {@return the escaped character that starts there; null where none does} */
    abstract @Nullable Unit at(String text, int start);

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
