package io.github.camelwechat.simulator;

import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;

import com.fasterxml.jackson.databind.JsonNode;
import io.github.camelwechat.simulator.library.Material;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

import static io.github.camelwechat.simulator.ApiClient.ADD_MATERIAL;
import static io.github.camelwechat.simulator.ApiClient.json;
import static org.assertj.core.api.Assertions.assertThat;

/** What the interface takes and what it refuses, in the order of its checks. */
class AddMaterialTest {

    private static final String DESCRIPTION = "{\"title\":\"骆驼\",\"introduction\":\"两句 \\\"话\\\"\"}";
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
        byte[] wma = Samples.resource("tone.wma");
        return Stream.of(
                Arguments.of("image", "a.png", Samples.picture("png")),
                Arguments.of("image", "a.JPG", Samples.picture("jpg")),
                Arguments.of("image", "a.jpg", Samples.picture("png")),
                Arguments.of("image", "a.jpeg", Samples.picture("jpg")),
                Arguments.of("image", "a.gif", Samples.picture("gif")),
                Arguments.of("image", "a.bmp", Samples.picture("bmp")),
                Arguments.of("image", "a.png", Samples.padded(Samples.picture("png"), 10 * MB)),
                Arguments.of("voice", "a.wav", Samples.wav()),
                Arguments.of("voice", "a.wma", wma),
                Arguments.of("voice", "a.amr", Samples.latin1("#!AMR\n")),
                Arguments.of("voice", "a.mp3", Samples.latin1("\u00ff\u00fb\u0090d")),
                Arguments.of("voice", "a.mp3", Samples.padded(Samples.mp3(10), 2 * MB)),
                Arguments.of("video", "a.mp4", Samples.film("isom")),
                Arguments.of("video", "a.mp4", Samples.padded(Samples.film("mp42"), 10 * MB)),
                Arguments.of("thumb", "a.jpg", Samples.padded(Samples.picture("jpg"), 64 * 1024)));
    }

    @ParameterizedTest(name = "{0} {1}")
    @MethodSource
    void taken(String type, String name, byte[] media) {
        JsonNode answer = client.upload(token, type, name, media, DESCRIPTION);

        assertThat(answer.path("media_id").asText()).matches("[A-Za-z0-9_-]{64}");
        assertThat(answer.path("item").isArray()).isTrue();
        assertThat(answer.has("url")).isEqualTo("image".equals(type));
        Material stored = wechat.library("wxdemo").find(answer.path("media_id").asText()).orElseThrow();
        assertThat(stored.bytes()).isEqualTo(media);
        assertThat(stored.type().wireName()).isEqualTo(type);
        if ("video".equals(type)) {
            assertThat(stored.title()).isEqualTo("骆驼");
            assertThat(stored.introduction()).isEqualTo("两句 \"话\"");
        }
        if ("image".equals(type)) {
            assertThat(client.bytes(answer.path("url").asText())).isEqualTo(media);
        }
    }

    static Stream<Arguments> refused() {
        byte[] png = Samples.picture("png");
        byte[] jpg = Samples.picture("jpg");
        byte[] film = Samples.film("isom");
        byte[] webp = Samples.latin1("RIFF$\0\0\0WEBPVP8 ");
        return Stream.of(
                Arguments.of("IMAGE", "a.png", png, DESCRIPTION, 40004),
                Arguments.of("", "a.png", png, DESCRIPTION, 40004),
                Arguments.of("image", "a.png", new byte[0], DESCRIPTION, 44001),
                Arguments.of("image", "png", png, DESCRIPTION, 40005),
                Arguments.of("image", "a.webp", png, DESCRIPTION, 40005),
                Arguments.of("voice", "a.ogg", Samples.wav(), DESCRIPTION, 40005),
                Arguments.of("thumb", "a.png", jpg, DESCRIPTION, 40005),
                Arguments.of("video", "a.png", film, DESCRIPTION, 40113),
                Arguments.of("video", "a", film, DESCRIPTION, 40113),
                Arguments.of("image", "a.png", Samples.padded(png, 10 * MB + 1), DESCRIPTION, 40009),
                Arguments.of("voice", "a.wav", Samples.padded(Samples.wav(), 2 * MB + 1), DESCRIPTION, 40010),
                Arguments.of("video", "a.mp4", Samples.padded(film, 10 * MB + 1), DESCRIPTION, 40011),
                Arguments.of("thumb", "a.jpg", Samples.padded(jpg, 64 * 1024 + 1), DESCRIPTION, 40012),
                Arguments.of("image", "a.png", Samples.padded(png, 20 * MB), DESCRIPTION, 40009),
                Arguments.of("image", "a.png", Samples.padded(png, 20 * MB + 1), DESCRIPTION, 45001),
                Arguments.of("image", "a.png", webp, DESCRIPTION, 40137),
                Arguments.of("image", "a.jpg", webp, DESCRIPTION, 40137),
                Arguments.of("thumb", "a.jpg", png, DESCRIPTION, 40137),
                Arguments.of("voice", "a.mp3", png, DESCRIPTION, 40005),
                Arguments.of("video", "a.mp4", Samples.film("qt  "), DESCRIPTION, 40005),
                Arguments.of("video", "a.mp4", Samples.film("3gp4"), DESCRIPTION, 40005),
                Arguments.of("video", "a.mp4", Samples.film("M4A "), DESCRIPTION, 40005),
                Arguments.of("video", "a.mp4", film, null, 41005),
                Arguments.of("video", "a.mp4", film, "{}", 41005),
                Arguments.of("video", "a.mp4", film, "{\"title\":\"\"}", 41005),
                Arguments.of("video", "a.mp4", film, "{\"title\":\"a\"b\"}", 41005));
    }

    @ParameterizedTest(name = "{0} {1} {4}")
    @MethodSource
    void refused(String type, String name, byte[] media, String description, int errcode) {
        JsonNode answer = client.upload(token, type, name, media, description);

        assertThat(answer.path("errcode").asInt()).isEqualTo(errcode);
        assertThat(answer.path("errmsg").asText()).containsPattern(" hint: \\[\\S{14}] rid: \\S{26}$");
        assertThat(wechat.library("wxdemo").materials()).isEmpty();
    }

    @Test
    void theGatewayChecksFirst() {
        byte[] broken = "no form".getBytes(StandardCharsets.UTF_8);

        assertThat(errcode("/cgi-bin/material/nothing", broken)).isEqualTo(40066);
        assertThat(errcode(ADD_MATERIAL, broken)).isEqualTo(41001);
        assertThat(errcode(ADD_MATERIAL + "?access_token=x", broken)).isEqualTo(40014);
        assertThat(errcode(ADD_MATERIAL + "?access_token=" + token, broken)).isEqualTo(40004);
        assertThat(errcode(ADD_MATERIAL + "?access_token=" + token + "&type=image", broken)).isEqualTo(41005);
        assertThat(json(client.get(ADD_MATERIAL)).path("errcode").asInt()).isEqualTo(43002);
    }

    @Test
    void theAnswerIsWrittenAsWechatWritesIt() {
        String answer = client.uploadAsync(token, "image", "a.png", Samples.picture("png"), null).join().body();

        assertThat(answer).matches("\\{\"media_id\":\"[^\"]{64}\",\"url\":\"http:\\\\/\\\\/127\\.0\\.0\\.1:\\d+\\\\/mmbiz_png"
                                   + "\\\\/\\w+\\\\/0\\?wx_fmt=png\",\"item\":\\[]}");
    }

    @Test
    void contentTypesVary() {
        Set<String> seen = IntStream.range(0, 8).mapToObj(i -> client.get("/cgi-bin/token"))
                .map(HttpResponse::headers).map(headers -> headers.firstValue("Content-Type").orElseThrow())
                .collect(Collectors.toSet());

        assertThat(seen).containsExactlyInAnyOrder(
                "text/plain", "application/json; encoding=utf-8", "application/json; charset=utf-8");
    }

    @Test
    void theSameBytesTwiceAreTwoMaterials() {
        JsonNode first = client.upload(token, "image", "a.png", Samples.picture("png"), null);
        JsonNode second = client.upload(token, "image", "a.png", Samples.picture("png"), null);

        assertThat(first.path("media_id")).isNotEqualTo(second.path("media_id"));
        assertThat(wechat.library("wxdemo").materials()).hasSize(2);
    }

    private int errcode(String path, byte[] body) {
        return json(client.post(path, body, "multipart/form-data; boundary=b")).path("errcode").asInt();
    }
}
