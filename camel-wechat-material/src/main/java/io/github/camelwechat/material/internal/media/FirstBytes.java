package io.github.camelwechat.material.internal.media;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/**
 * First bytes of a body. Reading outside of them is allowed and finds nothing.
 */
record FirstBytes(byte[] bytes, int length) {

    /** Enough to recognise a format: ASF headers and ID3 tags push what matters away from the start. */
    static final int SNIFFED_BYTES = 8 << 10;

    /** Fewer bytes are no text if they are not in UTF-8: in other encodings, anything is. */
    private static final int FEWEST_TELLING_BYTES = 16;
    private static final int UTF_16_BYTES = 512;

    boolean has(int offset, String latin1) {
        return has(offset, latin1.getBytes(StandardCharsets.ISO_8859_1));
    }

    boolean has(int offset, byte[] part) {
        return offset >= 0 && offset + part.length <= length
                && Arrays.equals(bytes, offset, offset + part.length, part, 0, part.length);
    }

    boolean contains(byte[] part) {
        for (int offset = 0; offset + part.length <= length; offset++) {
            if (has(offset, part)) {
                return true;
            }
        }
        return false;
    }

    /** Returns an unsigned byte; -1 after the end. */
    int at(int offset) {
        return offset >= 0 && offset < length ? bytes[offset] & 0xff : -1;
    }

    /** Returns the unsigned big-endian number in four bytes; -1 after the end. */
    long number(int offset) {
        if (offset < 0 || offset + 4 > length) {
            return -1;
        }
        return (long) at(offset) << 24 | at(offset + 1) << 16 | at(offset + 2) << 8 | at(offset + 3);
    }

    /** Returns a little-endian number, unsigned if it has fewer than 8 bytes; -1 after the end. */
    long littleEndian(int offset, int count) {
        if (offset < 0 || offset + count > length) {
            return -1;
        }
        long number = 0;
        for (int i = count - 1; i >= 0; i--) {
            number = number << 8 | at(offset + i);
        }
        return number;
    }

    /** Returns four characters; empty after the end. */
    String fourCharacters(int offset) {
        return number(offset) < 0 ? "" : new String(bytes, offset, 4, StandardCharsets.ISO_8859_1);
    }

    /** Returns the start of a text, without a byte order mark; what is beyond ASCII may be wrong. */
    String text(int max) {
        int start = has(0, "\u00ef\u00bb\u00bf") ? 3 : 0;
        return new String(bytes, start, Math.max(0, Math.min(length, max) - start), StandardCharsets.ISO_8859_1);
    }

    /** Returns some bytes from there on, fewer at the end. */
    FirstBytes from(int offset, int count) {
        int end = Math.min(length, offset + count);
        return new FirstBytes(Arrays.copyOfRange(bytes, offset, end), end - offset);
    }

    /** Returns whether all bytes are the same. */
    boolean isFilledWith(int value) {
        for (int offset = 0; offset < length; offset++) {
            if (at(offset) != value) {
                return false;
            }
        }
        return true;
    }

    /** Returns whether every second byte is zero, as in UTF-16 without its mark, and no other. */
    boolean isUnmarkedUtf16() {
        int even = 0;
        int odd = 0;
        int pairs = Math.min(length, UTF_16_BYTES) / 2;
        for (int pair = 0; pair < pairs; pair++) {
            even += at(2 * pair) == 0 ? 1 : 0;
            odd += at(2 * pair + 1) == 0 ? 1 : 0;
        }
        return pairs >= FEWEST_TELLING_BYTES / 2 && Math.max(even, odd) == pairs && Math.min(even, odd) * 2 < pairs;
    }

    /** Returns whether this is text, in UTF-8, in another ASCII-compatible encoding, or in UTF-16 with its mark. */
    boolean isText() {
        if (isMarkedUtf16()) {
            return isTextInUtf16();
        }
        boolean utf8 = true;
        int last = 1;
        for (int offset = 0; offset < length; offset += last) {
            int c = at(offset);
            if (isControl(c) || c == 0xff) {
                return false;
            }
            last = utf8CharacterBytes(offset);
            utf8 &= last > 0;
            last = Math.max(1, last);
        }
        return utf8 || length >= FEWEST_TELLING_BYTES;
    }

    /** Returns whether this starts with the byte order mark of UTF-16. */
    boolean isMarkedUtf16() {
        return has(0, "\u00fe\u00ff") || has(0, "\u00ff\u00fe");
    }

    private boolean isTextInUtf16() {
        int high = at(0) == 0xfe ? 0 : 1;
        for (int offset = 2; offset + 1 < length; offset += 2) {
            int c = at(offset + high) << 8 | at(offset + 1 - high);
            if (isControl(c) || c >= 0xfff0) {
                return false;
            }
        }
        return true;
    }

    private static boolean isControl(int c) {
        return (c < 0x20 && c != '\t' && c != '\n' && c != '\r' && c != '\f') || c == 0x7f;
    }

    /** Returns the bytes of the character of UTF-8 there, which may be cut off by the end; 0 if it is none. */
    int utf8CharacterBytes(int offset) {
        int start = at(offset);
        if (start < 0x80) {
            return 1;
        }
        int count = start >= 0xf0 ? 4 : start >= 0xe0 ? 3 : 2;
        if (start < 0xc2 || start > 0xf4) {
            return 0;
        }
        for (int i = 1; i < count && offset + i < length; i++) {
            if ((at(offset + i) & 0xc0) != 0x80) {
                return 0;
            }
        }
        return count;
    }
}
