package io.github.camelwechat.simulator;

import java.util.stream.Stream;

import com.fasterxml.jackson.databind.JsonNode;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

import static io.github.camelwechat.simulator.ApiClient.COUNT;
import static io.github.camelwechat.simulator.ApiClient.UPLOADIMG;
import static io.github.camelwechat.simulator.ApiClient.json;
import static org.assertj.core.api.Assertions.assertThat;

/** Pictures for articles: they get an address, but no place in the library. */
class UploadImageTest {

    private static final int MB = 1024 * 1024;

    @RegisterExtension
    static final WechatSimulatorExtension wechat = new WechatSimulatorExtension();

    private final ApiClient client = new ApiClient(wechat::url);
    private String token;

    @BeforeEach
    void takeToken() {
        token = client.token();
    }

    static Stream<Arguments> taken() {
        return Stream.of(
                Arguments.of("a.png", Samples.padded(Samples.picture("png"), MB - 1)),
                Arguments.of("a.JPG", Samples.picture("jpg")),
                Arguments.of("a.jpeg", Samples.picture("jpg")),
                Arguments.of("a.jpg", Samples.picture("png")));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource
    void taken(String name, byte[] media) {
        JsonNode answer = client.uploadImage(token, name, media);

        assertThat(answer.fieldNames()).toIterable().containsExactly("url", "errcode", "errmsg");
        assertThat(answer.path("errcode").asInt()).isZero();
        assertThat(answer.path("url").asText()).startsWith(wechat.url() + "/mmbiz/");
        assertThat(client.bytes(answer.path("url").asText())).isEqualTo(media);
        assertThat(wechat.library("wxdemo").articlePictures()).singleElement()
                .satisfies(picture -> assertThat(picture.name()).isEqualTo(name));
    }

    static Stream<Arguments> refused() {
        byte[] png = Samples.picture("png");
        return Stream.of(
                Arguments.of("a.png", new byte[0], 44001),
                Arguments.of("a.gif", Samples.picture("gif"), 40005),
                Arguments.of("a.bmp", Samples.picture("bmp"), 40005),
                Arguments.of("a", png, 40005),
                Arguments.of("a.png", Samples.padded(png, MB), 40009),
                Arguments.of("a.png", Samples.padded(png, 20 * MB), 40009),
                Arguments.of("a.png", Samples.padded(png, 20 * MB + 1), 45001),
                Arguments.of("a.png", Samples.picture("gif"), 40137),
                Arguments.of("a.jpg", Samples.latin1("RIFF$\0\0\0WEBPVP8 "), 40137));
    }

    @ParameterizedTest(name = "{0} {2}")
    @MethodSource
    void refused(String name, byte[] media, int errcode) {
        assertThat(client.uploadImage(token, name, media).path("errcode").asInt()).isEqualTo(errcode);
        assertThat(wechat.library("wxdemo").articlePictures()).isEmpty();
    }

    @Test
    void itIsNotInTheLibrary() {
        client.uploadImage(token, "a.png", Samples.picture("png"));

        assertThat(wechat.library("wxdemo").materials()).isEmpty();
        assertThat(json(client.get(COUNT + "?access_token=" + token)).path("image_count").asInt()).isZero();
        assertThat(json(client.post(ApiClient.BATCHGET + "?access_token=" + token,
                "{\"type\":\"image\",\"offset\":0,\"count\":1}")).path("total_count").asInt()).isZero();
    }

    @Test
    void aTypeInTheQueryIsIgnored() {
        JsonNode answer = json(client.post(UPLOADIMG + "?type=nothing&access_token=" + token,
                ApiClient.form("a.png", Samples.picture("png"), null), "multipart/form-data; boundary=XyZ"));

        assertThat(answer.has("url")).isTrue();
    }

    @Test
    void theFormHasToBeOne() {
        JsonNode answer = json(client.post(UPLOADIMG + "?access_token=" + token, ApiClient.utf8("{}"), "application/json"));

        assertThat(answer.path("errcode").asInt()).isEqualTo(41005);
        assertThat(json(client.get(UPLOADIMG)).path("errcode").asInt()).isEqualTo(43002);
    }
}
