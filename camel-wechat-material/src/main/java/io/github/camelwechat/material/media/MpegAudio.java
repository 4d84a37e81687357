package io.github.camelwechat.material.media;

/**
 * MP3, with an ID3 tag in front or without. A file without a tag has no signature, only frame headers of four bytes, so
 * these are checked in full, and a second frame must follow where the first one says. (ISO/IEC 11172-3 and 13818-3;
 * id3.org, ID3v2.)
 */
final class MpegAudio {

    private static final int[] KBITS_MPEG1 = { 0, 32, 40, 48, 56, 64, 80, 96, 112, 128, 160, 192, 224, 256, 320 };
    private static final int[] KBITS_MPEG2 = { 0, 8, 16, 24, 32, 40, 48, 56, 64, 80, 96, 112, 128, 144, 160 };
    private static final int[] HERTZ_MPEG1 = { 44100, 48000, 32000 };
    private static final int MPEG1 = 3;
    private static final int MPEG25 = 0;
    private static final int LAYER_III = 1;

    private MpegAudio() {
    }

    /** @return MP3, or AAC or FLAC where these are what it really is; null if it is none of these */
    static MediaFormat format(Head head) {
        if (!head.has(0, "ID3")) {
            return withoutTag(head, 0);
        }
        if (head.at(3) < 2 || head.at(3) > 4 || head.number(6) < 0 || (head.number(6) & 0x80808080L) != 0) {
            return null;
        }
        long behind = 10 + syncSafe(head.number(6)) + ((head.at(5) & 0x10) != 0 ? 10 : 0);
        if (behind >= head.length()) {
            // a large cover picture: nothing more to see from here
            return MediaFormat.MP3;
        }
        int offset = (int) behind;
        while (head.at(offset) == 0) {
            offset++;
        }
        return offset == head.length() ? MediaFormat.MP3 : withoutTag(head, offset);
    }

    private static MediaFormat withoutTag(Head head, int offset) {
        if (head.has(offset, "fLaC")) {
            return MediaFormat.FLAC;
        }
        if (head.at(offset) == 0xff && (head.at(offset + 1) & 0xf6) == 0xf0 && (head.at(offset + 2) >> 2 & 15) < 13) {
            return MediaFormat.AAC;
        }
        int length = frameLength(head, offset);
        boolean followed = offset + length + 4 > head.length() || frameLength(head, offset + length) > 0;
        return length > 0 && followed ? MediaFormat.MP3 : null;
    }

    /** Bytes of the frame that starts there; 0 if none does. Free format (no bit rate given) is not recognised. */
    private static int frameLength(Head head, int offset) {
        int second = head.at(offset + 1);
        int third = head.at(offset + 2);
        if (head.at(offset) != 0xff || third < 0 || (second & 0xe0) != 0xe0 || (second >> 1 & 3) != LAYER_III) {
            return 0;
        }
        int version = second >> 3 & 3;
        int bitrate = third >> 4;
        int sampleRate = third >> 2 & 3;
        if (version == 1 || bitrate == 0 || bitrate == 15 || sampleRate == 3) {
            return 0;
        }
        boolean first = version == MPEG1;
        int hertz = HERTZ_MPEG1[sampleRate] >> (first ? 0 : version == MPEG25 ? 2 : 1);
        int kbits = (first ? KBITS_MPEG1 : KBITS_MPEG2)[bitrate];
        return (first ? 144 : 72) * 1000 * kbits / hertz + (third >> 1 & 1);
    }

    /** Four bytes of seven bits each. */
    private static long syncSafe(long number) {
        return number >> 3 & 0xfe00000L | number >> 2 & 0x1fc000L | number >> 1 & 0x3f80L | number & 0x7fL;
    }
}
