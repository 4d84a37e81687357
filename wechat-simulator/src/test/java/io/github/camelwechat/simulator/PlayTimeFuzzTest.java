package io.github.camelwechat.simulator;

import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

import io.github.camelwechat.simulator.format.FileBytes;
import io.github.camelwechat.simulator.format.Format;
import io.github.camelwechat.simulator.format.FormatRecogniser;
import io.github.camelwechat.simulator.format.PlayTime;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

import static org.assertj.core.api.Assertions.assertThat;

/** Voices that no encoder would make: their format and length are told or not, in a bounded time and memory. */
@Timeout(value = 300, threadMode = Timeout.ThreadMode.SEPARATE_THREAD)
class PlayTimeFuzzTest {

    private static final int INPUTS = 10_000;
    private static final int MOST_READERS_NEED = 300_000;
    private static final int LARGEST = 2 * 1024 * 1024;

    @Test
    void spoiltFilesTellALengthOrNone() {
        List<byte[]> files = List.of(
                Samples.resource("mpeg25-cbr.mp3"), Samples.resource("mpeg1-id3.mp3"), Samples.resource("vbr.mp3"),
                Samples.resource("vbr-no-xing.mp3"), Samples.resource("tone.amr"), Samples.resource("tone.wma"),
                Samples.wav(0.3), Samples.latin1("#!AMR-WB\n"), new byte[0]);
        Mutations mutations = new Mutations(5);
        int told = 0;
        for (int i = 0; i < INPUTS; i++) {
            byte[] file = files.get(i % files.size());
            // the headers, where most can go wrong, get their share
            byte[] spoilt = mutations.of(mutations.upTo(2) == 0 ? file : Arrays.copyOf(file, Math.min(file.length, 200)));
            Optional<Format> format = FormatRecogniser.recognise(FileBytes.of(spoilt));
            for (Format each : Format.values()) {
                Optional<Duration> length = timed(each, spoilt);
                assertThat(length.orElse(Duration.ofDays(1))).as("input %s as %s", i, each).isPositive();
                told += format.filter(each::equals).isPresent() && length.isPresent() ? 1 : 0;
            }
        }
        assertThat(told).isBetween(INPUTS / 4, INPUTS * 9 / 10);
    }

    /** What makes a reader go on in the smallest steps, as large as a voice may be. */
    @ParameterizedTest
    @EnumSource(names = { "MP3", "AMR", "WAV", "WMA" })
    void largeFilesOfOneByte(Format format) {
        byte[] file = new byte[LARGEST];
        for (int value = 0; value < 256; value += 5) {
            Arrays.fill(file, (byte) value);
            timed(format, file);
        }
    }

    private static Optional<Duration> timed(Format format, byte[] file) {
        Object[] result = new Object[1];
        long allocated = Mutations.allocatedBy(() -> result[0] = PlayTime.of(format, FileBytes.of(file)).orElse(null));
        assertThat(allocated).isLessThan(MOST_READERS_NEED);
        return Optional.ofNullable((Duration) result[0]);
    }
}
