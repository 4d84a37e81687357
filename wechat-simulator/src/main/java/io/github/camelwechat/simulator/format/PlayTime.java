package io.github.camelwechat.simulator.format;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.time.Duration;
import java.util.Optional;

/**
 * How long a voice plays, read from what is in the file: its frames where the format has no length that can be trusted.
 * Internal: not API.
 */
public final class PlayTime {

    private static final double NANOS = 1e9;

    private PlayTime() {
    }

    /**
     * {@return how long the voice plays; empty if the file does not tell}
     *
     * @param format of the bytes
     * @param bytes  the whole file
     */
    public static Optional<Duration> of(Format format, byte[] bytes) {
        double seconds = switch (format) {
            case MP3 -> new Mp3Frames(bytes).seconds();
            case AMR -> AmrFrames.seconds(bytes);
            case WAV -> wav(little(bytes));
            case WMA -> wma(little(bytes));
            default -> 0;
        };
        long nanos = Math.round(seconds * NANOS);
        return nanos > 0 && nanos < Long.MAX_VALUE ? Optional.of(Duration.ofNanos(nanos)) : Optional.empty();
    }

    /** The chunk {@code fmt } tells the bytes per second; {@code data} may claim more than there is. */
    private static double wav(ByteBuffer file) {
        long bytesPerSecond = 0;
        long at = 12;
        while (at + 8 <= file.limit()) {
            int name = file.getInt((int) at);
            long length = Integer.toUnsignedLong(file.getInt((int) at + 4));
            if (name == 0x20746d66 && at + 20 <= file.limit()) {
                bytesPerSecond = Integer.toUnsignedLong(file.getInt((int) at + 16));
            } else if (name == 0x61746164) {
                return bytesPerSecond == 0 ? 0 : Math.min(length, file.limit() - at - 8) / (double) bytesPerSecond;
            }
            at += 8 + length + (length & 1);
        }
        return 0;
    }

    /** The object "file properties" tells the length, with the time that a player fills its buffer first. */
    private static double wma(ByteBuffer file) {
        long at = 30;
        while (at + 104 <= file.limit()) {
            long length = file.getLong((int) at + 16);
            if (file.getLong((int) at) == 0x11cfa9478cabdca1L && file.getLong((int) at + 8) == 0x6553200cc000e48eL) {
                boolean broadcast = (file.getInt((int) at + 88) & 1) != 0;
                return broadcast ? 0 : file.getLong((int) at + 64) / 1e7 - file.getLong((int) at + 80) / 1e3;
            }
            if (length < 24 || length > file.limit()) {
                return 0;
            }
            at += length;
        }
        return 0;
    }

    private static ByteBuffer little(byte[] bytes) {
        return ByteBuffer.wrap(bytes).order(ByteOrder.LITTLE_ENDIAN);
    }
}
