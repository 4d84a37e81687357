package io.github.camelwechat.simulator;

import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.stream.Stream;

import com.fasterxml.jackson.databind.JsonNode;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

import static io.github.camelwechat.simulator.ApiClient.DEL_MATERIAL;
import static io.github.camelwechat.simulator.ApiClient.GET_MATERIAL;
import static io.github.camelwechat.simulator.ApiClient.MEDIA_GET;
import static io.github.camelwechat.simulator.ApiClient.MEDIA_UPLOAD;
import static io.github.camelwechat.simulator.ApiClient.json;
import static org.assertj.core.api.Assertions.assertThat;

/** Temporary media: up, down, and gone after three days. */
class TemporaryMediaTest {

    private static final String JSSDK = "/cgi-bin/media/get/jssdk";
    private static final String UPLOADVIDEO = "/cgi-bin/media/uploadvideo";
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
                Arguments.of("image", "a.png", Samples.padded(Samples.picture("png"), 10 * MB), "image/png", "png"),
                Arguments.of("image", "a.JPEG", Samples.picture("jpg"), "image/jpeg", "jpg"),
                Arguments.of("image", "a.gif", Samples.picture("gif"), "image/gif", "gif"),
                Arguments.of("voice", "a.amr", Samples.amr(100), "voice/amr", "amr"),
                Arguments.of("voice", "a.mp3", Samples.padded(Samples.mp3(10), 2 * MB), "audio/mpeg", "mp3"),
                Arguments.of("thumb", "a.jpg", Samples.padded(Samples.picture("jpg"), 64 * 1024), "image/jpeg", "jpg"));
    }

    @ParameterizedTest(name = "{0} {1}")
    @MethodSource
    void taken(String type, String name, byte[] media, String contentType, String extension) {
        JsonNode answer = client.uploadTemporary(token, type, name, media);

        String field = "thumb".equals(type) ? "thumb_media_id" : "media_id";
        assertThat(answer.fieldNames()).toIterable().containsExactly("type", field, "created_at");
        assertThat(answer.path("type").asText()).isEqualTo(type);
        String id = answer.path(field).asText();
        assertThat(id).matches("[A-Za-z0-9_-]{64}");
        assertThat(answer.path("created_at").asLong())
                .isBetween(wechat.clock().instant().getEpochSecond() - 60, wechat.clock().instant().getEpochSecond());
        HttpResponse<byte[]> download = client.downloadTemporary(token, id);
        assertThat(download.body()).isEqualTo(media);
        assertThat(download.headers().firstValue("Content-Type")).hasValue(contentType);
        assertThat(download.headers().firstValue("Content-disposition"))
                .hasValue("attachment; filename=\"" + id + "." + extension + "\"");
        assertThat(wechat.library("wxdemo").materials()).isEmpty();
    }

    @Test
    void aVideoIsAnAddress() {
        byte[] film = Samples.padded(Samples.film("isom"), 10 * MB);
        String id = client.uploadTemporary(token, "video", "a.mp4", film).path("media_id").asText();

        JsonNode answer = json(client.get(MEDIA_GET + "?access_token=" + token + "&media_id=" + id));

        assertThat(answer.fieldNames()).toIterable().containsExactly("video_url");
        assertThat(client.bytes(answer.path("video_url").asText())).isEqualTo(film);
        wechat.clock().forward(Duration.ofDays(3));
        assertThat(client.get(answer.path("video_url").asText()).statusCode()).isEqualTo(404);
    }

    static Stream<Arguments> refused() {
        byte[] png = Samples.picture("png");
        byte[] jpg = Samples.picture("jpg");
        return Stream.of(
                Arguments.of("Image", "a.png", png, 40004),
                Arguments.of("news", "a.png", png, 40004),
                Arguments.of("image", "a.png", new byte[0], 44001),
                Arguments.of("image", "a.bmp", Samples.picture("bmp"), 40005),
                Arguments.of("voice", "a.wav", Samples.wav(), 40005),
                Arguments.of("voice", "a.wma", Samples.resource("tone.wma"), 40005),
                Arguments.of("video", "a.mov", Samples.film("isom"), 40005),
                Arguments.of("thumb", "a.png", png, 40005),
                Arguments.of("image", "a.png", Samples.padded(png, 10 * MB + 1), 40006),
                Arguments.of("voice", "a.amr", Samples.padded(Samples.amr(1), 2 * MB + 1), 40006),
                Arguments.of("video", "a.mp4", Samples.padded(Samples.film("isom"), 10 * MB + 1), 40006),
                Arguments.of("thumb", "a.jpg", Samples.padded(jpg, 64 * 1024 + 1), 40006),
                Arguments.of("image", "a.png", Samples.padded(png, 20 * MB + 1), 45001),
                Arguments.of("image", "a.png", Samples.picture("bmp"), 40137),
                Arguments.of("voice", "a.mp3", Samples.wav(), 40005),
                Arguments.of("voice", "a.amr", Samples.amr(3030), 45007));
    }

    @ParameterizedTest(name = "{0} {1} {3}")
    @MethodSource
    void refused(String type, String name, byte[] media, int errcode) {
        assertThat(client.uploadTemporary(token, type, name, media).path("errcode").asInt()).isEqualTo(errcode);
        assertThat(wechat.library("wxdemo").temporaries()).isEmpty();
    }

    @Test
    void afterThreeDaysItIsGone() {
        String id = uploadPicture();
        wechat.clock().forward(Duration.ofDays(3).minusMinutes(1));
        token = client.token();
        assertThat(client.downloadTemporary(token, id).body()).isEqualTo(Samples.picture("png"));

        wechat.clock().forward(Duration.ofMinutes(1));
        assertThat(refusal(id)).isEqualTo(40007);
        assertThat(wechat.library("wxdemo").temporaries()).isEmpty();
    }

    @Test
    void permanentAndTemporaryAreTwoWorlds() {
        String permanent = client.upload(token, "image", "a.png", Samples.picture("png"), null).path("media_id").asText();
        String temporary = uploadPicture();

        assertThat(refusal(permanent)).isEqualTo(40007);
        assertThat(refusal("unknown")).isEqualTo(40007);
        assertThat(client.withId(GET_MATERIAL, token, temporary).path("errcode").asInt()).isEqualTo(40007);
        assertThat(client.withId(DEL_MATERIAL, token, temporary).path("errcode").asInt()).isEqualTo(40007);
        assertThat(json(client.get("/__simulator/apps/wxdemo/temporary")).path("temporary").path(0).path("media_id").asText())
                .isEqualTo(temporary);
    }

    @ParameterizedTest
    @ValueSource(strings = { MEDIA_GET, JSSDK })
    void anErrorOfADownloadIsNeverTextPlain(String path) {
        for (String query : new String[] { "&media_id=unknown", "", "&media_id=" }) {
            for (int i = 0; i < 4; i++) {
                HttpResponse<String> answer = client.get(path + "?access_token=" + token + query);
                assertThat(json(answer).path("errcode").asInt()).isEqualTo(query.endsWith("unknown") ? 40007 : 41006);
                assertThat(answer.headers().firstValue("Content-Type").orElseThrow()).startsWith("application/json");
            }
        }
        assertThat(client.get(path + "?access_token=x").headers().firstValue("Content-Type").orElseThrow())
                .startsWith("application/json");
        assertThat(json(client.post(path + "?access_token=" + token, "{}")).path("errcode").asInt()).isEqualTo(43001);
    }

    @Test
    void whatWasUploadedIsNoVoiceOfTheJsSdk() {
        String id = client.uploadTemporary(token, "voice", "a.amr", Samples.amr(5)).path("media_id").asText();

        assertThat(json(client.get(JSSDK + "?access_token=" + token + "&media_id=" + id)).path("errcode").asInt())
                .isEqualTo(40007);
    }

    @Test
    void aTemporaryVideoIsMadeOneForMassSending() {
        String film = client.uploadTemporary(token, "video", "a.mp4", Samples.film("isom")).path("media_id").asText();
        String permanent = client.upload(token, "video", "a.mp4", Samples.film("isom"), "{\"title\":\"t\"}")
                .path("media_id").asText();

        JsonNode answer = client.withId(UPLOADVIDEO, token, film);
        assertThat(answer.fieldNames()).toIterable().containsExactly("type", "media_id", "created_at");
        assertThat(answer.path("media_id").asText()).hasSize(64).isNotEqualTo(film);
        assertThat(client.withId(UPLOADVIDEO, token, permanent).path("errcode").asInt()).isEqualTo(40007);
        assertThat(client.withId(UPLOADVIDEO, token, uploadPicture()).path("errcode").asInt()).isEqualTo(40007);
        assertThat(json(client.post(UPLOADVIDEO + "?access_token=" + token, "{}")).path("errcode").asInt()).isEqualTo(41006);
    }

    @Test
    void theFormIsCheckedAsForMaterials() {
        JsonNode answer = json(client.post(MEDIA_UPLOAD + "?access_token=" + token + "&type=image", ApiClient.utf8("x"),
                "multipart/form-data; boundary=\"XyZ\""));

        assertThat(answer.path("errcode").asInt()).isEqualTo(41005);
    }

    private String uploadPicture() {
        return client.uploadTemporary(token, "image", "a.png", Samples.picture("png")).path("media_id").asText();
    }

    private int refusal(String id) {
        return json(new String(client.downloadTemporary(token, id).body(), StandardCharsets.UTF_8)).path("errcode").asInt();
    }
}
