package io.github.camelwechat.simulator;

import java.util.Collections;
import java.util.List;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.camelwechat.simulator.library.DraftArticle;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import static io.github.camelwechat.simulator.ApiClient.json;
import static org.assertj.core.api.Assertions.assertThat;

/** What an article may be like, and what its HTML loses. */
class ArticleRuleTest extends SimulatorTest {

    private static final String ADD = "/cgi-bin/draft/add";

    private ObjectNode article;

    @BeforeEach
    void uploadThumb() {
        String thumb = client.upload(token, "thumb", "t.jpg", Samples.picture("jpg"), null).path("media_id").asText();
        article = new ObjectMapper().createObjectNode().put("title", "t").put("content", "c").put("thumb_media_id", thumb);
    }

    @ParameterizedTest
    @CsvSource({
            "title,64,0", "title,65,45003", "digest,128,0", "digest,129,45004", "content,19999,0", "content,20000,45002",
            "content,1100000,45002", "content_source_url,1024,0", "content_source_url,1025,45005", "author,16,0",
            "author,17,45110" })
    void lengthsAreCountedInCharacters(String field, int length, int errcode) {
        article.put(field, (field.equals("content_source_url") ? "a" : "𠮷").repeat(length));

        assertThat(errcode(add())).isEqualTo(errcode);
        assertThat(wechat.library("wxdemo").drafts().all()).hasSize(errcode == 0 ? 1 : 0);
    }

    @ParameterizedTest
    @CsvSource({ "title,32,0", "title,33,1" })
    void theDocumentedLengthIsWorthAWarning(String field, int length, int warnings) {
        article.put(field, "驼".repeat(length));

        assertThat(errcode(add())).isZero();
        assertThat(warnings()).hasSize(warnings).allMatch(warning -> warning.startsWith("the " + field));
    }

    @ParameterizedTest
    @CsvSource({ "title,40097", "content,44004", "thumb_media_id,40007" })
    void whatIsRequiredHasToBeThere(String field, int errcode) {
        String given = article.path(field).asText();
        assertThat(errcode(add(article.put(field, "")))).isEqualTo(errcode);
        article.remove(field);
        assertThat(errcode(add())).isEqualTo(errcode);
        assertThat(errcode(add(article.put(field, given)))).isZero();
    }

    @Test
    void theTypeIsNewsOrNewspic() {
        assertThat(errcode(add(article.put("article_type", "film")))).isEqualTo(40097);
        article.remove("thumb_media_id");
        assertThat(errcode(add(article.put("article_type", "news")))).isEqualTo(40007);
        article.putObject("image_info").putArray("image_list").addObject().put("image_media_id", picture());
        assertThat(errcode(add(article.put("article_type", "newspic")))).isZero();
        assertThat(errcode(add(article.put("thumb_media_id", "unknown")))).isEqualTo(40007);
    }

    private String picture() {
        return client.upload(token, "image", "a.png", Samples.picture("png"), null).path("media_id").asText();
    }

    @ParameterizedTest
    @CsvSource({ "0,40097", "1,0", "20,0", "21,40097" })
    void newspicHasOneToTwentyPictures(int count, int errcode) {
        String picture = picture();
        ArrayNode images = article.put("article_type", "newspic").putObject("image_info").putArray("image_list");
        for (int i = 0; i < count; i++) {
            images.addObject().put("image_media_id", picture);
        }

        assertThat(errcode(add())).isEqualTo(errcode);
        assertThat(wechat.library("wxdemo").drafts().all()).allSatisfy(
                draft -> assertThat(draft.articles().get(0).imageMediaIds()).hasSize(count).containsOnly(picture));
    }

    @Test
    void picturesOfNewspicArePermanentAndTheTextIsShort() {
        ArrayNode images = article.put("article_type", "newspic").putObject("image_info").putArray("image_list");
        images.addObject().put("image_media_id", "unknown");
        assertThat(errcode(add())).isEqualTo(40007);
        images.removeAll().addObject().put("image_media_id", picture());
        assertThat(errcode(add(article.put("content", "驼".repeat(1000))))).isZero();
        assertThat(errcode(add(article.put("content", "驼".repeat(1001))))).isEqualTo(45166);
    }

    @ParameterizedTest
    @CsvSource({
            "0_0_1_1,0", "0_0.000028_1_0.999972,0", "0_0_1_1.1,53402", "-1_0_1_1,53402", "0_0_1,53402", "0.5_0_0.5_1,53402",
            "0_0_1_0.1234567,53402" })
    void partsOfACoverAreWithinIt(String crop, int errcode) {
        assertThat(errcode(add(article.put("pic_crop_235_1", crop)))).isEqualTo(errcode);
    }

