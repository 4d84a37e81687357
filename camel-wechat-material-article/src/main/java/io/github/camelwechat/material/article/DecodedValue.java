package io.github.camelwechat.material.article;

import java.util.Arrays;

import org.jspecify.annotations.Nullable;

/** Value of an attribute as a browser reads it, with a map back to the source. */
final class DecodedValue {

    private final String text;
    private final int from;
    /** Of each character, and of the end; null if each stands for itself. */
    private final int @Nullable [] offsets;

    private DecodedValue(String text, int from, int @Nullable [] offsets) {
        this.text = text;
        this.from = from;
        this.offsets = offsets;
    }

    static DecodedValue of(String source, int from, int to) {
        int plain = from;
        while (plain < to && isPlain(source.charAt(plain))) {
            plain++;
        }
        return plain == to ? new DecodedValue(source.substring(from, to), from, null) : decode(source, from, to);
    }

    private static boolean isPlain(char c) {
        return c != '&' && c != '\r' && c != 0;
    }

    private static DecodedValue decode(String source, int from, int to) {
        StringBuilder text = new StringBuilder(to - from);
        // a reference is never shorter than what it stands for
        int[] offsets = new int[to - from + 1];
        int at = from;
        while (at < to) {
            int end = at + 1;
            String decoded = null;
            char c = source.charAt(at);
            if (c == '&') {
                CharacterReference reference = CharacterReference.at(source, at, to);
                if (reference != null) {
                    decoded = reference.text();
                    end = reference.end();
                }
            } else if (c == '\r') {
                decoded = "\n";
                end += end < to && source.charAt(end) == '\n' ? 1 : 0;
            } else if (c == 0) {
                decoded = CharacterReference.REPLACEMENT;
            }
            Arrays.fill(offsets, text.length(), text.length() + (decoded == null ? 1 : decoded.length()), at);
            if (decoded == null) {
                text.append(c);
            } else {
                text.append(decoded);
            }
            at = end;
        }
        offsets[text.length()] = to;
        return new DecodedValue(text.toString(), from, Arrays.copyOf(offsets, text.length() + 1));
    }

    String text() {
        return text;
    }

    /** {@return the offset in the source of the character at an index of the text, or of the end} */
    int offset(int index) {
        return offsets == null ? from + index : offsets[index];
    }
}
