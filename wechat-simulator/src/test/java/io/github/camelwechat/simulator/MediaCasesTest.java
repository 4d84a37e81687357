package io.github.camelwechat.simulator;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
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
import org.junit.jupiter.params.provider.CsvFileSource;
import org.junit.jupiter.params.provider.MethodSource;

import static org.assertj.core.api.Assertions.assertThat;

/** Files of odd structure, uploaded as they are: what the component says of them is in the same table. */
class MediaCasesTest {

    private static final String DESCRIPTION = "{\"title\":\"a\",\"introduction\":\"\"}";

    @RegisterExtension
    static final WechatSimulatorExtension wechat = new WechatSimulatorExtension();

    private final ApiClient client = new ApiClient(wechat::url);
    private String token;

    @BeforeEach
    void takeToken() {
        token = client.token();
    }

    @ParameterizedTest(name = "{0} as {4}")
    @CsvFileSource(resources = "/media/cases/cases.csv", numLinesToSkip = 1)
    void storedOrRefused(String file, String asked, String component, String text, String type, String name, int errcode) {
        byte[] media = Samples.resource("cases/" + file);

        assertThat(errcode(type, name, media)).isEqualTo(errcode);
        if (errcode == 0) {
            assertThat(wechat.library("wxdemo").materials().get(0).bytes()).isEqualTo(media);
        } else {
            assertThat(wechat.library("wxdemo").materials()).isEmpty();
        }
    }

    static Stream<Arguments> media() {
        return Stream.of(
                Arguments.of("image", "a.jpg", Samples.picture("jpg"), 40137),
                Arguments.of("image", "a.png", Samples.picture("png"), 40137),
                Arguments.of("voice", "a.mp3", Samples.resource("mpeg1-id3.mp3"), 40005),
                Arguments.of("voice", "a.mp3", Samples.resource("vbr.mp3"), 40005),
                Arguments.of("voice", "a.wma", Samples.resource("tone.wma"), 40005),
                Arguments.of("voice", "a.amr", Samples.resource("tone.amr"), 40005),
                Arguments.of("video", "a.mp4", Samples.resource("cases/v_b_xavc.mp4"), 40005));
    }

    @ParameterizedTest(name = "{1}")
    @MethodSource("media")
    void whatWasATextOnItsWayIsRefused(String type, String name, byte[] media, int errcode) {
        String latin1 = new String(media, StandardCharsets.ISO_8859_1);

        assertThat(errcode(type, name, media)).isZero();
        assertThat(errcode(type, name, new String(media, StandardCharsets.UTF_8).getBytes(StandardCharsets.UTF_8)))
                .isEqualTo(errcode);
        assertThat(errcode(type, name, latin1.getBytes(StandardCharsets.UTF_8))).isEqualTo(errcode);
        assertThat(errcode(type, name, latin1.getBytes(StandardCharsets.US_ASCII))).isEqualTo(errcode);
    }

    @Test
    void noNumberInTheHeaderOfWavIsBelievedAgainstTheOthers() {
        for (int field : new int[] { 28, 32, 34 }) {
            byte[] wav = Samples.wav(59);
            ByteBuffer header = ByteBuffer.wrap(wav).order(ByteOrder.LITTLE_ENDIAN);
            header.putShort(field, (short) (header.getShort(field) / 2));

            assertThat(PlayTime.of(Format.WAV, FileBytes.of(wav)).orElseThrow()).isEqualTo(Duration.ofSeconds(59));
            assertThat(errcode("voice", "a.wav", wav)).isZero();
        }
    }

    @Test
    void aBrandThatNobodyKnowsIsJudgedByItsTracks() {
        byte[] film = Samples.resource("cases/v_b_xavc.mp4");
        byte[] brand = film.clone();
        Arrays.fill(brand, 8, 28, (byte) 'z');

        assertThat(errcode("video", "a.mp4", brand)).as("tracks of an unknown brand").isZero();
        assertThat(errcode("video", "a.mp4", Arrays.copyOf(brand, 20_000))).as("no tracks").isEqualTo(40005);
    }

    private int errcode(String type, String name, byte[] media) {
        return client.upload(token, type, name, media, type.equals("video") ? DESCRIPTION : null).path("errcode").asInt();
    }
}
