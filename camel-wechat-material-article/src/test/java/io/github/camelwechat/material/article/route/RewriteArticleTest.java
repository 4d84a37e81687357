package io.github.camelwechat.material.article.route;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

import io.github.camelwechat.material.WechatMaterialConstants;
import io.github.camelwechat.material.error.ArticleException;
import io.github.camelwechat.material.error.InvalidMaterialException;
import io.github.camelwechat.material.error.WechatApiException;
import io.github.camelwechat.material.result.ArticlePicture;
import io.github.camelwechat.material.result.ArticlePicture.Action;
import io.github.camelwechat.simulator.WechatSimulatorExtension;
import io.github.camelwechat.simulator.fault.Fault;
import io.github.camelwechat.simulator.library.DraftArticle;
import org.apache.camel.Exchange;
import org.apache.camel.StreamCache;
import org.apache.camel.impl.DefaultCamelContext;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import static io.github.camelwechat.material.article.route.PictureHost.picture;
import static org.assertj.core.api.Assertions.assertThat;

/**
 * An article goes in, and comes out with WeChat's addresses at all places of its pictures; or it fails with a report.
 */
class RewriteArticleTest {

    private static final String UPLOAD_IMAGE = "/cgi-bin/media/uploadimg";
    private static final String ADD_MATERIAL = "/cgi-bin/material/add_material";

    @RegisterExtension
    static final WechatSimulatorExtension WECHAT = new WechatSimulatorExtension();

    @RegisterExtension
    final PictureHost host = new PictureHost();

    private DefaultCamelContext context;

    @BeforeEach
    void start() {
        context = new DefaultCamelContext();
        context.start();
    }

    @AfterEach
    void stop() {
        context.stop();
    }

    private Exchange rewrite(Object body, String... options) {
        return send("rewriteArticle", body, Map.of(), options);
    }

    private Exchange send(String operation, Object body, Map<String, Object> headers, String... options) {
        String uri = "wechat-material:wxdemo?secret=secret&apiUrl=" + WECHAT.url() + "&operation=" + operation
                     + (operation.equals("rewriteArticle") && !List.of(options).contains("fetchHosts=*")
                             ? "&fetchHosts=" + host.hostAndPort() : "")
                     + IntStream.range(0, options.length).mapToObj(i -> "&" + options[i]).collect(Collectors.joining());
        return context.createFluentProducerTemplate().to(uri).withBody(body).withHeaders(headers).send();
    }

    private static String text(Exchange result) {
        assertThat(result.getException()).isNull();
        return result.getMessage().getBody(String.class);
    }

    @SuppressWarnings("unchecked")
    private static List<ArticlePicture> pictures(Exchange result) {
        return result.getMessage().getHeader(WechatMaterialConstants.PICTURES, List.class);
    }

    private static ArticleException failure(Exchange result) {
        assertThat(result.getException()).isInstanceOf(ArticleException.class);
        assertThat(result.getMessage().getHeaders()).doesNotContainKeys(
                WechatMaterialConstants.PICTURES, WechatMaterialConstants.CHARACTERS);
        return (ArticleException) result.getException();
    }

    private static long calls(String path) {
        return WECHAT.journal().entries(path).size();
    }

    private static List<Action> actions(List<ArticlePicture> pictures) {
        return pictures.stream().map(ArticlePicture::action).toList();
    }

