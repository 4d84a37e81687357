package io.github.camelwechat.simulator;

import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.stream.IntStream;

import com.fasterxml.jackson.databind.JsonNode;
import io.github.camelwechat.simulator.library.Caps;
import io.github.camelwechat.simulator.library.LibraryFullException;
import io.github.camelwechat.simulator.library.NewsArticle;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;

import static io.github.camelwechat.simulator.ApiClient.json;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

/** A library takes so much of each kind and no more: 45034. */
class FullLibraryTest {

    private static final String CAPS = "/__simulator/apps/wxdemo/caps";

    @RegisterExtension
    static final WechatSimulatorExtension wechat = new WechatSimulatorExtension(
            WechatSimulator.builder().app("wxdemo", "secret").caps(new Caps(3, 1, 2)));

    private final ApiClient client = new ApiClient(wechat::url);
    private String token;

    @BeforeEach
    void takeToken() {
        token = client.token();
    }

    @Test
    void picturesThumbsAndNewsShareOneCap() {
        assertThat(picture()).isZero();
        assertThat(errcode("thumb", "a.jpg", Samples.picture("jpg"))).isZero();
        wechat.library("wxdemo").addNews(NewsArticle.of("t", "c"));

        assertThat(picture()).isEqualTo(45034);
        assertThat(errcode("thumb", "a.jpg", Samples.picture("jpg"))).isEqualTo(45034);
        assertThatExceptionOfType(LibraryFullException.class)
                .isThrownBy(() -> wechat.library("wxdemo").addNews(NewsArticle.of("t", "c"))).withMessageContaining("holds 3");
        assertThat(wechat.library("wxdemo").materials()).hasSize(2);
        assertThat(errcode("voice", "a.wav", Samples.wav())).isZero();
    }

    @Test
    void voicesAndVideosHaveTheirOwn() {
        assertThat(errcode("voice", "a.wav", Samples.wav())).isZero();
        assertThat(errcode("voice", "a.wav", Samples.wav())).isEqualTo(45034);
        assertThat(IntStream.range(0, 3).map(i -> errcode("video", "a.mp4", Samples.film("isom")))).containsExactly(0, 0,
                45034);
        JsonNode refused = client.upload(token, "voice", "a.wav", Samples.wav(), null);
        assertThat(refused.path("errmsg").asText()).startsWith("media file count is out of limit hint: [");
    }

    @Test
    void itIsTheLastCheck() {
        assertThat(errcode("voice", "a.wav", Samples.wav())).isZero();
        assertThat(errcode("voice", "a.amr", Samples.amr(3030))).isEqualTo(45007);
        wechat.library("wxdemo").caps(new Caps(0, 0, 0));
        assertThat(client.upload(token, "video", "a.mp4", Samples.film("isom"), null).path("errcode").asInt())
                .isEqualTo(41005);
    }

    @Test
    void deletingMakesRoom() {
        JsonNode first = client.upload(token, "voice", "a.wav", Samples.wav(), null);
        client.withId(ApiClient.DEL_MATERIAL, token, first.path("media_id").asText());

        assertThat(errcode("voice", "a.wav", Samples.wav())).isZero();
    }

    @Test
    void picturesForArticlesAndTemporaryMediaNeedNoRoom() {
        wechat.library("wxdemo").caps(new Caps(0, 0, 0));

        assertThat(client.uploadImage(token, "a.png", Samples.picture("png")).path("errcode").asInt()).isZero();
        assertThat(client.uploadTemporary(token, "image", "a.png", Samples.picture("png")).path("errcode").asInt()).isZero();
    }

    @Test
    void uploadsAtOnceDoNotGetPastIt(@TempDir Path data) {
        // storing in a folder takes its time, in which the others ask for room
        try (WechatSimulator slow = WechatSimulator.builder().app("wxdemo", "secret").caps(new Caps(3, 1, 1)).data(data)
                .start()) {
            ApiClient its = new ApiClient(slow::url);
            String itsToken = its.token();
            List<CompletableFuture<Integer>> uploads = IntStream.range(0, 24)
                    .mapToObj(i -> its.uploadAsync(itsToken, "image", "a.png", Samples.picture("png"), null)
                            .thenApply(answer -> json(answer).path("errcode").asInt()))
                    .toList();

            assertThat(uploads.stream().map(CompletableFuture::join).filter(errcode -> errcode == 0)).hasSize(3);
            assertThat(slow.library("wxdemo").materials()).hasSize(3);
        }
    }

    @Test
    void capsByHttp() {
        assertThat(json(client.post(CAPS, "{\"voices\":0}")))
                .isEqualTo(json("{\"pictures_and_news\":3,\"voices\":0,\"videos\":2}"));
        assertThat(errcode("voice", "a.wav", Samples.wav())).isEqualTo(45034);
        assertThat(client.post(CAPS, "{\"voices\":-1}").statusCode()).isEqualTo(400);
        client.post("/__simulator/reset", "");
        assertThat(json(client.get(CAPS)).path("voices").asInt()).isEqualTo(1);
        assertThatIllegalArgumentException().isThrownBy(() -> new Caps(0, -1, 0)).withMessageContaining("-1");
    }

    @Test
    void withoutAWordThoseOfTheDocumentationCount() {
        try (WechatSimulator other = WechatSimulator.builder().app("a", "b").start()) {
            assertThat(other.library("a").caps()).isEqualTo(new Caps(100_000, 1_000, 1_000));
        }
    }

    private int picture() {
        return errcode("image", "a.png", Samples.picture("png"));
    }

    private int errcode(String type, String name, byte[] media) {
        return client.upload(token, type, name, media, "{\"title\":\"t\"}").path("errcode").asInt();
    }
}
