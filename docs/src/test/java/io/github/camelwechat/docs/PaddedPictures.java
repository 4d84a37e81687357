package io.github.camelwechat.docs;

import java.util.Arrays;

/** Pictures with zeros behind their end, so that they are as long as asked for. */
final class PaddedPictures {

    private PaddedPictures() {
    }

    static byte[] png(int size) {
        return Arrays.copyOf(Pictures.png(), size);
    }
}
