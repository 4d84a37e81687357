package io.github.camelwechat.simulator.format;

import java.time.Duration;
import java.util.Optional;

/**
 * How long a voice plays, read from what is in the file: its frames where the format has no length that can be trusted.
 * Internal: not API.
 */
public final class PlayTime {

    private static final long NANOS_IN_A_MILLI = 1_000_000;

    private PlayTime() {
    }

    /**
     * {@return how long the voice plays; empty if the file does not tell}
     *
     * @param format of the bytes
     * @param file   the whole file
     */
    public static Optional<Duration> of(Format format, FileBytes file) {
        long nanos = switch (format) {
            case MP3 -> new Mp3Frames(file).nanos();
            case AMR -> AmrFrames.nanos(file);
            case WAV -> new WavChunks(file).nanos();
            case WMA -> Math.min(AsfObjects.millis(file), Long.MAX_VALUE / NANOS_IN_A_MILLI) * NANOS_IN_A_MILLI;
            default -> 0;
        };
        return nanos > 0 ? Optional.of(Duration.ofNanos(nanos)) : Optional.empty();
    }
}
