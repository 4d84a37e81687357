package io.github.camelwechat.material.internal.article;

import java.io.InputStream;
import java.util.Base64;
import java.util.Locale;

import org.jspecify.annotations.Nullable;

/**
 * Address with the picture in it (RFC 2397). Decoded while it is read, so that only its text is in memory.
 *
 * @param text with its scheme
 * @param body where its data begins
 */
record DataAddress(String text, int body) {

    private static final String SCHEME = "data:";
    private static final String BASE64 = "base64";
    /** A longer head is no media type. */
    private static final int MAX_HEAD = 1000;

    /** {@return whether a text is such an address} */
    static boolean is(String text) {
        return text.regionMatches(true, 0, SCHEME, 0, SCHEME.length());
    }

    /** {@return null where a text has no data} */
    static @Nullable DataAddress of(String text) {
        int comma = text.indexOf(',');
        return comma < 0 || comma > MAX_HEAD ? null : new DataAddress(text, comma + 1);
    }

    /** {@return the most bytes that it can have} */
    long maxBytes() {
        long characters = text.length() - (long) body;
        return isBase64() ? characters / 4 * 3 + 3 : characters;
    }

    /** {@return a new stream of its bytes} */
    InputStream open() {
        InputStream bytes = new Unescaped();
        // blanks and line ends are no part of it
        return isBase64() ? Base64.getMimeDecoder().wrap(bytes) : bytes;
    }

    private boolean isBase64() {
        String head = text.substring(0, body - 1).strip().toLowerCase(Locale.ROOT);
        return head.endsWith(BASE64)
                && head.substring(0, head.length() - BASE64.length()).stripTrailing().endsWith(";");
    }

    /** Returns a text without the data. */
    @Override
    public String toString() {
        return text.substring(0, body) + "…";
    }

    /** Bytes of a text with percent escapes. A character beyond ASCII becomes a question mark. */
    private final class Unescaped extends InputStream {

        private int position = body;

        @Override
        public int read() {
            if (position >= text.length()) {
                return -1;
            }
            char c = text.charAt(position++);
            if (c == '%' && position + 1 < text.length()) {
                int high = Character.digit(text.charAt(position), 16);
                int low = Character.digit(text.charAt(position + 1), 16);
                if (high >= 0 && low >= 0) {
                    position += 2;
                    return high << 4 | low;
                }
            }
            return c < 0x80 ? c : '?';
        }

        @Override
        public int read(byte[] target, int offset, int count) {
            int read = 0;
            for (int next; read < count && (next = read()) >= 0; read++) {
                target[offset + read] = (byte) next;
            }
            return read == 0 && count > 0 ? -1 : read;
        }
    }
}
