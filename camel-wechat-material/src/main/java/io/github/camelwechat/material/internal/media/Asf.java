package io.github.camelwechat.material.internal.media;

import java.util.HexFormat;

/**
 * Microsoft's container, which holds WMA and WMV alike: what tells them apart is a stream of the type video, announced
 * in the header. (Numbers from the Advanced Systems Format specification, sections 10.1 and 10.5.)
 */
final class Asf {

    private static final byte[] HEADER = HexFormat.of().parseHex("3026b2758e66cf11a6d900aa0062ce6c");
    private static final byte[] VIDEO = HexFormat.of().parseHex("c0ef19bc4d5bcf11a8fd00805f5c442b");

    private Asf() {
    }

    static boolean isAsf(Head head) {
        return head.has(0, HEADER);
    }

    /** As far as the first bytes tell: without a video stream in sight it passes for audio. */
    static MediaFormat format(Head head) {
        return head.contains(VIDEO) ? MediaFormat.WMV : MediaFormat.WMA;
    }
}