    @Test
    void allPlacesBecomeWechats() {
        String a = host.with("/a.png", picture("png", 1));
        String b = host.with("/b.jpg", picture("jpg", 2));
        String html = """
                <p style='color:red; background: url("%1$s") no-repeat'>骆驼 &amp; 沙漠</p>
                <!-- %1$s --><img alt=x data-src="%1$s" src="data:image/gif;base64,R0lGODlhAQABAAAAACw=">
                <picture><source srcset="%2$s 2x"><img src='%2$s'></picture>
                <svg><image href="%2$s"/></svg><table background="%1$s"><tr><td>1</table>
                """.formatted(a, b);

        Exchange result = rewrite(html);

        String text = text(result);
        assertThat(text).contains("骆驼 &amp; 沙漠</p>\n<!-- " + a + " -->");
        assertThat(text.replace(a, "")).doesNotContain(host.hostAndPort())
                .contains("<svg><image href=\"" + WECHAT.url(), "<tr><td>1</table>");
        assertThat(pictures(result)).hasSize(5).allSatisfy(picture -> {
            assertThat(picture.url()).startsWith(WECHAT.url());
            assertThat(picture.error()).isNull();
            assertThat(picture.bytes()).isPositive();
        });
        assertThat(actions(pictures(result))).containsExactly(
                Action.UPLOADED, Action.REUSED, Action.UPLOADED, Action.REUSED, Action.REUSED);
        assertThat(result.getMessage().getHeaders())
                .containsEntry(WechatMaterialConstants.CHARACTERS, text.length())
                .containsEntry(WechatMaterialConstants.PICTURES_MISSING, 0);
        assertThat(host.requests()).containsExactlyInAnyOrder("/a.png", "/b.jpg");
        assertThat(calls(UPLOAD_IMAGE)).isEqualTo(2);
        assertThat(stored(text).dropped()).isEmpty();
    }

    /** Puts an article into the draft box. */
    private DraftArticle stored(String html) {
        Exchange cover = send("addMaterial", picture("png", 99), Map.of());
        Exchange added = send("addDraft", html, Map.of(
                WechatMaterialConstants.TITLE, "骆驼", WechatMaterialConstants.THUMB_MEDIA_ID,
                cover.getMessage().getHeader(WechatMaterialConstants.MEDIA_ID)));
        assertThat(added.getException()).isNull();
        return WECHAT.library("wxdemo").drafts().all().get(0).articles().get(0);
    }

    @Test
    void anArticleWithoutForeignPicturesStaysByteForByte() {
        String html = "<p>骆驼\r\n<IMG  SRC='http://mmbiz.qpic.cn/a/0' >\0<img src=\"//wx.qlogo.cn/b\"><p style=\"background:url("
                      + WECHAT.url() + "/mmbiz/a)\">";

        Exchange result = rewrite(html);

        assertThat(text(result)).isEqualTo(html);
        assertThat(actions(pictures(result))).containsOnly(Action.KEPT_OWN).hasSize(3);
        assertThat(text(rewrite(html, "ownHosts=https"))).contains("https://mmbiz.qpic.cn/a/0")
                .contains(WECHAT.url().replace("http:", "https:"));
        assertThat(WECHAT.journal().entries()).isEmpty();
    }

    @Test
    void theBodyStaysOfItsKindAndCharset() {
        Charset gbk = Charset.forName("GBK");
        String html = "<meta charset=gb2312><p>骆驼</p><img src='" + host.with("/a.png", picture("png", 1)) + "'>";

        Object bytes = rewrite(html.getBytes(gbk)).getMessage().getBody();
        Object stream = rewrite(
                new ByteArrayInputStream(("\ufeff" + html.replace("gb2312", "utf-8")).getBytes(StandardCharsets.UTF_8)))
                .getMessage().getBody();

        assertThat(bytes).isInstanceOf(byte[].class);
        assertThat(new String((byte[]) bytes, gbk)).startsWith("<meta charset=gb2312><p>骆驼</p><img src='" + WECHAT.url());
        assertThat(stream).isInstanceOf(StreamCache.class).isInstanceOf(InputStream.class);
        assertThat(((InputStream) stream)).asString(StandardCharsets.UTF_8).startsWith("\ufeff<meta charset=utf-8><p>骆驼</p>");
    }

    @Test
    void aTextThatIsNoneOfItsCharsetIsRefused() {
        assertThat(rewrite(new byte[] { '<', 'p', '>', (byte) 0xc3, '(' }).getException())
                .isInstanceOf(InvalidMaterialException.class).hasMessageContaining("no text in UTF-8");
    }

