package io.github.camelwechat.simulator.format;

import java.nio.charset.StandardCharsets;

/**
 * MP3 has no length either: frames are counted, each with its own size, so that it does not matter whether the bit rate
 * varies or whether a Xing header says so. That header is a frame without sound.
 */
final class Mp3Frames {

    private static final int[] KBITS_1 = { 0, 32, 40, 48, 56, 64, 80, 96, 112, 128, 160, 192, 224, 256, 320, 0 };
    private static final int[] KBITS_2 = { 0, 8, 16, 24, 32, 40, 48, 56, 64, 80, 96, 112, 128, 144, 160, 0 };
    private static final int[] RATES_1 = { 44100, 48000, 32000 };
    private static final int HEADER = 4;
    private static final int ID3 = 10;
    /** Xing and Info stand behind the side information, 36 bytes in at most, VBRI always 36. */
    private static final int TAG_WITHIN = 40;

    private final byte[] file;

    Mp3Frames(byte[] file) {
        this.file = file;
    }

    double seconds() {
        double seconds = 0;
        boolean inStep = false;
        int at = afterId3();
        while (at + HEADER <= file.length) {
            int length = length(at);
            // a header amid rubbish is one only if another follows where it says, or the file ends
            boolean frame = length > 0 && (inStep || at + length + HEADER > file.length || length(at + length) > 0);
            if (!frame) {
                at++;
                inStep = false;
                continue;
            }
            if (seconds > 0 || !hasTag(at, length)) {
                seconds += samples(at) / (double) rate(at);
            }
            at += length;
            inStep = true;
        }
        return seconds;
    }

    private int afterId3() {
        if (file.length < ID3 || file[0] != 'I' || file[1] != 'D' || file[2] != '3') {
            return 0;
        }
        int size = (file[6] & 0x7f) << 21 | (file[7] & 0x7f) << 14 | (file[8] & 0x7f) << 7 | (file[9] & 0x7f);
        boolean footer = (file[5] & 0x10) != 0;
        return Math.min(file.length, ID3 + size + (footer ? ID3 : 0));
    }

    /** {@return the size of the frame of layer III that begins there; 0 if none does} */
    private int length(int at) {
        boolean sync = (file[at] & 0xff) == 0xff && (file[at + 1] & 0xe0) == 0xe0;
        boolean reserved = (file[at + 1] & 0x18) == 0x08 || (file[at + 2] & 0x0c) == 0x0c;
        boolean layer3 = (file[at + 1] & 0x06) == 0x02;
        if (!sync || reserved || !layer3) {
            return 0;
        }
        int kbits = (isVersion1(at) ? KBITS_1 : KBITS_2)[(file[at + 2] & 0xf0) >> 4];
        return kbits == 0 ? 0 : samples(at) / 8 * kbits * 1000 / rate(at) + ((file[at + 2] & 0x02) >> 1);
    }

    private int samples(int at) {
        return isVersion1(at) ? 1152 : 576;
    }

    private int rate(int at) {
        int rate = RATES_1[(file[at + 2] & 0x0c) >> 2];
        return switch (file[at + 1] & 0x18) {
            case 0x18 -> rate;
            case 0x10 -> rate / 2;
            default -> rate / 4;
        };
    }

    private boolean isVersion1(int at) {
        return (file[at + 1] & 0x18) == 0x18;
    }

    private boolean hasTag(int at, int length) {
        int end = Math.min(file.length, at + Math.min(length, TAG_WITHIN));
        String head = new String(file, at, end - at, StandardCharsets.ISO_8859_1);
        return head.contains("Xing") || head.contains("Info") || head.contains("VBRI");
    }
}
