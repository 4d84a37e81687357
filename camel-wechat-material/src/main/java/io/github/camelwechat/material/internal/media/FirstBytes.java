package io.github.camelwechat.material.internal.media;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/**
 * First bytes of a body. Reading outside of them is allowed and finds nothing.
 */
record FirstBytes(byte[] bytes, int length) {

    /** Enough to recognise a format: ASF headers and ID3 tags push what matters away from the start. */
    static final int SNIFFED_BYTES = 8 << 10;

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

    /** Returns whether this is text in an ASCII-compatible encoding: no control character that text does not have. */
    boolean isText() {
        for (int offset = 0; offset < length; offset++) {
            int c = at(offset);
            if ((c < 0x20 && c != '\t' && c != '\n' && c != '\r' && c != '\f') || c == 0x7f) {
                return false;
            }
        }
        return true;
    }
}