    @Test
    void aMissingPictureFailsTheArticleAndNothingIsLost() {
        String html = "<img src='" + host.with("/a.png", picture("png", 1)) + "'>\n<img src='" + host.url("/none.png?sign=x")
                      + "'>";

        ArticleException failure = failure(rewrite(html));

        assertThat(failure).hasMessageContaining("1 of 2 pictures").hasMessageContaining("img, line 2")
                .hasMessageContaining("404").hasMessageContaining("missingPicture=keep or remove");
        assertThat(failure.toString() + failure.getReport()).doesNotContain("sign=x");
        assertThat(failure.getReport()).hasSize(2);
        assertThat(failure.getReport().get(1)).satisfies(picture -> {
            assertThat(picture.action()).isEqualTo(Action.MISSING);
            assertThat(picture.error()).contains("404");
            assertThat(picture.line()).isEqualTo(2);
        });
        assertThat(failure.getReport().get(0).action()).isIn(Action.UPLOADED, Action.SKIPPED);
        assertThat(failure.mayHaveTakenEffect()).isFalse();
    }

    @Test
    void keptOrRemovedTheArticleGoesOn() {
        String missing = "<img src='" + host.url("/none.png") + "'>";
        String html = "<p>a" + missing + "b<img src='" + host.with("/a.png", picture("png", 1)) + "'>";

        Exchange kept = rewrite(html, "missingPicture=keep");
        Exchange removed = rewrite(html, "missingPicture=remove");

        assertThat(text(kept)).startsWith("<p>a" + missing + "b<img src='" + WECHAT.url());
        assertThat(actions(pictures(kept))).containsExactly(Action.MISSING, Action.UPLOADED);
        assertThat(text(removed)).startsWith("<p>ab<img src='" + WECHAT.url());
        assertThat(actions(pictures(removed))).containsExactly(Action.REMOVED, Action.UPLOADED);
        assertThat(removed.getMessage().getHeader(WechatMaterialConstants.PICTURES_MISSING)).isEqualTo(1);
    }

    @ParameterizedTest
    @ValueSource(strings = { "keep", "remove" })
    void aFailureOfTheAccountFailsTheArticleAllTheSame(String missing) {
        WECHAT.faults().next(UPLOAD_IMAGE, Fault.errcode(45009));
        String html = IntStream.range(0, 3).mapToObj(i -> "<img src='" + host.with("/" + i, picture("png", i)) + "'>")
                .collect(Collectors.joining());

        ArticleException failure = failure(rewrite(html, "missingPicture=" + missing));

        assertThat(failure.getCause()).isInstanceOf(WechatApiException.class);
        assertThat(failure.isRetryable()).isFalse();
        assertThat(failure.getReport()).filteredOn(picture -> picture.error() != null).hasSize(1);
    }

    @Test
    void anAddressThatIsNoneFailsBeforeAnythingIsSent() {
        String html = "<img src='" + host.with("/a.png", picture("png", 1))
                      + "'><img src='pics/b.png'><img src='file:///etc/passwd'>";

        ArticleException failure = failure(rewrite(html));

        assertThat(failure).hasMessageContaining("2 of 3").hasMessageContaining("baseUrl")
                .hasMessageContaining("Nothing was sent");
        assertThat(actions(failure.getReport())).containsExactly(Action.SKIPPED, Action.MISSING, Action.MISSING);
        assertThat(host.requests()).isEmpty();
        assertThat(WECHAT.journal().entries()).isEmpty();
    }

    @Test
    void relativeAddressesStartFromTheBase() {
        host.with("/pages/pics/b.png", picture("png", 1));

        Exchange option = rewrite("<img src='pics/b.png'>", "baseUrl=" + host.url("/pages/article.html"));
        Exchange header = send("rewriteArticle", "<img src='../pics/b.png'>",
                Map.of(WechatMaterialConstants.BASE_URL, host.url("/pages/today/")));

        assertThat(text(option)).startsWith("<img src='" + WECHAT.url());
        assertThat(text(header)).startsWith("<img src='" + WECHAT.url());
    }

