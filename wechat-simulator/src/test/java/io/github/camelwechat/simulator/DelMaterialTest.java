package io.github.camelwechat.simulator;

import com.fasterxml.jackson.databind.JsonNode;
import io.github.camelwechat.simulator.library.NewsArticle;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import static io.github.camelwechat.simulator.ApiClient.DEL_MATERIAL;
import static io.github.camelwechat.simulator.ApiClient.json;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

/** Deleting: once, for good, and not what is in use. */
class DelMaterialTest {

    @RegisterExtension
    static final WechatSimulatorExtension wechat = new WechatSimulatorExtension();

    private final ApiClient client = new ApiClient(wechat::url);
    private String token;

    @BeforeEach
    void takeToken() {
        token = client.token();
    }

    @Test
    void onceAndNotAgain() {
        String gone = upload("gone.png");
        String kept = upload("kept.png");

        assertThat(client.withId(DEL_MATERIAL, token, gone)).isEqualTo(json("{\"errcode\":0,\"errmsg\":\"ok\"}"));
        assertThat(errcode(gone)).isEqualTo(40007);
        assertThat(client.withId(ApiClient.GET_MATERIAL, token, gone).path("errcode").asInt()).isEqualTo(40007);
        assertThat(wechat.library("wxdemo").materials()).singleElement()
                .satisfies(material -> assertThat(material.mediaId()).isEqualTo(kept));
    }

    @Test
    void itsPictureIsGoneToo() {
        JsonNode uploaded = client.upload(token, "image", "a.png", Samples.picture("png"), null);

        client.withId(DEL_MATERIAL, token, uploaded.path("media_id").asText());

        assertThat(client.get(uploaded.path("url").asText()).statusCode()).isEqualTo(404);
    }

    @Test
    void whatIsInUseStays() {
        String id = upload("a.png");
        wechat.library("wxdemo").markInUse(id, true);

        JsonNode refused = client.withId(DEL_MATERIAL, token, id);
        assertThat(refused.path("errcode").asInt()).isEqualTo(48005);
        assertThat(refused.path("errmsg").asText()).startsWith("forbid to delete material used by auto-reply or menu");
        wechat.library("wxdemo").markInUse(id, false);
        assertThat(errcode(id)).isZero();
        assertThatIllegalArgumentException().isThrownBy(() -> wechat.library("wxdemo").markInUse(id, true))
                .withMessageContaining(id);
    }

    @Test
    void newsToo() {
        String id = wechat.library("wxdemo").addNews(NewsArticle.of("t", "c")).mediaId();

        assertThat(errcode(id)).isZero();
        assertThat(wechat.library("wxdemo").news()).isEmpty();
    }

    @Test
    void inUseByHttp() {
        String id = upload("a.png");
        String path = "/__simulator/apps/wxdemo/materials/" + id + "/in-use";

        client.post(path, "");
        assertThat(errcode(id)).isEqualTo(48005);
        assertThat(json(client.get("/__simulator/apps/wxdemo/materials")).path("materials").path(0).path("in_use").asBoolean())
                .isTrue();
        client.delete(path);
        assertThat(errcode(id)).isZero();
        assertThat(client.post(path, "").statusCode()).isEqualTo(404);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '@', value = {
            "{\"media_id\":\"unknown\"}|40007", "{}|41006", "x|47001", "@@|44002" })
    void badRequestsAreRefused(String body, int errcode) {
        assertThat(json(client.post(DEL_MATERIAL + "?access_token=" + token, body)).path("errcode").asInt())
                .isEqualTo(errcode);
    }

    @Test
    void itIsAPost() {
        assertThat(json(client.get(DEL_MATERIAL + "?access_token=" + token)).path("errcode").asInt()).isEqualTo(43002);
    }

    private String upload(String name) {
        return client.upload(token, "image", name, Samples.picture("png"), null).path("media_id").asText();
    }

    private int errcode(String id) {
        return client.withId(DEL_MATERIAL, token, id).path("errcode").asInt();
    }
}
