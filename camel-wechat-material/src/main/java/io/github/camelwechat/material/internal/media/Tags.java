package io.github.camelwechat.material.internal.media;

import java.io.IOException;

/**
 * Tags with title and pictures before many an MP3, and before other audio too: ID3 (id3.org, ID3v2.2 to 2.4) and APE
 * version 2 (hydrogenaud.io, "APEv2 specification"). Several may follow each other.
 */
final class Tags {

    /** Enough for the length of a tag. */
    static final int HEADER_BYTES = 32;

    private static final int ID3 = 0x494433;
    private static final int APET = 0x41504554;
    private static final int FTYP = 0x66747970;
    /** More than any file has. */
    private static final int MAX_TAGS = 100;
    /** Most padding after a tag: 256 KB. A file that was not written to its end may have any number. */
    private static final int MAX_ZEROS = 256 << 10;
    private static final int ID3_HEADER_BYTES = 10;
    private static final int ID3_FOOTER_FLAG = 0x10;
    private static final int NO_VERSION = 0xff;
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

    /** {@return the bytes of the whole tag at the reader's place; 0 if none starts there} */
    static long length(ForwardReader in) throws IOException {
        long start = in.number(0);
        return start >> 8 == ID3 || start == APET ? length(in.next(HEADER_BYTES)) : 0;
    }

    /**
     * Skips all tags, and the zeros after them, but those that start another format. A tag longer than all the rest is
     * lying, or hides it.
     *
     * @return whether a tag goes on to the end: then only its header is skipped
     */
    static boolean skip(ForwardReader in) throws IOException {
        long tag = length(in);
        for (int tags = 0; tag > 0 && tags < MAX_TAGS; tags++) {
            if (tag >= in.rest()) {
                in.skip(ID3_HEADER_BYTES);
                return true;
            }
            in.skip(tag);
            for (int zeros = 0; zeros < MAX_ZEROS && in.at(0) == 0 && in.number(4) != FTYP && !isSignature(in); zeros++) {
                in.skip(1);
            }
            tag = length(in);
        }
        return false;
    }

    /** Returns whether a format starts here whose first bytes are zeros, but not all of them. */
    private static boolean isSignature(ForwardReader in) throws IOException {
        if (in.number(0) <= 0) {
            return false;
        }
        FirstBytes start = in.next(HEADER_BYTES);
        return IsoMedia.startsWithBox(start) || Signatures.format(start) != null;
    }

    private static long lengthOfId3(FirstBytes first) {
        long size = first.number(6);
        // a text does not go on with a control character
        boolean tag = first.has(0, "ID3") && size >= 0 && (first.at(3) < ' ' || first.at(3) == NO_VERSION);
        if (!tag || first.at(3) == NO_VERSION || (size & 0x80808080L) != 0) {
            // of a length that no reader understands: what comes after the header is passed over as junk
            return tag ? ID3_HEADER_BYTES : 0;
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
