package io.github.camelwechat.material.internal.media;

import org.jspecify.annotations.Nullable;

/**
 * Frame of MP3, by the four bytes at its start. (ISO/IEC 11172-3 and 13818-3; MPEG 2.5 is Fraunhofer's.)
 *
 * @param mpeg1  whether this is MPEG 1; otherwise it is MPEG 2 or 2.5, of half the size
 * @param hertz  sample rate
 * @param mono   whether there is one channel
 * @param length bytes of the whole frame
 */
record MpegFrame(boolean mpeg1, int hertz, boolean mono, int length) {

    private static final int[] KBITS_MPEG1 = { 0, 32, 40, 48, 56, 64, 80, 96, 112, 128, 160, 192, 224, 256, 320 };
    private static final int[] KBITS_MPEG2 = { 0, 8, 16, 24, 32, 40, 48, 56, 64, 80, 96, 112, 128, 144, 160 };
    private static final int[] HERTZ_MPEG1 = { 44100, 48000, 32000 };
    private static final int MPEG1 = 3;
    private static final int MPEG25 = 0;
    private static final int LAYER_III = 1;
    private static final int MONO = 3;

    /**
     * Returns the frame that starts so, or null. Free format (no bit rate given) is not recognised.
     *
     * @param header four bytes, big-endian; -1 for none
     */
    static @Nullable MpegFrame of(long header) {
        int bits = (int) header;
        if (header < 0 || bits >>> 21 != 0x7ff || (bits >> 17 & 3) != LAYER_III) {
            return null;
        }
        int version = bits >> 19 & 3;
        int bitrate = bits >> 12 & 15;
        int sampleRate = bits >> 10 & 3;
        if (version == 1 || bitrate == 0 || bitrate == 15 || sampleRate == 3) {
            return null;
        }
        boolean first = version == MPEG1;
        int hertz = HERTZ_MPEG1[sampleRate] >> (first ? 0 : version == MPEG25 ? 2 : 1);
        int kbits = (first ? KBITS_MPEG1 : KBITS_MPEG2)[bitrate];
        int length = (first ? 144 : 72) * 1000 * kbits / hertz + (bits >> 9 & 1);
        return new MpegFrame(first, hertz, (bits >> 6 & 3) == MONO, length);
    }

    /**
     * Returns whether both can be of one stream: the bit rate may change, and so may the way of coding two channels.
     */
    boolean isLike(@Nullable MpegFrame other) {
        return other != null && mpeg1 == other.mpeg1 && hertz == other.hertz;
    }

    long nanos() {
        return nanos(mpeg1 ? 1152 : 576);
    }

    long nanos(int samples) {
        return samples * 1_000_000_000L / hertz;
    }

    /**
     * Returns the number of bytes after the header that describe the coding; the message of a frame without audio
     * follows.
     */
    int sideInformation() {
        if (mpeg1) {
            return mono ? 17 : 32;
        }
        return mono ? 9 : 17;
    }
}
