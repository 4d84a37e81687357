package io.github.camelwechat.material.internal.fetch;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Set;

/** Escapes of paths and queries as browsers write them; escapes that are there already stay as they are. */
final class PercentEncoding {

    private static final HexFormat HEX = HexFormat.of().withUpperCase();
    private static final String IN_QUERY = " \"#<>'";
    private static final String IN_PATH = " \"#<>?^`{}";
    private static final int LAST_PRINTABLE = 0x7e;
    private static final int REPLACEMENT = 0xfffd;
    private static final Set<String> HERE = Set.of(".", "%2e", "%2E");
    private static final Set<String> UP = Set.of(
            "..", ".%2e", ".%2E", "%2e.", "%2E.", "%2e%2e", "%2e%2E", "%2E%2e", "%2E%2E");

    private PercentEncoding() {
    }

    static String query(String text) {
        return encoded(text, IN_QUERY);
    }

    /**
     * Returns a path without dots as segments.
     *
     * @param text begins with a slash; a backslash counts as one
     */
    static String path(String text) {
        List<String> segments = new ArrayList<>();
        int from = 1;
        while (from <= text.length()) {
            int end = from;
            while (end < text.length() && text.charAt(end) != '/' && text.charAt(end) != '\\') {
                end++;
            }
            add(text.substring(from, end), end == text.length(), segments);
            from = end + 1;
        }
        return "/" + String.join("/", segments);
    }

    private static void add(String segment, boolean last, List<String> segments) {
        boolean up = UP.contains(segment);
        if (up && !segments.isEmpty()) {
            segments.remove(segments.size() - 1);
        }
        if (!up && !HERE.contains(segment)) {
            segments.add(encoded(segment, IN_PATH));
        } else if (last) {
            segments.add("");
        }
    }

    private static String encoded(String text, String escaped) {
        StringBuilder encoded = new StringBuilder(text.length());
        text.codePoints().forEach(c -> {
            if (c > ' ' && c <= LAST_PRINTABLE && escaped.indexOf(c) < 0) {
                encoded.append((char) c);
            } else {
                append(Character.toString(isLoneSurrogate(c) ? REPLACEMENT : c), encoded);
            }
        });
        return encoded.toString();
    }

    private static boolean isLoneSurrogate(int c) {
        return c >= Character.MIN_SURROGATE && c <= Character.MAX_SURROGATE;
    }

    private static void append(String character, StringBuilder encoded) {
        for (byte one : character.getBytes(StandardCharsets.UTF_8)) {
            encoded.append('%').append(HEX.toHexDigits(one));
        }
    }
}
