package io.github.camelwechat.material.internal.media;

import java.io.IOException;
import java.time.Duration;

/**
 * Play time of WAV: the size of its data by the size of one second. (Microsoft's "Multimedia Programming Interface and
 * Data Specifications 1.0", WAVEFORMATEX and WAVEFORMATEXTENSIBLE.)
 */
final class WavPlayTime implements PlayTime {

    private static final int START = 12;
    private static final int CHUNK = 8;
    private static final int LONGEST_FORMAT = 40;
    private static final int EXTENSIBLE = 0xfffe;
    private static final long UNKNOWN = 0xffffffffL;

    @Override
    public Duration of(ForwardReader in) throws IOException {
        in.skip(START);
        FirstBytes format = null;
        long samples = 0;
        while (in.rest() > CHUNK) {
            FirstBytes chunk = in.next(CHUNK + LONGEST_FORMAT);
            long size = chunk.littleEndian(4, 4);
            switch (chunk.fourCharacters(0)) {
                case "fmt " -> format = chunk;
                case "fact" -> samples = chunk.littleEndian(CHUNK, 4);
                case "data" -> {
                    // a writer to a pipe cannot go back to fill in the size: it is 0 then, or far too large
                    long there = in.rest() - CHUNK;
                    return format == null ? Duration.ZERO : time(format, samples, size == 0 ? there : Math.min(size, there));
                }
                default -> {
                    // remarks, marks, loops
                }
            }
            in.skip(CHUNK + size + (size & 1));
        }
        return Duration.ZERO;
    }

    private static Duration time(FirstBytes format, long samples, long bytes) {
        int tag = (int) format.littleEndian(CHUNK, 2);
        long rate = format.littleEndian(CHUNK + 4, 4);
        long bytesPerSecond = format.littleEndian(CHUNK + 8, 4);
        int frame = (int) format.littleEndian(CHUNK + 12, 2);
        return switch (tag == EXTENSIBLE ? (int) format.littleEndian(CHUNK + 24, 2) : tag) {
            // integers, floats, A-law, µ-law: a frame is a sample
            case 1, 3, 6, 7 -> quotient(bytes, rate * frame);
            // compressed: bytes per second are an average, and often a guess
            default -> samples > 0 && samples < UNKNOWN ? quotient(samples, rate) : quotient(bytes, bytesPerSecond);
        };
    }

    private static Duration quotient(long all, long perSecond) {
        return perSecond > 0 ? Duration.ofNanos((long) (all * 1e9 / perSecond)) : Duration.ZERO;
    }
}