    @Test
    void filesAreReadBelowTheBaseFolderAlone(@TempDir Path folder) throws IOException {
        Path base = Files.createDirectories(folder.resolve("base/pics")).getParent();
        Files.write(base.resolve("pics/图 1.png"), picture("png", 1));
        Path outside = Files.write(folder.resolve("outside.png"), picture("png", 2));
        Files.createSymbolicLink(base.resolve("link.png"), outside);

        Exchange inside = rewrite("<img src='./pics/图 1.png'><img src='pics/%E5%9B%BE%201.png?v=2'>", "baseFolder=" + base);
        ArticleException out
                = failure(rewrite("<img src='../outside.png'><img src=link.png><img src=none.png>", "baseFolder=" + base));

        assertThat(actions(pictures(inside))).containsExactly(Action.UPLOADED, Action.REUSED);
        assertThat(out.getReport()).extracting(ArticlePicture::error).satisfiesExactly(
                error -> assertThat(error).contains("not below baseFolder"),
                error -> assertThat(error).contains("not below baseFolder"),
                error -> assertThat(error).contains("no file none.png"));
    }

    @Test
    void picturesInsideTheArticleAreUploaded() {
        String png = Base64.getEncoder().encodeToString(picture("png", 1));

        Exchange result
                = rewrite("<img src=\"data:image/png;base64," + png + "\"><p style=\"background:url(data:image/png;base64,"
                          + png.replace("+", "%2B") + ")\">");

        assertThat(text(result)).startsWith("<img src=\"" + WECHAT.url()).doesNotContain("base64");
        assertThat(pictures(result)).allSatisfy(picture -> assertThat(picture.source()).hasSizeLessThanOrEqualTo(65));
    }

    @Test
    void whatIsTooLargeGoesIntoTheLibraryWhereThatIsWanted() {
        byte[] large = PictureHost.largePng();
        assertThat(large).hasSizeGreaterThan(1 << 20).hasSizeLessThan(10 << 20);
        String html = "<img data-w=1 data-ratio=1 src='" + host.with("/a.png", large) + "'><img src='"
                      + host.with("/b.gif", picture("gif", 1)) + "'><img src='" + host.with("/c.jpg", picture("jpg", 1)) + "'>";

        ArticleException failure = failure(rewrite(html));
        Exchange result = rewrite(html, "largePictures=library");

        assertThat(failure.getReport()).filteredOn(picture -> picture.error() != null).isNotEmpty()
                .allSatisfy(picture -> assertThat(picture.error()).containsAnyOf("largePictures=library", "addMaterial"));
        assertThat(text(result)).contains("data-w=\"800\"", "data-ratio=\"0.75\"").doesNotContain(host.hostAndPort());
        assertThat(pictures(result)).extracting(ArticlePicture::mediaId).satisfiesExactly(
                id -> assertThat(id).isNotNull(), id -> assertThat(id).isNotNull(), id -> assertThat(id).isNull());
        assertThat(calls(ADD_MATERIAL)).isEqualTo(2);
    }

    @Test
    void noByteGoesToThisMachineUnlessItIsListed() {
        String html = "<img src='" + host.with("/a.png", picture("png", 1)) + "'>";

        ArticleException failure = failure(rewrite(html, "fetchHosts=*"));

        assertThat(failure.getReport().get(0).error()).contains("fetchHosts");
        assertThat(host.requests()).isEmpty();
    }

    @Test
    void anArticleHasATimeOfItsOwn() {
        host.hang();
        String html = "<img src='" + host.with("/hanging.png", picture("png", 1)) + "'>";

        ArticleException failure = failure(rewrite(html, "articleTimeout=300"));

        assertThat(failure).hasMessageContaining("articleTimeout");
        assertThat(failure.isRetryable()).isTrue();
        assertThat(failure(rewrite(html, "fetchTimeout=300"))).hasMessageContaining("fetchTimeout");
    }

    @Test
    void tooManyTagsOrPicturesAreRefused() {
        assertThat(rewrite("<p>".repeat(20_001)).getException()).isInstanceOf(InvalidMaterialException.class)
                .hasMessageContaining("20,00").hasMessageContaining("tags");
        assertThat(rewrite("<img src=//a>".repeat(3), "maxPictures=2").getException())
                .isInstanceOf(InvalidMaterialException.class).hasMessageContaining("maxPictures is 2");
    }

    @Test
    void aLongArticleIsWarnedOf() {
        Exchange result = rewrite("<pre>" + "a".repeat(20_000) + "</pre>");

        assertThat(result.getMessage().getHeader(WechatMaterialConstants.WARNINGS).toString())
                .contains("20,011 characters", "pre");
    }
}
