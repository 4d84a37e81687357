package io.github.camelwechat.simulator;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.camelwechat.simulator.library.Draft;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import static io.github.camelwechat.simulator.ApiClient.json;
import static org.assertj.core.api.Assertions.assertThat;

/** The draft box: what goes in, how it is listed, changed, deleted and published. */
class DraftsTest extends SimulatorTest {

    private static final String ADD = "/cgi-bin/draft/add";
    private static final String UPDATE = "/cgi-bin/draft/update";
    private static final String GET = "/cgi-bin/draft/get";
    private static final String DELETE = "/cgi-bin/draft/delete";
    private static final String COUNT = "/cgi-bin/draft/count";
    private static final String BATCHGET = "/cgi-bin/draft/batchget";
    private static final String SUBMIT = "/cgi-bin/freepublish/submit";

    private JsonNode cover;

    @BeforeEach
    void uploadCover() {
        cover = client.upload(token, "image", "cover.png", Samples.picture("png"), null);
    }

    @Test
    void aDraftIsGivenAsItWasSent() {
        String sent = """
                {"article_type":"news","title":"骆驼","author":"me","digest":"short","content":"<p class=a>\\"long\\"<br></p>",
                "content_source_url":"http://a/b","thumb_media_id":"%s","need_open_comment":1,"only_fans_can_comment":1,
                "pic_crop_235_1":"0_0_1_0.5","pic_crop_1_1":"0_0_0.5_1"}""".formatted(coverId());

        JsonNode added = call(ADD, "{\"articles\":[" + sent + "," + article("second", "<p>text</p>") + "]}");

        assertThat(added.fieldNames()).toIterable().containsExactly("media_id");
        JsonNode draft = client.withId(GET, token, added.path("media_id").asText());
        assertThat(draft.path("update_time").asLong()).isEqualTo(wechat.clock().instant().getEpochSecond());
        JsonNode items = draft.path("news_item");
        assertThat(items.findValuesAsText("title")).containsExactly("骆驼", "second");
        json(sent).properties().forEach(
                field -> assertThat(items.path(0).path(field.getKey())).as(field.getKey()).isEqualTo(field.getValue()));
        assertThat(items.path(0).path("thumb_url")).isEqualTo(cover.path("url"));
        assertThat(wechat.journal().entries(ADD).get(0).mediaId()).isEqualTo(added.path("media_id").asText());
    }

    @Test
    void withoutADigestItIsTheBeginningOfTheText() {
        String id = add(article("a", "<p>" + "驼".repeat(53) + "</p><p>end</p>"));

        assertThat(items(id).path(0).path("digest").asText()).isEqualTo("驼".repeat(53) + " ");
    }

    @Test
    void theListIsThatOfTheLastChanges() {
        String first = add(article("first", "x"));
        String second = add(article("second", "x"));
        forward(Duration.ofSeconds(1));
        assertThat(errcode(update(first, 0, article("changed", "y")))).isZero();

        assertThat(total()).isEqualTo(2);
        JsonNode page = call(BATCHGET, "{\"offset\":0,\"count\":20,\"no_content\":0}");
        assertThat(page.path("total_count").asInt()).isEqualTo(2);
        assertThat(page.path("item_count").asInt()).isEqualTo(2);
        assertThat(page.path("item").findValuesAsText("media_id")).containsExactly(first, second);
        assertThat(page.path("item").path(0).path("content").path("news_item")).isEqualTo(items(first));
        assertThat(page.path("item").path(0).path("update_time").asLong())
                .isEqualTo(page.path("item").path(1).path("update_time").asLong() + 1);
        JsonNode rest = call(BATCHGET, "{\"offset\":1,\"count\":1,\"no_content\":1}");
        assertThat(rest.path("item").findValuesAsText("title")).containsExactly("second");
        assertThat(rest.path("item").path(0).path("content").path("news_item").path(0).has("content")).isFalse();
    }

    @ParameterizedTest
    @ValueSource(strings = { "{\"offset\":0,\"count\":0}", "{\"offset\":0,\"count\":21}", "{\"offset\":-1,\"count\":1}", "{}" })
    void aPageOutOfRangeIsRefused(String request) {
        assertThat(errcode(call(BATCHGET, request))).isEqualTo(40097);
    }

    @Test
    void onlyTheArticleOfTheIndexIsChanged() {
        String id = add(article("a", "x"), article("b", "x"));

        assertThat(update(id, 1, article("c", "y"))).isEqualTo(json("{\"errcode\":0,\"errmsg\":\"ok\"}"));
        assertThat(items(id).findValuesAsText("title")).containsExactly("a", "c");
        assertThat(errcode(update(id, 2, article("c", "y")))).isEqualTo(40097);
        assertThat(errcode(update(id, -1, article("c", "y")))).isEqualTo(40097);
        assertThat(errcode(update(id, 0, article("t".repeat(65), "y")))).isEqualTo(45003);
        assertThat(errcode(call(UPDATE, "{\"media_id\":\"" + id + "\",\"index\":0}"))).isEqualTo(44003);
        assertThat(items(id).findValuesAsText("title")).containsExactly("a", "c");
    }

    @ParameterizedTest
    @ValueSource(strings = { UPDATE, GET, DELETE, SUBMIT })
    void whatIsNoDraftIsRefused(String path) {
        assertThat(errcode(client.withId(path, token, coverId()))).isEqualTo(40007);
        assertThat(errcode(call(path, "{}"))).isEqualTo(41006);
    }