    @Test
    void theCoverIsAPermanentPicture() {
        String temporary = client.uploadTemporary(token, "image", "a.png", Samples.picture("png")).path("media_id").asText();
        String voice = client.upload(token, "voice", "a.wav", Samples.wav(), null).path("media_id").asText();
        String picture = client.upload(token, "image", "a.png", Samples.picture("png"), null).path("media_id").asText();

        assertThat(errcode(add(article.put("thumb_media_id", temporary)))).isEqualTo(40007);
        assertThat(errcode(add(article.put("thumb_media_id", voice)))).isEqualTo(40007);
        assertThat(errcode(add(article.put("thumb_media_id", picture)))).isZero();
    }

    @Test
    void aDraftHasOneToEightArticles() {
        assertThat(errcode(call(ADD, "{\"articles\":[]}"))).isEqualTo(44003);
        assertThat(errcode(call(ADD, "{}"))).isEqualTo(44003);
        assertThat(errcode(call(ADD, "{\"articles\":" + Collections.nCopies(8, article) + "}"))).isZero();
        assertThat(errcode(call(ADD, "{\"articles\":" + Collections.nCopies(9, article) + "}"))).isEqualTo(45008);
    }

    @Test
    void escapedCharactersAreRefused() {
        String request = "{\"articles\":[" + article + "]}";

        assertThat(errcode(call(ADD, request.replace("\"t\"", "\"\\u9a86\"")))).isEqualTo(40033);
        assertThat(errcode(call(ADD, request.replace("\"t\"", "\"C:\\\\u9a86\"")))).isZero();
    }

    @Test
    void scriptsEventsAndForeignPicturesAreDropped() {
        String html = "<P onClick='a()' style=\"color:red\">text<img alt=\"x\" src=\"https://elsewhere.example/a.png\">"
                      + "<script src=b.js>if (1 < 2) c()</script><svg ONLOAD=d()><script>e()</script></svg></p>";

        assertThat(errcode(add(article.put("content", html)))).isZero();

        assertThat(stored().content()).isEqualTo("<p style=\"color:red\">text<img alt=\"x\"><svg></svg></p>");
        assertThat(stored().digest()).isEqualTo("text");
        assertThat(stored().dropped()).containsExactly(
                "onclick of <p>", "<script>", "onload of <svg>", "<script>", "src of <img>: https://elsewhere.example/a.png");
        assertThat(warnings()).containsExactlyElementsOf(
                stored().dropped().stream().map(dropped -> "dropped from the content: " + dropped).toList());
        JsonNode shown = json(client.get(ACCOUNT + "/drafts")).path("drafts").path(0).path("articles").path(0).path("dropped");
        assertThat(shown.path(0).asText()).isEqualTo("onclick of <p>");
    }

    @Test
    void picturesOfWechatAndOfTheSimulatorStay() {
        String own = client.uploadImage(token, "a.png", Samples.picture("png")).path("url").asText();
        String html = "<IMG src='http://mmbiz.qpic.cn/mmbiz_png/a/0?wx_fmt=png&amp;b'><img src=//MMBIZ.qpic.cn/a/0>"
                      + "<img src='" + own + "'><a href=https://elsewhere.example>b</a>";

        assertThat(errcode(add(article.put("content", html)))).isZero();

        assertThat(stored().content()).isEqualTo(html);
        assertThat(stored().dropped()).isEmpty();
        assertThat(warnings()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {
            "http://mmbiz.qpic.cn.elsewhere.example/a", "http://mmbiz.qpic.cn@elsewhere.example/a",
            "data:image/png;base64,AA==",
            "/mmbiz_png/a/0", "a.png?b=//mmbiz.qpic.cn/", "ftp://mmbiz.qpic.cn/a", "http://[broken",
            "http://127.0.0.1:1/mmbiz/a" })
    void picturesThatOnlyLookLikeItAreDropped(String src) {
        assertThat(errcode(add(article.put("content", "a<img src=\"" + src + "\">")))).isZero();

        assertThat(stored().content()).isEqualTo("a<img>");
        assertThat(stored().dropped()).containsExactly("src of <img>: " + src);
    }

    private JsonNode add() {
        return call(ADD, "{\"articles\":[" + article + "]}");
    }

    private JsonNode add(ObjectNode changed) {
        article = changed;
        return add();
    }

    private static DraftArticle stored() {
        return wechat.library("wxdemo").drafts().all().get(0).articles().get(0);
    }

    private static List<String> warnings() {
        return wechat.journal().entries(ADD).get(0).warnings();
    }
}
