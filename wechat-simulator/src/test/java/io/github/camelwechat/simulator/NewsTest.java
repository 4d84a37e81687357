package io.github.camelwechat.simulator;

import com.fasterxml.jackson.databind.JsonNode;
import io.github.camelwechat.simulator.library.News;
import io.github.camelwechat.simulator.library.NewsArticle;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import static io.github.camelwechat.simulator.ApiClient.BATCHGET;
import static io.github.camelwechat.simulator.ApiClient.COUNT;
import static io.github.camelwechat.simulator.ApiClient.GET_MATERIAL;
import static io.github.camelwechat.simulator.ApiClient.json;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

/** News materials: nobody can upload them any more, but old libraries hold them. */
class NewsTest {

    @RegisterExtension
    static final WechatSimulatorExtension wechat = new WechatSimulatorExtension();

    private final ApiClient client = new ApiClient(wechat::url);
    private String token;

    @BeforeEach
    void takeToken() {
        token = client.token();
    }

    @Test
    void itIsListedAndCountedAndGiven() {
        JsonNode cover = client.upload(token, "image", "cover.png", Samples.picture("png"), null);
        News news = wechat.library("wxdemo").addNews(
                new NewsArticle("骆驼", "me", "short", "<p>\"long\"</p>", "http://a/b", cover.path("media_id").asText(), true),
                NewsArticle.of("second", "text"));
        wechat.library("wxdemo").addNews(NewsArticle.of("later", ""));

        assertThat(json(client.get(COUNT + "?access_token=" + token)).path("news_count").asInt()).isEqualTo(2);
        JsonNode page = json(client.post(BATCHGET + "?access_token=" + token, "{\"type\":\"news\",\"offset\":1,\"count\":20}"));
        assertThat(page.path("total_count").asInt()).isEqualTo(2);
        assertThat(page.path("item_count").asInt()).isEqualTo(1);
        JsonNode item = page.path("item").path(0);
        assertThat(item.fieldNames()).toIterable().containsExactly("media_id", "content", "update_time");
        assertThat(item.path("media_id").asText()).isEqualTo(news.mediaId());
        JsonNode content = client.withId(GET_MATERIAL, token, news.mediaId());
        assertThat(item.path("content")).isEqualTo(content);
        assertThat(content.path("update_time").asLong()).isEqualTo(news.updateTime().getEpochSecond());
        assertThat(content.path("news_item").findValuesAsText("title")).containsExactly("骆驼", "second");
        JsonNode first = content.path("news_item").path(0);
        assertThat(first.fieldNames()).toIterable().contains(
                "title", "thumb_media_id", "show_cover_pic", "author", "digest", "content", "url", "content_source_url");
        assertThat(first.path("content").asText()).isEqualTo("<p>\"long\"</p>");
        assertThat(first.path("show_cover_pic").asInt()).isEqualTo(1);
        assertThat(first.path("thumb_url")).isEqualTo(cover.path("url"));
    }

    @Test
    void itIsPutInByHttpToo() {
        String articles = "{\"articles\":[{\"title\":\"a\",\"content\":\"b\",\"show_cover_pic\":1}]}";
        String id = json(client.post("/__simulator/apps/wxdemo/news", articles)).path("media_id").asText();

        News news = wechat.library("wxdemo").findNews(id).orElseThrow();
        assertThat(news.articles()).containsExactly(new NewsArticle("a", "", "", "b", "", "", true));
        JsonNode listed = json(client.get("/__simulator/apps/wxdemo/news")).path("news").path(0);
        assertThat(listed.path("media_id").asText()).isEqualTo(id);
        assertThat(listed.path("titles").path(0).asText()).isEqualTo("a");
        client.post("/__simulator/reset", "");
        assertThat(wechat.library("wxdemo").news()).isEmpty();
    }

    @Test
    void mistakesAreExplained() {
        assertThat(client.post("/__simulator/apps/wxdemo/news", "{}").body()).contains("needs 'articles'");
        assertThat(client.post("/__simulator/apps/wxdemo/news", "{\"articles\":[{\"titel\":\"a\"}]}").body())
                .contains("titel", "content_source_url");
        assertThatIllegalArgumentException().isThrownBy(() -> wechat.library("wxdemo").addNews())
                .withMessageContaining("NewsArticle.of");
    }

    @ParameterizedTest
    @ValueSource(strings = { "/cgi-bin/material/add_news", "/cgi-bin/material/update_news" })
    void nobodyCanUploadIt(String path) {
        JsonNode answer = json(client.post(path + "?access_token=" + token, "{\"articles\":[]}"));

        assertThat(answer.path("errcode").asInt()).isEqualTo(45103);
        assertThat(answer.path("errmsg").asText()).startsWith("This API has been unsupported hint: [");
        assertThat(json(client.post(path, "{}")).path("errcode").asInt()).isEqualTo(41001);
    }
}
