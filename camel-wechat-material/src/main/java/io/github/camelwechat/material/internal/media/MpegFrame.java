package io.github.camelwechat.material.internal.media;

import org.jspecify.annotations.Nullable;

/**
 * Frame of MPEG audio, by the four bytes at its start. (ISO/IEC 11172-3 and 13818-3; MPEG 2.5 is Fraunhofer's.)
 *
 * @param layer   1 to 3; MP3 is layer 3
 * @param mpeg1   whether this is MPEG 1; otherwise it is MPEG 2 or 2.5
 * @param hertz   sample rate
 * @param mono    whether there is one channel
 * @param free    whether the header tells no bit rate, and so no length
 * @param padding bytes that are added to the length that all frames of a bit rate have
 * @param length  bytes of the whole frame; 0 if it is not known
 */
record MpegFrame(int layer, boolean mpeg1, int hertz, boolean mono, boolean free, int padding, int length) {

    /** Bytes of the header. */
    static final int HEADER_BYTES = 4;

    private static final int[][] KBITS_MPEG1 = {
            { 0, 32, 64, 96, 128, 160, 192, 224, 256, 288, 320, 352, 384, 416, 448 },
            { 0, 32, 48, 56, 64, 80, 96, 112, 128, 160, 192, 224, 256, 320, 384 },
            { 0, 32, 40, 48, 56, 64, 80, 96, 112, 128, 160, 192, 224, 256, 320 } };
    private static final int[] KBITS_MPEG2_LAYER_I = { 0, 32, 48, 56, 64, 80, 96, 112, 128, 144, 160, 176, 192, 224, 256 };
    private static final int[] KBITS_MPEG2 = { 0, 8, 16, 24, 32, 40, 48, 56, 64, 80, 96, 112, 128, 144, 160 };
    private static final int[] HERTZ_MPEG1 = { 44100, 48000, 32000 };
    private static final int MPEG1 = 3;
    private static final int MPEG25 = 0;
    private static final int MONO = 3;

    /**
     * Returns the frame that starts so, or null.
     *
     * @param header four bytes, big-endian; -1 for none
     */
    static @Nullable MpegFrame of(long header) {
        int bits = (int) header;
        if (header < 0 || bits >>> 21 != 0x7ff) {
            return null;
        }
        int version = bits >> 19 & 3;
        int layer = 4 - (bits >> 17 & 3);
        int bitrate = bits >> 12 & 15;
        int sampleRate = bits >> 10 & 3;
        if (version == 1 || layer == 4 || bitrate == 15 || sampleRate == 3) {
            return null;
        }
        boolean first = version == MPEG1;
        int hertz = HERTZ_MPEG1[sampleRate] >> (first ? 0 : version == MPEG25 ? 2 : 1);
        int kbits = kbits(first, layer)[bitrate];
        int padding = (bits >> 9 & 1) * (layer == 1 ? 4 : 1);
        boolean free = kbits == 0;
        return new MpegFrame(
                layer, first, hertz, (bits >> 6 & 3) == MONO, free, padding,
                free ? 0 : padding + length(layer, first, kbits * 1000, hertz));
    }

    private static int[] kbits(boolean mpeg1, int layer) {
        if (mpeg1) {
            return KBITS_MPEG1[layer - 1];
        }
        return layer == 1 ? KBITS_MPEG2_LAYER_I : KBITS_MPEG2;
    }

    private static int length(int layer, boolean mpeg1, int bits, int hertz) {
        return switch (layer) {
            case 1 -> 12 * bits / hertz * 4;
            case 2 -> 144 * bits / hertz;
            default -> (mpeg1 ? 144 : 72) * bits / hertz;
        };
    }

    /** Returns this frame in free format with its length, without padding. */
    MpegFrame withLength(int plain) {
        return new MpegFrame(layer, mpeg1, hertz, mono, free, padding, plain + padding);
    }

    /**
     * Returns whether both can be of one stream: the bit rate may change, and so may the way of coding two channels.
     */
    boolean isLike(@Nullable MpegFrame other) {
        return other != null && layer == other.layer && mpeg1 == other.mpeg1 && hertz == other.hertz;
    }

    long nanos() {
        return nanos(mpeg1 ? 1152 : 576);
    }

    long nanos(int samples) {
        return samples * 1_000_000_000L / hertz;
    }

    /**
     * Returns the number of bytes after the header that describe the coding in layer III; the message of a frame
     * without audio follows.
     */
    int sideInformation() {
        if (mpeg1) {
            return mono ? 17 : 32;
        }
        return mono ? 9 : 17;
    }
}
