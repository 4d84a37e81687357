package io.github.camelwechat.simulator;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.stream.Stream;

import io.github.camelwechat.simulator.format.FileBytes;
import io.github.camelwechat.simulator.format.Format;
import io.github.camelwechat.simulator.format.PlayTime;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

/** How long voices play: files that ffmpeg made tell their length, and 60 s is the most that is taken. */
class PlayTimeTest {

    private static final int WMA_PLAY_TIME = 64;
    private static final int WMA_SEND_TIME = 72;
    private static final int WMA_PREROLL = 80;
    private static final int WMA_FLAGS = 88;

    @RegisterExtension
    static final WechatSimulatorExtension wechat = new WechatSimulatorExtension();

    private final ApiClient client = new ApiClient(wechat::url);
    private String token;

    @BeforeEach
    void takeToken() {
        token = client.token();
    }

    @ParameterizedTest
    @CsvSource({
            "mpeg25-cbr.mp3, 3.2, 0.2",
            "mpeg1-id3.mp3,  1.5, 0.1",
            "vbr.mp3,        3.2, 0.1",
            "vbr-no-xing.mp3,3.2, 0.1",
            "tone.amr,       3.2, 0.03",
            "tone.wma,       3.2, 0.1" })
    void aFileTellsItsLength(String name, double seconds, double padding) {
        double found = seconds(format(name), Samples.resource(name));

        assertThat(found).isBetween(seconds - 1e-6, seconds + padding);
    }

    @Test
    void theFrameOfAXingHeaderIsNoSoundNorIsWhatTheEncoderSaysItHasAdded() {
        byte[] file = Samples.resource("vbr.mp3");
        byte[] hidden = new String(file, StandardCharsets.ISO_8859_1).replace("Xing", "xxxx")
                .getBytes(StandardCharsets.ISO_8859_1);

        assertThat(seconds(Format.MP3, hidden) - seconds(Format.MP3, file)).isCloseTo((576 + 1216) / 16000.0, within(1e-6));
    }

    @Test
    void wavIsCountedByWhatIsThere() {
        byte[] wav = Samples.wav(3.2);
        assertThat(seconds(Format.WAV, wav)).isCloseTo(3.2, within(1e-6));
        byte[] boastful = wav.clone();
        ByteBuffer.wrap(boastful).order(ByteOrder.LITTLE_ENDIAN).putInt(40, 0xffffffff);
        assertThat(seconds(Format.WAV, boastful)).isCloseTo(3.2, within(1e-6));
    }

    @Test
    void amrEndsWhereItsFramesDo() {
        byte[] amr = Samples.amr(100);
        assertThat(seconds(Format.AMR, amr)).isCloseTo(2.0, within(1e-6));
        amr[6 + 50 * 32] = 12 << 3;
        assertThat(seconds(Format.AMR, amr)).as("a kind of frame that is in no file").isCloseTo(1.0, within(1e-6));
        assertThat(seconds(Format.AMR, Arrays.copyOf(Samples.amr(100), 6 + 100 * 32 - 1))).as("cut off")
                .isCloseTo(1.98, within(1e-6));
    }

    @Test
    void aBroadcastHasNoLength() {
        byte[] wma = Samples.resource("tone.wma");
        wma[fileProperties(wma) + WMA_FLAGS] |= 1;

        assertThat(PlayTime.of(Format.WMA, FileBytes.of(wma))).isEmpty();
    }

    static Stream<Arguments> longAndShort() {
        return Stream.of(
                Arguments.of("a.wav", Samples.wav(60.0), Samples.wav(60.6)),
                Arguments.of("a.amr", Samples.amr(3001), Samples.amr(3030)),
                Arguments.of("a.mp3", Samples.mp3(1667), Samples.mp3(1684)),
                Arguments.of("a.wma", wma(60.0), wma(60.6)));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("longAndShort")
    void sixtySecondsAndWhatEncodersAddIsTheMost(String name, byte[] longest, byte[] tooLong) {
        assertThat(client.upload(token, "voice", name, longest, null).has("media_id")).isTrue();
        assertThat(errcode(name, tooLong)).isEqualTo(45007);
        assertThat(wechat.library("wxdemo").materials()).hasSize(1);
    }

    @Test
    void whatTellsNoLengthIsTaken() {
        assertThat(errcode("a.amr", Samples.latin1("#!AMR\n"))).isZero();
    }

    private int errcode(String name, byte[] media) {
        return client.upload(token, "voice", name, media, null).path("errcode").asInt();
    }

    /** The real file with another length in its header, and as much time to be sent. */
    private static byte[] wma(double seconds) {
        byte[] file = Samples.resource("tone.wma");
        ByteBuffer buffer = ByteBuffer.wrap(file).order(ByteOrder.LITTLE_ENDIAN);
        int at = fileProperties(file);
        buffer.putLong(at + WMA_SEND_TIME, (long) (seconds * 1e7));
        buffer.putLong(at + WMA_PLAY_TIME, (long) (seconds * 1e7) + buffer.getLong(at + WMA_PREROLL) * 10_000);
        return file;
    }

    private static int fileProperties(byte[] file) {
        return new String(file, StandardCharsets.ISO_8859_1)
                .indexOf("\u00a1\u00dc\u00ab\u008cG\u00a9\u00cf\u0011");
    }

    private static Format format(String name) {
        return name.endsWith("mp3") ? Format.MP3 : name.endsWith("amr") ? Format.AMR : Format.WMA;
    }

    private static double seconds(Format format, byte[] file) {
        return PlayTime.of(format, FileBytes.of(file)).orElseThrow().toNanos() / 1e9;
    }
}
