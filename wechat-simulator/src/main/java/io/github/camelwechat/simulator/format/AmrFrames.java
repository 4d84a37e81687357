package io.github.camelwechat.simulator.format;

import java.nio.charset.StandardCharsets;

/** AMR has no length in its header: each frame is 20 ms, and its first byte tells its size. */
final class AmrFrames {

    private static final double FRAME_SECONDS = 0.02;
    private static final byte[] WIDE = "#!AMR-WB\n".getBytes(StandardCharsets.ISO_8859_1);
    private static final int NARROW = "#!AMR\n".length();
    private static final int[] NARROW_SIZES = { 12, 13, 15, 17, 19, 20, 26, 31, 5, 0, 0, 0, 0, 0, 0, 0 };
    private static final int[] WIDE_SIZES = { 17, 23, 32, 36, 40, 46, 50, 58, 60, 5, 0, 0, 0, 0, 0, 0 };

    private AmrFrames() {
    }

    static double seconds(byte[] file) {
        boolean wide = file.length >= WIDE.length && file[5] == '-';
        int[] sizes = wide ? WIDE_SIZES : NARROW_SIZES;
        int frames = 0;
        for (int at = wide ? WIDE.length : NARROW; at < file.length; frames++) {
            at += 1 + sizes[file[at] >> 3 & 15];
        }
        return frames * FRAME_SECONDS;
    }
}
