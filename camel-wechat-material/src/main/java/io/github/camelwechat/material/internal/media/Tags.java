package io.github.camelwechat.material.internal.media;

import java.io.IOException;

/**
 * Tags with title and pictures before many an MP3, and before other audio too: ID3 (id3.org, ID3v2.2 to 2.4) and APE
 * version 2 (hydrogenaud.io, "APEv2 specification"). Several may follow each other.
 */
final class Tags {

    /** Enough for the length of a tag. */
    static final int HEADER_BYTES = 32;

    private static final int ID3_HEADER_BYTES = 10;
    private static final int ID3_FOOTER_FLAG = 0x10;
    private static final int APE_IS_HEADER = 0x20;

    private Tags() {
    }

    /** Returns whether a tag starts here, whatever its length. */
    static boolean startIn(FirstBytes first) {
        return lengthOfId3(first) > 0 || lengthOfApe(first) > 0;
    }

    /** {@return the bytes of the whole tag; 0 if none starts here} */
    static long length(FirstBytes first) {
        long id3 = lengthOfId3(first);
        return id3 > 0 ? id3 : lengthOfApe(first);
    }

    /**
     * Skips all tags, and the zeros after them. A tag longer than all the rest is lying, or hides it.
     *
     * @return the bytes skipped; -1 if a tag goes on to the end, of which only the header is skipped
     */
    static long skip(ForwardReader in) throws IOException {
        long start = in.rest();
        for (long tag; (tag = length(in.next(HEADER_BYTES))) > 0;) {
            if (tag >= in.rest()) {
                in.skip(ID3_HEADER_BYTES);
                return -1;
            }
            in.skip(tag);
            while (in.at(0) == 0) {
                in.skip(1);
            }
        }
        return start - in.rest();
    }

    private static long lengthOfId3(FirstBytes first) {
        long size = first.number(6);
        if (!first.has(0, "ID3") || first.at(3) < 2 || first.at(3) > 4 || size < 0 || (size & 0x80808080L) != 0) {
            return 0;
        }
        return ID3_HEADER_BYTES + syncSafe(size) + ((first.at(5) & ID3_FOOTER_FLAG) != 0 ? ID3_HEADER_BYTES : 0);
    }

    /** Returns the number in four bytes of seven bits each. */
    private static long syncSafe(long number) {
        return ((number >> 3) & 0xfe00000L) | ((number >> 2) & 0x1fc000L) | ((number >> 1) & 0x3f80L) | (number & 0x7fL);
    }

    /**
     * Returns the length of a tag with a header; its size is that of the items, and of a footer as long as the header.
     */
    private static long lengthOfApe(FirstBytes first) {
        return first.has(0, "APETAGEX") && first.length() >= HEADER_BYTES && (first.at(23) & APE_IS_HEADER) != 0
                ? HEADER_BYTES + first.littleEndian(12, 4) : 0;
    }
}
