package io.github.camelwechat.material;

import java.io.ByteArrayInputStream;
import java.nio.CharBuffer;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;

import io.github.camelwechat.material.error.InvalidMaterialException;
import io.github.camelwechat.material.error.InvalidMaterialException.Reason;
import io.github.camelwechat.material.error.UnknownOutcomeException;
import io.github.camelwechat.material.error.WechatApiException;
import io.github.camelwechat.material.result.AddDraftResult;
import io.github.camelwechat.material.result.Draft;
import io.github.camelwechat.material.result.DraftArticle;
import io.github.camelwechat.material.result.DraftCount;
import io.github.camelwechat.material.result.DraftItem;
import io.github.camelwechat.material.result.DraftPage;
import io.github.camelwechat.simulator.fault.Fault;
import org.apache.camel.Exchange;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;

/** Drafts by each operation: what goes in, what comes out, and what is refused before anything is sent. */
class DraftOperationsTest {

    private static final String ADD = "wechat-material:default?operation=addDraft";
    private static final String UPDATE = "wechat-material:default?operation=updateDraft";
    private static final String GET = "wechat-material:default?operation=getDraft";
    private static final String DELETE = "wechat-material:default?operation=deleteDraft";
    private static final String HTML = "<p>骆驼 &amp; 沙漠</p>";

    @RegisterExtension
    final Wechat wechat = new Wechat();

    private String cover = "";

    @BeforeEach
    void account() {
        wechat.plainAccount();
        cover = wechat.stored(Samples.png());
    }

    private static <T> T body(Exchange result, Class<T> type) {
        assertThat(result.getException()).isNull();
        assertThat(result.getMessage().getBody()).isInstanceOf(type);
        return type.cast(result.getMessage().getBody());
    }

    private Map<String, Object> headers() {
        return new HashMap<>(
                Map.of(
                        WechatMaterialConstants.TITLE, "骆驼", WechatMaterialConstants.AUTHOR, "张三",
                        WechatMaterialConstants.DIGEST,
                        "摘要", WechatMaterialConstants.THUMB_MEDIA_ID, cover));
    }

    private String added(Object body, Map<String, Object> headers) {
        Exchange result = wechat.upload(ADD, body, headers);
        String mediaId = body(result, AddDraftResult.class).mediaId();
        assertThat(result.getMessage().getHeader(WechatMaterialConstants.MEDIA_ID)).isEqualTo(mediaId);
        return mediaId;
    }

    private Draft draft(String mediaId) {
        return body(wechat.upload(GET, null, Map.of(WechatMaterialConstants.MEDIA_ID, mediaId)), Draft.class);
    }

    private DraftArticle news() {
        return DraftArticle.news("骆驼", HTML, cover).withAuthor("张三").withDigest("摘要");
    }

    private Map<String, Object> map() {
        return Map.of("title", "骆驼", "author", "张三", "digest", "摘要", "content", HTML, "thumb_media_id", cover);
    }

    private String json() {
        return "{\"title\":\"骆驼\",\"author\":\"张三\",\"digest\":\"摘要\",\"content\":\"" + HTML + "\",\"thumb_media_id\":\""
               + cover
               + "\"}";
    }

    private InvalidMaterialException refused(Exchange result, Reason reason, String... words) {
        assertThat(result.getException()).isInstanceOf(InvalidMaterialException.class).hasMessageContainingAll(words);
        InvalidMaterialException refusal = result.getException(InvalidMaterialException.class);
        assertThat(refusal.getReason()).isEqualTo(reason);
        assertThat(wechat.simulator().journal().entries()).extracting(entry -> entry.path())
                .doesNotContain("/cgi-bin/draft/add");
        return refusal;
    }

    @Test
    void articleComesBackAsItWasSentInWhateverForm(@TempDir Path folder) throws Exception {
        Path file = Files.writeString(folder.resolve("a.html"), "\ufeff" + HTML);
        for (Object html : List.of(HTML, HTML.getBytes(StandardCharsets.UTF_8), file, file.toFile(),
                new ByteArrayInputStream(HTML.getBytes(StandardCharsets.UTF_16LE)) {
                    {
                        buf = ("\ufeff" + HTML).getBytes(StandardCharsets.UTF_16LE);
                        count = buf.length;
                    }
                }, CharBuffer.wrap(HTML))) {
            assertAdded(added(html, headers()));
        }
        for (Object articles : List.of(json(), json().getBytes(StandardCharsets.UTF_8), "[" + json() + "]",
                " {\"articles\":[" + json() + "]}", "{\"articles\":" + json() + "}", map(), List.of(map()),
                Map.of("articles", List.of(map())), news(), List.of(news()), new Draft(List.of(news()), null, null))) {
            assertAdded(added(articles, Map.of()));
        }
    }

