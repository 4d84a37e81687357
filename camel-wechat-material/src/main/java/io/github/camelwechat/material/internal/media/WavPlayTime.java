package io.github.camelwechat.material.internal.media;

import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

/**
 * Play time of WAV: the size of its data by the size of one second. (Microsoft's "Multimedia Programming Interface and
 * Data Specifications 1.0", WAVEFORMATEX and WAVEFORMATEXTENSIBLE.)
 */
final class WavPlayTime implements PlayTime {

    private static final long FORMAT = 0x666d7420;
    private static final long FACT = 0x66616374;
    private static final long DATA = 0x64617461;
    private static final int START = 12;
    private static final int CHUNK = 8;
    private static final int LONGEST_FORMAT = 40;
    private static final int EXTENSIBLE = 0xfffe;
    private static final int MP3 = 0x55;
    private static final int GSM = 0x31;
    /** Codings with four bits for a sample: of Microsoft, OKI, IMA, Dialogic, Yamaha. */
    private static final Set<Integer> ADPCM = Set.of(0x02, 0x10, 0x11, 0x17, 0x20);
    /** Size of a description that tells the samples in a block. */
    private static final int WITH_BLOCK_SAMPLES = 20;
    private static final long UNKNOWN = 0xffffffffL;

    @Override
    public Duration of(ForwardReader in) throws IOException {
        Tags.skip(in);
        in.skip(START);
        FirstBytes format = null;
        long samples = 0;
        long data = -1;
        while (in.rest() > CHUNK && (format == null || data < 0)) {
            long name = in.number(0);
            long size = littleEndian(in, 4);
            if (name == FORMAT) {
                format = in.next(CHUNK + LONGEST_FORMAT);
            } else if (name == FACT) {
                samples = littleEndian(in, CHUNK);
            } else if (name == DATA) {
                // a writer to a pipe cannot go back to fill in the size: it is 0 then, or far too large
                long there = in.rest() - CHUNK;
                data = size == 0 ? there : Math.min(size, there);
                if (format != null) {
                    return time(format, samples, data, in);
                }
            }
            in.skip(CHUNK + size);
            if ((size & 1) != 0 && in.rest() > 0 && !isKnown(in.number(0))) {
                in.skip(1);
            }
        }
        return format == null || data < 0 ? Duration.ZERO : time(format, samples, data);
    }

    /** Returns the time, of MP3 in a WAV by its frames. */
    private static Duration time(FirstBytes format, long samples, long bytes, ForwardReader in) throws IOException {
        if (codec(format) == MP3) {
            in.skip(CHUNK);
            Duration frames = new Mp3PlayTime().of(in);
            if (!frames.isZero()) {
                return frames;
            }
        }
        return time(format, samples, bytes);
    }

    /** Returns whether a chunk starts here, though the padding of the one before it is missing. */
    private static boolean isKnown(long name) {
        return name == FORMAT || name == FACT || name == DATA;
    }

    private static int codec(FirstBytes format) {
        int tag = (int) format.littleEndian(CHUNK, 2);
        return tag == EXTENSIBLE ? (int) format.littleEndian(CHUNK + 24, 2) : tag;
    }

    private static long littleEndian(ForwardReader in, int ahead) throws IOException {
        long number = in.number(ahead);
        return number < 0 ? number : Integer.reverseBytes((int) number) & 0xffffffffL;
    }

    /** No field of the header is believed against the others. */
    private static Duration time(FirstBytes format, long samples, long bytes) {
        long size = format.littleEndian(4, 4);
        int codec = codec(format);
        int channels = (int) format.littleEndian(CHUNK + 2, 2);
        long rate = format.littleEndian(CHUNK + 4, 4);
        long average = format.littleEndian(CHUNK + 8, 4);
        int block = (int) format.littleEndian(CHUNK + 12, 2);
        int bits = (int) format.littleEndian(CHUNK + 14, 2);
        return switch (codec) {
            // integers, floats, A-law, µ-law: a block is a sample
            case 1, 3, 6, 7 -> quotient(bytes, agreed(average, rate * block, rate * channels * ((bits + 7) / 8)));
            // compressed
            default -> agreed(
                    samples < UNKNOWN ? quotient(samples, rate) : Duration.ZERO,
                    byBlocks(codec, bytes, block, size < WITH_BLOCK_SAMPLES ? 0 : format.littleEndian(CHUNK + 18, 2), rate),
                    ADPCM.contains(codec) ? quotient(2 * bytes, rate * channels) : Duration.ZERO,
                    quotient(bytes, average));
        };
    }

    /** Returns the time where all blocks have the same number of samples: ADPCM of Microsoft and IMA, and GSM. */
    private static Duration byBlocks(int codec, long bytes, int block, long samplesOfBlock, long rate) {
        return (ADPCM.contains(codec) || codec == GSM) && block > 0 && samplesOfBlock > 0
                ? quotient((bytes + block - 1) / block * samplesOfBlock, rate) : Duration.ZERO;
    }

    /** Returns the bytes of a second: the number that two of three ways to reckon it give, else the largest. */
    private static long agreed(long average, long byBlocks, long byBits) {
        if (average > 0 && (average == byBlocks || average == byBits)) {
            return average;
        }
        return byBlocks > 0 && byBlocks == byBits ? byBlocks : Math.max(average, Math.max(byBlocks, byBits));
    }

    /**
     * Returns the time that most ways to reckon it are near to: of three or four the middle one, of two the first,
     * unless it is far more than the other. The average of bytes in a second is often a guess.
     */
    private static Duration agreed(Duration... times) {
        List<Duration> known = Stream.of(times).filter(time -> !time.isZero()).toList();
        return switch (known.size()) {
            case 0 -> Duration.ZERO;
            case 2 -> known.get(0).compareTo(known.get(1).multipliedBy(2)) > 0 ? known.get(1) : known.get(0);
            default -> known.stream().sorted().toList().get(known.size() / 2);
        };
    }

    private static Duration quotient(long all, long perSecond) {
        return perSecond > 0 ? Duration.ofNanos((long) (all * 1e9 / perSecond)) : Duration.ZERO;
    }
}