    @ParameterizedTest
    @ValueSource(strings = { DELETE, SUBMIT })
    void whatIsDeletedOrPublishedIsGone(String path) {
        String stays = add(article("stays", "x"));
        String goes = add(article("goes", "x"));

        JsonNode answer = client.withId(path, token, goes);

        assertThat(answer.path("errcode").isInt()).isTrue();
        assertThat(errcode(answer)).isZero();
        assertThat(answer.path("publish_id").asText()).matches(path.equals(SUBMIT) ? "[1-9]\\d{9}" : "");
        assertThat(errcode(client.withId(GET, token, goes))).isEqualTo(40007);
        assertThat(errcode(client.withId(path, token, goes))).isEqualTo(40007);
        assertThat(total()).isEqualTo(1);
        assertThat(wechat.library("wxdemo").drafts().all()).extracting(Draft::mediaId).containsExactly(stays);
    }

    @ParameterizedTest
    @CsvSource({ ADD + ",GET,43002", COUNT + ",POST,43001" })
    void theMethodMatters(String path, String method, int errcode) {
        String called = path + "?access_token=" + token;
        assertThat(errcode(json(method.equals("GET") ? client.get(called) : client.post(called, "{}")))).isEqualTo(errcode);
    }

    @Test
    void draftsAreOfOneAccountAndNoMaterial() {
        String id = add(article("a", "x"));

        assertThat(errcode(client.withId(ApiClient.GET_MATERIAL, token, id))).isEqualTo(40007);
        assertThat(errcode(client.withId(ApiClient.DEL_MATERIAL, token, id))).isEqualTo(40007);
        token = wechat.tokens().issue("wxother");
        assertThat(total()).isZero();
        assertThat(errcode(client.withId(GET, token, id))).isEqualTo(40007);
    }

    @Test
    void theControlApiShowsThemWithWhatWasDropped() {
        String id = add(article("a", "<p onclick=x>b</p>").put("pic_crop_1_1", "0_0_1_1"));

        JsonNode drafts = json(client.get(ACCOUNT + "/drafts")).path("drafts");
        assertThat(drafts).hasSize(1);
        assertThat(drafts.path(0).path("media_id").asText()).isEqualTo(id);
        assertThat(drafts.path(0).path("update_time").asLong()).isEqualTo(wechat.clock().instant().getEpochSecond());
        JsonNode article = drafts.path(0).path("articles").path(0);
        assertThat(article.path("dropped")).isEqualTo(json("[\"onclick of <p>\"]"));
        assertThat(article.path("thumb_media_id").asText()).isEqualTo(coverId());
        JsonNode answered = items(id).path(0);
        assertThat(article.fieldNames()).toIterable().containsOnlyOnce("article_type", "pic_crop_1_1", "content_source_url")
                .filteredOn(name -> !name.equals("dropped")).allSatisfy(
                        name -> assertThat(answered.path(name).asText()).as(name).isEqualTo(
                                article.path(name).isBoolean() ? "0" : article.path(name).asText()));
    }

    @Test
    void aResetEmptiesTheBox() {
        add(article("a", "x"));

        client.post(CONTROL + "/reset", "");

        assertThat(total()).isZero();
    }

    @Test
    void theFolderKeepsThem(@TempDir Path data) {
        String kept;
        try (WechatSimulator simulator = start(data)) {
            ApiClient other = new ApiClient(simulator::url);
            String thumb
                    = other.upload(other.token(), "thumb", "t.jpg", Samples.picture("jpg"), null).path("media_id").asText();
            String articles
                    = "{\"articles\":[{\"title\":\"骆驼\",\"content\":\"<p onclick=x>a\",\"thumb_media_id\":\"" + thumb + "\"}]}";
            kept = json(other.post(ADD + "?access_token=" + other.token(), articles)).path("media_id").asText();
            String published = json(other.post(ADD + "?access_token=" + other.token(), articles)).path("media_id").asText();
            other.withId(SUBMIT, other.token(), published);
        }
        try (WechatSimulator simulator = start(data)) {
            List<Draft> drafts = simulator.library("wxdemo").drafts().all();

            assertThat(drafts).extracting(Draft::mediaId).containsExactly(kept);
            assertThat(drafts.get(0).articles().get(0).title()).isEqualTo("骆驼");
            assertThat(drafts.get(0).articles().get(0).dropped()).containsExactly("onclick of <p>");
        }
    }

    private static WechatSimulator start(Path data) {
        return WechatSimulator.builder().app("wxdemo", "secret").data(data).start();
    }

    private String coverId() {
        return cover.path("media_id").asText();
    }

    private ObjectNode article(String title, String content) {
        return new ObjectMapper().createObjectNode().put("title", title).put("content", content)
                .put("thumb_media_id", coverId());
    }

    private String add(ObjectNode... articles) {
        return call(ADD, "{\"articles\":" + List.of(articles) + "}").path("media_id").asText();
    }

    private JsonNode update(String mediaId, int index, ObjectNode article) {
        return call(UPDATE, "{\"media_id\":\"" + mediaId + "\",\"index\":" + index + ",\"articles\":" + article + "}");
    }

    private JsonNode items(String mediaId) {
        return client.withId(GET, token, mediaId).path("news_item");
    }

    private int total() {
        return json(client.get(COUNT + "?access_token=" + token)).path("total_count").asInt(-1);
    }
}
