package io.github.camelwechat.material.internal.media;

import java.io.IOException;
import java.time.Duration;

/**
 * Play time of AMR narrow band: frames of 20 ms, whose first byte tells their size. (RFC 4867, section 5; 3GPP TS
 * 26.101.)
 */
final class AmrPlayTime implements PlayTime {

    private static final int START = "#!AMR\n".length();
    private static final int FRAME_MILLIS = 20;
    /** Sizes by the frame's type, its first byte included; 0: there is no such type in a file. */
    private static final int[] FRAME_BYTES = { 13, 14, 16, 18, 20, 21, 27, 32, 6, 0, 0, 0, 0, 0, 0, 1 };

    @Override
    public Duration of(ForwardReader in) throws IOException {
        Tags.skip(in);
        in.skip(START);
        long frames = 0;
        while (in.rest() > 0) {
            int size = FRAME_BYTES[in.at(0) >> 3 & 15];
            if (size == 0 || size > in.rest()) {
                break;
            }
            frames++;
            in.skip(size);
        }
        return Duration.ofMillis(FRAME_MILLIS * frames);
    }
}
