package io.github.camelwechat.material.internal.media;

import java.io.IOException;
import java.time.Duration;
import java.util.HexFormat;

/**
 * Play time of WMA: that in the header, less the time in which a player gathers data before it starts. (Advanced
 * Systems Format specification, section 3.2.)
 */
final class WmaPlayTime implements PlayTime {

    private static final byte[] FILE_PROPERTIES = HexFormat.of().parseHex("a1dcab8c47a9cf118ee400c00c205365");
    private static final int START = 30;
    private static final int OBJECT = 24;
    private static final int PROPERTIES = 92;
    private static final int BROADCAST = 1;

    @Override
    public Duration of(ForwardReader in) throws IOException {
        in.skip(START);
        while (in.rest() > OBJECT) {
            FirstBytes object = in.next(PROPERTIES);
            if (object.has(0, FILE_PROPERTIES)) {
                return time(object);
            }
            long size = object.littleEndian(16, 8);
            if (size < OBJECT) {
                break;
            }
            in.skip(size);
        }
        return Duration.ZERO;
    }

    private static Duration time(FirstBytes properties) {
        long playDuration = properties.littleEndian(64, 8);
        long preroll = properties.littleEndian(80, 8);
        long flags = properties.littleEndian(88, 4);
        // a broadcast that was recorded knows no length
        if (playDuration < 0 || preroll < 0 || flags < 0 || (flags & BROADCAST) != 0) {
            return Duration.ZERO;
        }
        return Duration.ofMillis(Math.max(0, playDuration / 10_000 - preroll));
    }
}
