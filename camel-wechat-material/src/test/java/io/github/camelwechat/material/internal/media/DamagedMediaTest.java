package io.github.camelwechat.material.internal.media;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;

import com.sun.management.ThreadMXBean;
import io.github.camelwechat.material.error.WechatMaterialException;
import io.github.camelwechat.material.internal.media.FirstGuess.Structure;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

/**
 * Whatever the bytes are, looking at them ends, in one passage over them, in little memory, and with an exception of
 * ours or none. The time-out is for a loop that reads nothing, which no count of bytes would show.
 */
@Timeout(value = 120, threadMode = Timeout.ThreadMode.SEPARATE_THREAD)
class DamagedMediaTest extends PreparerTestBase {

    private static final int SEEDS = 120;
    private static final List<MediaFormat> VOICES
            = Arrays.stream(MediaFormat.values()).filter(MaterialType.VOICE.rule()::accepts).toList();
    private static final int BUFFERS = 96 << 10;

    private final ThreadMXBean threads = (ThreadMXBean) ManagementFactory.getThreadMXBean();

    static List<Path> samples() throws IOException {
        try (Stream<Path> all = Files.walk(Samples.path("README.md").getParent())) {
            return all.filter(Files::isRegularFile).sorted().toList();
        }
    }

    @ParameterizedTest
    @MethodSource("samples")
    void aDamagedFileIsTakenOrRefused(Path sample) throws IOException {
        byte[] whole = Files.readAllBytes(sample);
        // classes are loaded and linked on first use, which takes memory too
        check(whole, "warm-up", Long.MAX_VALUE);
        for (int seed = 0; seed < SEEDS; seed++) {
            byte[] damaged = Damage.of(whole, seed);
            String what = sample.getFileName() + ", seed " + seed;
            check(damaged, what, BUFFERS + 64L * (VOICES.size() + 3) * damaged.length);
            takenOrRefused(damaged, what);
        }
    }

    @ParameterizedTest
    @MethodSource("samples")
    void noStartOfAFileIsTooShort(Path sample) throws IOException {
        byte[] whole = Files.readAllBytes(sample);
        for (int length = 0; length < Math.min(600, whole.length); length++) {
            check(Arrays.copyOf(whole, length), sample.getFileName() + ", the first " + length, Long.MAX_VALUE);
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {
            "", "\u00ff", "\0", "\u00ff\u00fb\u0010\0", "\u00ff\u00fb\u00e0\0", "\u00ff\u00e3\u0018\u00c4",
            "ID3\u0003\0\0\0\0\0\0",
            "ID3\u0003\0\0\u007f\u007f\u007f\u007f", "RIFF\0\0\0\0WAVE", "LIST\0\0\0\0", "data\0\0\0\0", "|",
            "fmt \u0010\0\0\0\u0001\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0", "\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\u0018\0\0\0\0\0\0\0" })
    void aFileAsLongAsItMayBeOfNothingButOneThing(String unit) throws IOException {
        for (String start : new String[] {
                "", "#!AMR\n", "RIFF\0\0\0\0WAVE", "ID3\u0003\0\0\0\0\0\0", "\u00ff\u00fb\u0090\0",
                new String(Arrays.copyOf(Samples.bytes("tone.wma"), 30), StandardCharsets.ISO_8859_1) }) {
            String all = start + unit.repeat(((2 << 20) - start.length()) / Math.max(1, unit.length()));
            check(all.getBytes(StandardCharsets.ISO_8859_1), start + " and " + unit, Long.MAX_VALUE);
        }
    }

    @Test
    void noStepStandsStill() {
        ForwardReader in = new ForwardReader(new ArrayContent(new byte[10]).open(), 10);
        for (long step : new long[] { 0, -1, Long.MIN_VALUE }) {
            assertThatExceptionOfType(IllegalArgumentException.class).isThrownBy(() -> in.skip(step));
        }
        assertThat(in.rest()).isEqualTo(10);
    }

    /** Recognises it, and reads its play time as if it were of every format there is. */
    private void check(byte[] bytes, String what, long mostMemory) throws IOException {
        ArrayContent[] contents = VOICES.stream().map(voice -> new ArrayContent(bytes)).toArray(ArrayContent[]::new);
        long before = threads.getCurrentThreadAllocatedBytes();
        MediaFormats.of(bytes, Math.min(FirstBytes.SNIFFED_BYTES, bytes.length));
        ArrayContent walked = new ArrayContent(bytes);
        for (Structure structure : new Structure[] { new IsoTracks(), new Asf(), new MpegAudio() }) {
            structure.format(new ForwardReader(walked.open(), bytes.length), true);
        }
        assertThat(walked.read).as(what).isLessThanOrEqualTo(3L * bytes.length);
        for (int i = 0; i < contents.length; i++) {
            if (PlayTime.of(VOICES.get(i), contents[i]).isNegative()) {
                throw new AssertionError(what + ": time goes backwards as " + VOICES.get(i));
            }
        }
        assertThat(threads.getCurrentThreadAllocatedBytes() - before).as(what).isLessThanOrEqualTo(mostMemory);

        for (ArrayContent content : contents) {
            assertThat(content.read).as(what).isLessThanOrEqualTo(bytes.length);
            assertThat(content.reads).as(what).isLessThanOrEqualTo(10 + bytes.length / 400);
            assertThat(content.closed).as(what).isEqualTo(1);
        }
    }

    private void takenOrRefused(byte[] bytes, String what) throws IOException {
        for (UploadRule rule : new UploadRule[] { null, MaterialType.VOICE.rule() }) {
            for (boolean validate : new boolean[] { true, false }) {
                for (Object body : new Object[] { bytes, new ByteArrayInputStream(bytes) }) {
                    try (Media media = preparer.prepare(new MediaRequest(Body.of(body), rule, null, -1, false, validate))) {
                        assertThat(media.length()).as(what).isEqualTo(bytes.length);
                    } catch (WechatMaterialException e) {
                        assertThat(e).as(what).hasMessageStartingWith("message body: ");
                    }
                }
            }
        }
    }
}
