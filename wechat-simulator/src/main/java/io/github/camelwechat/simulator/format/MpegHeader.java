package io.github.camelwechat.simulator.format;

import org.jspecify.annotations.Nullable;

/**
 * The four bytes that begin each frame of MPEG audio.
 *
 * @param layer   3 is MP3
 * @param version 3 is MPEG 1, 2 is MPEG 2, 0 is MPEG 2.5
 * @param rate    samples per second
 * @param mono    one channel
 * @param kbits   per second; 0 in free format, which does not tell it
 * @param padding bytes more than other frames of this bit rate
 */
record MpegHeader(int layer, int version, int rate, boolean mono, int kbits, int padding) {

    private static final int[] V1_L1 = { 0, 32, 64, 96, 128, 160, 192, 224, 256, 288, 320, 352, 384, 416, 448 };
    private static final int[] V1_L2 = { 0, 32, 48, 56, 64, 80, 96, 112, 128, 160, 192, 224, 256, 320, 384 };
    private static final int[] V1_L3 = { 0, 32, 40, 48, 56, 64, 80, 96, 112, 128, 160, 192, 224, 256, 320 };
    private static final int[] V2_L1 = { 0, 32, 48, 56, 64, 80, 96, 112, 128, 144, 160, 176, 192, 224, 256 };
    private static final int[] V2_L23 = { 0, 8, 16, 24, 32, 40, 48, 56, 64, 80, 96, 112, 128, 144, 160 };
    private static final int[] RATES = { 44100, 48000, 32000 };

    /** {@return the header there, null if none is} */
    static @Nullable MpegHeader at(FileBytes file, long place) {
        if (file.at(place) != 0xff) {
            return null;
        }
        long bits = file.bigEndian(place, 4);
        int version = (int) (bits >> 19) & 3;
        int layer = 4 - ((int) (bits >> 17) & 3);
        int kbits = (int) (bits >> 12) & 15;
        int rate = (int) (bits >> 10) & 3;
        if (bits < 0 || (bits & 0xe00000) != 0xe00000 || version == 1 || layer == 4 || kbits == 15 || rate == 3) {
            return null;
        }
        return new MpegHeader(
                layer, version, RATES[rate] >> (version == 3 ? 0 : version == 2 ? 1 : 2), (bits >> 6 & 3) == 3,
                table(version, layer)[kbits], (int) (bits >> 9 & 1) * (layer == 1 ? 4 : 1));
    }

    private static int[] table(int version, int layer) {
        if (version == 3) {
            return layer == 1 ? V1_L1 : layer == 2 ? V1_L2 : V1_L3;
        }
        return layer == 1 ? V2_L1 : V2_L23;
    }

    boolean isFree() {
        return kbits == 0;
    }

    boolean isLike(@Nullable MpegHeader other) {
        return other != null && layer == other.layer && (version == 3) == (other.version == 3) && rate == other.rate;
    }

    /** {@return the bytes of the frame, where the bit rate is told} */
    int bytes() {
        int bits = kbits * 1000;
        return padding + (layer == 1 ? 12 * bits / rate * 4 : (layer == 3 && version != 3 ? 72 : 144) * bits / rate);
    }

    int samples() {
        return version == 3 ? 1152 : 576;
    }

    /** {@return the bytes to what may be a Xing header} */
    int sideInformation() {
        return version == 3 ? mono ? 17 : 32 : mono ? 9 : 17;
    }
}
