package io.github.camelwechat.simulator;

import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.HashSet;
import java.util.Set;
import java.util.stream.Stream;

import com.fasterxml.jackson.databind.JsonNode;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

import static io.github.camelwechat.simulator.ApiClient.GET_MATERIAL;
import static io.github.camelwechat.simulator.ApiClient.json;
import static org.assertj.core.api.Assertions.assertThat;

/** What was stored comes back: bytes, the address of a video, articles; and errors that cannot be taken for bytes. */
class GetMaterialTest {

    /** By more than this WeixinJava does not try to read an error. */
    private static final int LONGEST_ERROR = 215;

    @RegisterExtension
    static final WechatSimulatorExtension wechat = new WechatSimulatorExtension();

    private final ApiClient client = new ApiClient(wechat::url);
    private String token;

    @BeforeEach
    void takeToken() {
        token = client.token();
    }

    static Stream<Arguments> files() {
        return Stream.of(
                Arguments.of("image", "images/2/骆驼 a.png", Samples.picture("png"), "image/png"),
                Arguments.of("image", "a.jpg", Samples.padded(Samples.picture("jpg"), 3_000_000), "image/jpeg"),
                Arguments.of("image", "a.gif", Samples.picture("gif"), "image/gif"),
                Arguments.of("image", "a.bmp", Samples.picture("bmp"), "image/bmp"),
                Arguments.of("thumb", "a.jpg", Samples.picture("jpg"), "image/jpeg"),
                Arguments.of("voice", "a.wav", Samples.wav(), "audio/x-wav"),
                Arguments.of("voice", "a.mp3", Samples.latin1("\u00ff\u00fb\u0090d"), "audio/mpeg"),
                Arguments.of("voice", "a.amr", Samples.latin1("#!AMR\n"), "voice/amr"));
    }

    @ParameterizedTest(name = "{0} {1}")
    @MethodSource
    void files(String type, String name, byte[] media, String contentType) {
        String id = client.upload(token, type, name, media, null).path("media_id").asText();

        HttpResponse<byte[]> answer = client.download(token, id);

        assertThat(answer.statusCode()).isEqualTo(200);
        assertThat(answer.body()).isEqualTo(media);
        assertThat(answer.headers().firstValue("Content-Type")).hasValue(contentType);
        assertThat(answer.headers().firstValueAsLong("Content-Length")).hasValue(media.length);
        String disposition = answer.headers().firstValue("Content-disposition").orElseThrow();
        assertThat(new String(disposition.getBytes(StandardCharsets.ISO_8859_1), StandardCharsets.UTF_8))
                .isEqualTo("attachment; filename=\"" + name + "\"");
    }

    @Test
    void aVideoIsAnAddress() {
        byte[] film = Samples.padded(Samples.film("isom"), 2_000_000);
        String id = client.upload(token, "video", "a.mp4", film, "{\"title\":\"骆驼\",\"introduction\":\"两句\"}")
                .path("media_id").asText();

        JsonNode answer = client.withId(GET_MATERIAL, token, id);

        assertThat(answer.fieldNames()).toIterable().containsExactly("title", "description", "down_url");
        assertThat(answer.path("title").asText()).isEqualTo("骆驼");
        assertThat(answer.path("description").asText()).isEqualTo("两句");
        assertThat(answer.path("down_url").asText()).startsWith(wechat.url() + "/");
        HttpResponse<String> head = client.get(answer.path("down_url").asText());
        assertThat(head.headers().firstValue("Content-Type")).hasValue("video/mp4");
        assertThat(client.bytes(answer.path("down_url").asText())).isEqualTo(film);
    }

    @Test
    void theAddressOfAVideoIsGoodForAnHour() {
        String id = client.upload(token, "video", "a.mp4", Samples.film("isom"), "{\"title\":\"t\"}")
                .path("media_id").asText();
        String url = client.withId(GET_MATERIAL, token, id).path("down_url").asText();

        wechat.clock().forward(Duration.ofMinutes(59));
        assertThat(client.get(url).statusCode()).isEqualTo(200);
        wechat.clock().forward(Duration.ofMinutes(1));
        assertThat(client.get(url).statusCode()).isEqualTo(404);
        assertThat(client.get(url.substring(0, url.indexOf('?'))).statusCode()).isEqualTo(404);
        String fresh = client.withId(GET_MATERIAL, client.token(), id).path("down_url").asText();
        assertThat(client.bytes(fresh)).isEqualTo(Samples.film("isom"));
    }

    @Test
    void anAddressEndsWithItsMaterial() {
        String id = client.upload(token, "video", "a.mp4", Samples.film("isom"), "{\"title\":\"t\"}")
                .path("media_id").asText();
        String url = client.withId(GET_MATERIAL, token, id).path("down_url").asText();

        client.withId(ApiClient.DEL_MATERIAL, token, id);

        assertThat(client.get(url).statusCode()).isEqualTo(404);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '@', value = {
            "{\"media_id\":\"unknown\"}|40007",
            "{\"media_id\":7}|40007",
            "{}|41006",
            "{\"media_id\":\"\"}|41006",
            "{\"media_id\":null}|41006",
            "media_id=unknown|47001",
            "\"unknown\"|47001",
            "@@|44002" })
    void badRequestsAreRefused(String body, int errcode) {
        assertThat(json(client.post(GET_MATERIAL + "?access_token=" + token, body)).path("errcode").asInt())
                .isEqualTo(errcode);
    }

    @Test
    void itIsAPost() {
        JsonNode answer = json(client.get(GET_MATERIAL + "?access_token=" + token + "&media_id=x"));

        assertThat(answer.path("errcode").asInt()).isEqualTo(43002);
        assertThat(answer.path("errmsg").asText()).startsWith("require POST method rid: ");
    }

    @Test
    void anErrorIsShortAndSaysThatItIsText() {
        Set<String> contentTypes = new HashSet<>();
        for (int i = 0; i < 8; i++) {
            wechat.tokens().displace("wxdemo");
            for (String each : new String[] { token, client.token(), "garbage", "" }) {
                HttpResponse<byte[]> error = client.download(each, "unknown");
                assertThat(error.body()).hasSizeLessThanOrEqualTo(LONGEST_ERROR);
                contentTypes.add(error.headers().firstValue("Content-Type").orElseThrow());
            }
        }
        assertThat(contentTypes).containsExactlyInAnyOrder(
                "text/plain", "application/json; charset=utf-8", "application/json; encoding=utf-8");
    }

    @Test
    void whatOneAccountStoredIsUnknownToAnother() {
        try (WechatSimulator other = WechatSimulator.builder().app("a", "b").app("c", "d").start()) {
            ApiClient its = new ApiClient(other::url);
            String id = its.upload(other.tokens().issue("a"), "image", "a.png", Samples.picture("png"), null)
                    .path("media_id").asText();

            assertThat(its.withId(GET_MATERIAL, other.tokens().issue("c"), id).path("errcode").asInt()).isEqualTo(40007);
            assertThat(its.withId(ApiClient.DEL_MATERIAL, other.tokens().issue("c"), id).path("errcode").asInt())
                    .isEqualTo(40007);
        }
    }
}
