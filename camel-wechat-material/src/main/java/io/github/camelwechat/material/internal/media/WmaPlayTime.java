package io.github.camelwechat.material.internal.media;

import java.io.IOException;
import java.time.Duration;
import java.util.HexFormat;

/**
 * Play time of WMA: that in the header, less the time in which a player gathers data before it starts, and at most the
 * time of sending beside it. (Advanced Systems Format specification, section 3.2.)
 */
final class WmaPlayTime implements PlayTime {

    private static final byte[] FILE_PROPERTIES = HexFormat.of().parseHex("a1dcab8c47a9cf118ee400c00c205365");
    private static final long FILE_PROPERTIES_START = 0xa1dcab8cL;
    private static final int START = 30;
    private static final int OBJECT = 24;
    private static final int PROPERTIES = 92;
    private static final int BROADCAST = 1;
    private static final long TICKS_PER_MILLI = 10_000;

    @Override
    public Duration of(ForwardReader in) throws IOException {
        Tags.skip(in);
        in.skip(START);
        while (in.rest() > OBJECT) {
            if (in.number(0) == FILE_PROPERTIES_START) {
                FirstBytes object = in.next(PROPERTIES);
                if (object.has(0, FILE_PROPERTIES)) {
                    return time(object);
                }
            }
            long size = Asf.size(in);
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
        long play = Math.max(0, playDuration / TICKS_PER_MILLI - preroll);
        long send = properties.littleEndian(72, 8) / TICKS_PER_MILLI;
        return Duration.ofMillis(send > 0 ? Math.min(play, send) : play);
    }
}
