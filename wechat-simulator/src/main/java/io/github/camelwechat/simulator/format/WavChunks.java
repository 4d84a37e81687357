package io.github.camelwechat.simulator.format;

import java.util.Arrays;

/**
 * The chunks of WAV. {@code data} may claim more than there is, or nothing, and no number of {@code fmt } is believed
 * against the others.
 */
final class WavChunks {

    private static final int START = 12;
    private static final int CHUNK = 8;
    private static final long UNKNOWN = 0xffffffffL;

    private final FileBytes file;
    private long format = -1;
    private long samples;

    WavChunks(FileBytes file) {
        this.file = file;
    }

    long nanos() {
        long at = Mp3Frames.afterTags(file) + START;
        long data = -1;
        while (at + CHUNK < file.size() && (format < 0 || data < 0)) {
            long length = file.littleEndian(at + 4, 4);
            if (file.has(at, "fmt ")) {
                format = at + CHUNK;
            } else if (file.has(at, "fact")) {
                samples = Math.max(0, file.littleEndian(at + CHUNK, 4));
            } else if (file.has(at, "data")) {
                long there = file.size() - at - CHUNK;
                data = length == 0 ? there : Math.min(length, there);
                long frames = format >= 0 && tag() == 0x55 ? new Mp3Frames(file).nanos(at + CHUNK) : 0;
                if (frames > 0) {
                    return frames;
                }
            }
            at += CHUNK + length;
            // writers forget the byte that makes an odd length even
            boolean begins = file.has(at, "data") || file.has(at, "fmt ") || file.has(at, "fact");
            at += begins ? 0 : length & 1;
        }
        return format < 0 || data < 0 ? 0 : nanos(data);
    }

    private long tag() {
        return field(0, 2) == 0xfffe ? field(24, 2) : field(0, 2);
    }

    private long nanos(long bytes) {
        long rate = field(4, 4);
        long perSecond = field(8, 4);
        long block = field(12, 2);
        long tag = tag();
        if (tag == 1 || tag == 3 || tag == 6 || tag == 7) {
            return quotient(bytes, plain(perSecond, rate * block, rate * field(2, 2) * ((field(14, 2) + 7) / 8)));
        }
        // four bits for each sample, whoever has devised it
        boolean adpcm = tag == 2 || tag == 0x10 || tag == 0x11 || tag == 0x17 || tag == 0x20;
        boolean blocks = (adpcm || tag == 0x31) && block > 0 && file.littleEndian(format - 4, 4) >= 20 && field(18, 2) > 0;
        return packed(
                samples < UNKNOWN ? quotient(samples, rate) : 0,
                blocks ? quotient((bytes + block - 1) / block * field(18, 2), rate) : 0,
                adpcm ? quotient(2 * bytes, rate * field(2, 2)) : 0, quotient(bytes, perSecond));
    }

    private long field(int offset, int count) {
        return file.littleEndian(format + offset, count);
    }

    /** What two of the three say, else the most, which makes the shortest time. */
    private static long plain(long said, long byBlock, long byBits) {
        if (said > 0 && (said == byBlock || said == byBits)) {
            return said;
        }
        return byBlock > 0 && byBlock == byBits ? byBlock : Math.max(said, Math.max(byBlock, byBits));
    }

    /** Of three or four times the middle one; of two the first, unless it is more than twice the other. */
    private static long packed(long... times) {
        long[] known = Arrays.stream(times).filter(time -> time > 0).toArray();
        return switch (known.length) {
            case 0 -> 0;
            case 2 -> known[0] / 2 > known[1] ? known[1] : known[0];
            default -> Arrays.stream(known).sorted().toArray()[known.length / 2];
        };
    }

    private static long quotient(long all, long perSecond) {
        return perSecond > 0 ? (long) (all * 1e9 / perSecond) : 0;
    }
}