    private void assertAdded(String mediaId) {
        DraftArticle article = draft(mediaId).items().get(0);
        assertThat(article.title()).isEqualTo("骆驼");
        assertThat(article.author()).isEqualTo("张三");
        assertThat(article.digest()).isEqualTo("摘要");
        assertThat(article.content()).isEqualTo(HTML);
        assertThat(article.thumbMediaId()).isEqualTo(cover);
    }

    @Test
    void charsetOfTheExchangeDecodesBytes() {
        Exchange result = wechat.context().createFluentProducerTemplate().to(ADD).withHeaders(headers())
                .withProcessor(exchange -> {
                    exchange.getMessage().setHeaders(headers());
                    exchange.setProperty(Exchange.CHARSET_NAME, "GBK");
                    exchange.getMessage().setBody(HTML.getBytes(Charset.forName("GBK")));
                }).send();

        assertAdded(body(result, AddDraftResult.class).mediaId());
    }

    @Test
    void bytesThatAreNoTextAreRefused() {
        refused(wechat.upload(ADD, HTML.getBytes(Charset.forName("GBK")), headers()), Reason.FORMAT, "UTF-8",
                "CamelCharsetName");
    }

    @Test
    void streamIsClosedWhateverItsEnd() {
        for (String title : List.of("good", "x".repeat(65))) {
            AtomicInteger closed = new AtomicInteger();
            Map<String, Object> headers = headers();
            headers.put(WechatMaterialConstants.TITLE, title);
            wechat.upload(ADD, new ByteArrayInputStream(HTML.getBytes(StandardCharsets.UTF_8)) {
                @Override
                public void close() {
                    closed.incrementAndGet();
                }
            }, headers);
            assertThat(closed.get()).as(title).isPositive();
        }
    }

    @Test
    void draftThatWasReadCanBeSentAgain() {
        String first = added(news(), Map.of());

        String second = added(draft(first), Map.of());
        String third = added(wechat.context().getTypeConverter().convertTo(String.class, draft(first)), Map.of());

        assertThat(second).isNotEqualTo(first).isNotEqualTo(third);
        assertAdded(third);
    }

    @Test
    void updateReplacesTheArticleOfTheIndex() {
        String mediaId = added(List.of(news(), news()), Map.of());
        Map<String, Object> headers = headers();
        headers.put(WechatMaterialConstants.MEDIA_ID, mediaId);
        headers.put(WechatMaterialConstants.INDEX, 1);

        Exchange result = wechat.upload(UPDATE, "<p>new</p>", headers);

        assertThat(result.getException()).isNull();
        assertThat(draft(mediaId).items()).extracting(DraftArticle::content).containsExactly(HTML, "<p>new</p>");
    }

    @Test
    void updateTakesOneArticleAndAnIndexOfADraft() {
        Map<String, Object> headers = Map.of(WechatMaterialConstants.MEDIA_ID, "M");
        refused(wechat.upload(UPDATE, List.of(news(), news()), headers), Reason.ARTICLE, "one article", "2");
        assertThat(wechat.upload(UPDATE, news(), Map.of()).getException()).isInstanceOf(IllegalArgumentException.class)
                .hasMessageContainingAll("updateDraft", WechatMaterialConstants.MEDIA_ID, "draft");
        assertThat(wechat.upload(UPDATE, news(), Map.of(
                WechatMaterialConstants.MEDIA_ID, "M", WechatMaterialConstants.INDEX, "8")).getException())
                .isInstanceOf(IllegalArgumentException.class).hasMessageContainingAll("0 to 7", "'8'");
    }

    @Test
    void listCountAndDeletion() {
        String first = added(news(), Map.of());
        String second = added(news(), Map.of());

        assertThat(body(wechat.upload("wechat-material:default?operation=getDraftCount", null, Map.of()), DraftCount.class))
                .isEqualTo(new DraftCount(2));
        DraftPage page = page(Map.of());
        assertThat(page.totalCount()).isEqualTo(2);
        assertThat(page.items()).extracting(DraftItem::mediaId).containsExactly(second, first);
        assertThat(page.items().get(0).content().items().get(0).content()).isEqualTo(HTML);
        DraftPage titles = page(Map.of(WechatMaterialConstants.NO_CONTENT, true, WechatMaterialConstants.COUNT, 1));
        assertThat(titles.items()).hasSize(1);
        assertThat(titles.items().get(0).content().items().get(0).content()).isNull();

        assertThat(wechat.upload(DELETE, "kept", Map.of(WechatMaterialConstants.MEDIA_ID, first)).getMessage().getBody())
                .isEqualTo("kept");
        assertThat(page(Map.of()).items()).extracting(DraftItem::mediaId).containsExactly(second);
        Exchange again = wechat.upload(DELETE, null, Map.of(WechatMaterialConstants.MEDIA_ID, first));
        assertThat(again.getException(WechatApiException.class).getErrcode()).isEqualTo(40007);
    }

