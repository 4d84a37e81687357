package io.github.camelwechat.material.internal.media;

import java.io.IOException;

/**
 * Frame of AAC without a container. (ADTS: ISO/IEC 13818-7, section 6.2.)
 */
final class AdtsFrame {

    private static final int HEADER_BYTES = 7;
    private static final int SAMPLE_RATES = 13;

    private AdtsFrame() {
    }

    /** Returns whether frames follow each other from here on, as many as that or up to the end of what can be seen. */
    static boolean isChain(ForwardReader in, int count) throws IOException {
        int at = 0;
        for (int frames = 0; frames < count; frames++) {
            if (in.at(at) != 0xff || (in.at(at + 1) & 0xf6) != 0xf0 || (in.at(at + 2) >> 2 & 15) >= SAMPLE_RATES
                    || in.at(at + 2) < 0) {
                return false;
            }
            int length = (in.at(at + 3) & 3) << 11 | in.at(at + 4) << 3 | in.at(at + 5) >> 5;
            if (in.at(at + 5) < 0) {
                return frames == 0 && count == 1;
            }
            if (length < HEADER_BYTES) {
                return false;
            }
            at += length;
        }
        return true;
    }
}
