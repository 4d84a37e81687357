package io.github.camelwechat.simulator.html;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Locale;

/**
 * Reader of the addresses in a style: of {@code url()}, and the texts of {@code image-set()} and {@code cross-fade()}.
 * Passes over comments and decodes escapes, as CSS has it. Used by one thread.
 */
final class StyleAddresses {

    private static final int HEX_DIGITS = 6;

    private final String style;
    private final List<String> found = new ArrayList<>();
    /** Whether texts are addresses, for each function or parenthesis that is open. */
    private final Deque<Boolean> open = new ArrayDeque<>();
    private int position;

    private StyleAddresses(String style) {
        this.style = style;
    }

    /** @param style with its character references decoded */
    static List<String> in(String style) {
        StyleAddresses reader = new StyleAddresses(style);
        while (reader.position < style.length()) {
            reader.next();
        }
        return reader.found;
    }

    private void next() {
        char c = style.charAt(position);
        if (style.startsWith("/*", position)) {
            int end = style.indexOf("*/", position + 2);
            position = end < 0 ? style.length() : end + 2;
        } else if (c == '"' || c == '\'') {
            position++;
            String text = until(c);
            position++;
            if (Boolean.TRUE.equals(open.peek())) {
                found.add(text);
            }
        } else if (isName(c)) {
            name();
        } else {
            position++;
            if (c == '(') {
                open.push(false);
            } else if (c == ')' && !open.isEmpty()) {
                open.pop();
            }
        }
    }

    private void name() {
        StringBuilder name = new StringBuilder();
        while (position < style.length() && isName(style.charAt(position))) {
            name.append(character());
        }
        if (position == style.length() || style.charAt(position) != '(') {
            return;
        }
        position++;
        String function = name.toString().toLowerCase(Locale.ROOT);
        if (function.equals("url")) {
            address();
        } else {
            open.push(function.endsWith("image-set") || function.endsWith("cross-fade"));
        }
    }

    private void address() {
        while (position < style.length() && Character.isWhitespace(style.charAt(position))) {
            position++;
        }
        if (position < style.length() && (style.charAt(position) == '"' || style.charAt(position) == '\'')) {
            open.push(true);
            return;
        }
        found.add(until(')').strip());
        position++;
    }

    /** Reads up to a character, which stays. */
    private String until(char end) {
        StringBuilder text = new StringBuilder();
        while (position < style.length() && style.charAt(position) != end) {
            text.append(character());
        }
        return text.toString();
    }

    /** Reads one character, which may be escaped. */
    private String character() {
        char c = style.charAt(position++);
        if (c != '\\' || position == style.length()) {
            return String.valueOf(c);
        }
        int from = position;
        while (position < style.length() && position - from < HEX_DIGITS && Character.digit(style.charAt(position), 16) >= 0) {
            position++;
        }
        if (position == from) {
            char escaped = style.charAt(position++);
            return escaped == '\n' || escaped == '\r' || escaped == '\f' ? "" : String.valueOf(escaped);
        }
        int code = Integer.parseInt(style.substring(from, position), 16);
        if (position < style.length() && Character.isWhitespace(style.charAt(position))) {
            position++;
        }
        return code > 0 && Character.isValidCodePoint(code) ? Character.toString(code) : "\ufffd";
    }

    private static boolean isName(char c) {
        return Character.isLetterOrDigit(c) || c == '-' || c == '_' || c == '\\' || c > 0x7f;
    }
}
