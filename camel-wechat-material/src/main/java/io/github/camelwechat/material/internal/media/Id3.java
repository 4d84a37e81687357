package io.github.camelwechat.material.internal.media;

/**
 * Tag with title and pictures before many an MP3, and before other audio too. (id3.org, ID3v2.2 to 2.4.)
 */
final class Id3 {

    /** Enough for the length of the tag. */
    static final int HEADER_BYTES = 10;

    private static final int FOOTER_FLAG = 0x10;

    private Id3() {
    }

    /** {@return the bytes of the whole tag; 0 if none starts here} */
    static long length(FirstBytes first) {
        long size = first.number(6);
        if (!first.has(0, "ID3") || first.at(3) < 2 || first.at(3) > 4 || size < 0 || (size & 0x80808080L) != 0) {
            return 0;
        }
        return HEADER_BYTES + syncSafe(size) + ((first.at(5) & FOOTER_FLAG) != 0 ? HEADER_BYTES : 0);
    }

    /** Returns the number in four bytes of seven bits each. */
    private static long syncSafe(long number) {
        return ((number >> 3) & 0xfe00000L) | ((number >> 2) & 0x1fc000L) | ((number >> 1) & 0x3f80L) | (number & 0x7fL);
    }
}