    private DraftPage page(Map<String, Object> headers) {
        return body(wechat.upload("wechat-material:default?operation=batchGetDraft", null, headers), DraftPage.class);
    }

    @Test
    void deletionByHeaderNeedsLeave() {
        String mediaId = added(news(), Map.of());
        Map<String, Object> headers = Map.of(
                WechatMaterialConstants.OPERATION, "deleteDraft", WechatMaterialConstants.MEDIA_ID, mediaId);

        assertThat(wechat.upload("wechat-material:default", null, headers).getException())
                .isInstanceOf(IllegalArgumentException.class).hasMessageContainingAll("deleteDraft", "allowDeleteByHeader");
        assertThat(wechat.upload("wechat-material:default?allowDeleteByHeader=true", null, headers).getException()).isNull();
    }

    @Test
    void lostAnswerMayHaveMadeADraft() {
        wechat.simulator().faults().next("/cgi-bin/draft/add", Fault.answerLost());

        Exchange result = wechat.upload(ADD, news(), Map.of());

        assertThat(result.getException()).isInstanceOf(UnknownOutcomeException.class);
        assertThat(result.getException(UnknownOutcomeException.class).mayHaveTakenEffect()).isTrue();
        assertThat(page(Map.of()).totalCount()).isEqualTo(1);
    }

    @Test
    void busyLeavesOpenWhetherThereIsADraft() {
        wechat.simulator().faults().next("/cgi-bin/draft/add", Fault.errcode(-1));

        WechatApiException failure = wechat.upload(ADD, news(), Map.of()).getException(WechatApiException.class);

        assertThat(failure.isRetryable()).isFalse();
        assertThat(failure.mayHaveTakenEffect()).isTrue();
    }

    @Test
    void htmlNeedsATitle() {
        Map<String, Object> headers = headers();
        headers.remove(WechatMaterialConstants.TITLE);
        for (String body : List.of(HTML, "{\"title\": oops", "{\"title\":\"a\",\"title\":\"b\"}")) {
            assertThat(wechat.upload(ADD, body, headers).getException()).isInstanceOf(IllegalArgumentException.class)
                    .hasMessageContainingAll("addDraft", WechatMaterialConstants.TITLE, "JSON");
        }
    }

    @Test
    void titleOfTheEndpointIsTheOneOfAMessageWithout() {
        Map<String, Object> headers = headers();
        headers.remove(WechatMaterialConstants.TITLE);

        String mediaId = body(wechat.upload(ADD + "&title=Weekly", HTML, headers), AddDraftResult.class).mediaId();

        assertThat(draft(mediaId).items().get(0).title()).isEqualTo("Weekly");
    }

    @Test
    void bodyWithoutAnArticleIsRefused() {
        refused(wechat.upload(ADD, null, headers()), Reason.BODY, "no body");
        refused(wechat.upload(ADD, "[]", headers()), Reason.BODY, "no article");
        refused(wechat.upload(ADD, "[\"a\"]", headers()), Reason.BODY, "object");
        refused(wechat.upload(ADD, Map.of("articles", List.of(map()), "media_id", "M"), Map.of()), Reason.BODY, "media_id",
                "CamelWechatMaterialMediaId");
    }

    @ParameterizedTest
    @ValueSource(strings = { "titel", "thumbMediaId", "image_info" })
    void fieldThatWechatWouldLeaveOutIsRefused(String field) {
        Map<String, Object> article = new HashMap<>(map());
        article.put(field, "x");

        refused(wechat.upload(ADD, article, Map.of()), Reason.ARTICLE, field,
                Map.of("titel", "Is it title?", "thumbMediaId", "Is it thumb_media_id?", "image_info", "newspic").get(field));
    }

    @Test
    void picturesWithATextAreStored() {
        String mediaId = added(DraftArticle.newspic("骆驼", "文字", List.of(cover, cover)), Map.of());

        DraftArticle stored = draft(mediaId).items().get(0);
        assertThat(stored.articleType()).isEqualTo("newspic");
        assertThat(stored.imageInfo().imageList()).extracting(DraftArticle.Image::imageMediaId).containsExactly(cover, cover);
    }

    @Test
    void withoutChecksWechatIsTheJudge() {
        Map<String, Object> article = new HashMap<>(map());
        article.put("title", "x".repeat(65));

        assertThat(
                wechat.upload(ADD + "&validate=false", article, Map.of()).getException(WechatApiException.class).getErrcode())
                .isEqualTo(45003);
    }
}
