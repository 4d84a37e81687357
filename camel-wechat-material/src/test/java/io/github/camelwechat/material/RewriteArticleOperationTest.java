package io.github.camelwechat.material;

import java.io.ByteArrayInputStream;
import java.io.File;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.ByteBuffer;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

import com.sun.net.httpserver.HttpServer;
import io.github.camelwechat.material.error.ArticleException;
import io.github.camelwechat.material.error.InvalidMaterialException;
import io.github.camelwechat.material.error.NotSentException;
import io.github.camelwechat.material.error.UnknownOutcomeException;
import io.github.camelwechat.material.error.WechatApiException;
import io.github.camelwechat.material.internal.article.PictureFinder;
import io.github.camelwechat.material.result.ArticlePicture;
import io.github.camelwechat.material.result.ArticlePicture.Action;
import io.github.camelwechat.simulator.fault.Fault;
import org.apache.camel.Exchange;
import org.apache.camel.StreamCache;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * What rewriteArticle makes of the pictures that a finder gives it: which are uploaded, how, and what the report says.
 */
class RewriteArticleOperationTest {

    private static final String UPLOAD_IMAGE = "/cgi-bin/media/uploadimg";

    @RegisterExtension
    final Wechat wechat = new Wechat();

    @TempDir
    Path folder;

    private final Map<String, byte[]> pictures = new ConcurrentHashMap<>();
    private final CountDownLatch end = new CountDownLatch(1);
    private final ExecutorService threads = Executors.newCachedThreadPool();
    private HttpServer host;

    @BeforeEach
    void start() throws IOException {
        wechat.plainAccount();
        Path services = Files.createDirectories(folder.resolve("finder/META-INF/services/org/apache/camel"));
        Files.writeString(services.resolve(PictureFinder.FACTORY), "class=" + ImgFinder.class.getName());
        wechat.context().setApplicationContextClassLoader(new URLClassLoader(
                new URL[] { folder.resolve("finder").toUri().toURL() }, getClass().getClassLoader()));
        host = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        host.setExecutor(threads);
        host.createContext("/", exchange -> {
            byte[] picture = pictures.get(exchange.getRequestURI().getPath());
            try (exchange) {
                if (exchange.getRequestURI().getPath().contains("hanging")) {
                    end.await();
                }
                exchange.sendResponseHeaders(picture == null ? 404 : 200, picture == null ? -1 : picture.length);
                if (picture != null) {
                    exchange.getResponseBody().write(picture);
                }
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
        });
        host.start();
    }

    @AfterEach
    void stop() {
        end.countDown();
        host.stop(0);
        threads.shutdownNow();
    }

    private String url(String path, byte[] picture) {
        pictures.put(path, picture);
        return "http://127.0.0.1:" + host.getAddress().getPort() + path;
    }

    private Exchange rewrite(Object body, String... options) {
        return rewrite(body, Map.of(), options);
    }

    private Exchange rewrite(Object body, Map<String, Object> headers, String... options) {
        return wechat.upload(
                "wechat-material:default?operation=rewriteArticle&fetchHosts=127.0.0.1:" + host.getAddress().getPort()
                             + IntStream.range(0, options.length).mapToObj(i -> "&" + options[i]).collect(Collectors.joining()),
                body, headers);
    }

    private static String text(Exchange result) {
        assertThat(result.getException()).isNull();
        return result.getMessage().getBody(String.class);
    }

    private static ArticleException failure(Exchange result) {
        assertThat(result.getException()).isInstanceOf(ArticleException.class);
        return (ArticleException) result.getException();
    }

    @SuppressWarnings("unchecked")
    private static List<ArticlePicture> report(Exchange result) {
        return result.getMessage().getHeader(WechatMaterialConstants.PICTURES, List.class);
    }

    private static List<Action> actions(List<ArticlePicture> report) {
        return report.stream().map(ArticlePicture::action).toList();
    }

    private String own() {
        return wechat.simulator().url();
    }

    @Test
    void picturesOfAllSourcesAreUploadedOnce() throws IOException {
        byte[] png = Samples.png();
        Files.write(folder.resolve("b.png"), png);
        String a = url("/a.png", Samples.picture("png"));
        String data = "data:image/png;base64," + Base64.getEncoder().encodeToString(png);

        Exchange remote = rewrite("<p><img src=\"" + a + "\"><img src=\" " + a + "#x\"><img src=\"" + data + "\"></p><video>");
        Exchange files = rewrite("<img src=\"b.png\">\n<img src=\"/b.png?v=1\">", "baseFolder=" + folder);

        assertThat(text(remote)).startsWith("<p><img src=\"" + own()).endsWith("></p><video>").contains("\" png");
        assertThat(actions(report(remote))).containsExactly(Action.UPLOADED, Action.REUSED, Action.UPLOADED);
        assertThat(report(remote).get(2).source()).isEqualTo(data.substring(0, 64) + "…");
        assertThat(remote.getMessage().getHeader(WechatMaterialConstants.WARNINGS))
                .isEqualTo(List.of("video: WeChat drops it"));
        assertThat(remote.getMessage().getHeader(WechatMaterialConstants.CHARACTERS)).isEqualTo(text(remote).length());
        assertThat(actions(report(files))).containsExactly(Action.UPLOADED, Action.REUSED);
        assertThat(report(files).get(1).line()).isEqualTo(2);
        assertThat(wechat.simulator().journal().entries(UPLOAD_IMAGE)).hasSize(3);
    }

    @Test
    void theBodyStaysOfItsKind() throws IOException {
        String html = "\ufeff<meta charset=GBK><img src=\"" + url("/a.png", Samples.png()) + "\">";
        Charset gbk = Charset.forName("GBK");
        byte[] bytes = html.substring(1).getBytes(gbk);
        File file = Files.write(folder.resolve("a.html"), bytes).toFile();
        byte[] marked = html.getBytes(StandardCharsets.UTF_16LE);

        assertThat(rewrite(html).getMessage().getBody()).asString().startsWith("\ufeff<meta charset=GBK><img src=\"" + own());
        assertThat(rewrite(bytes).getMessage().getBody()).isInstanceOf(byte[].class);
        assertThat(rewrite(ByteBuffer.wrap(bytes)).getMessage().getBody()).isInstanceOf(byte[].class);
        assertThat(rewrite(file).getMessage().getBody()).isInstanceOf(StreamCache.class);
        assertThat(rewrite(file.toPath()).getMessage().getBody()).isInstanceOf(StreamCache.class);
        Object stream = rewrite(new ByteArrayInputStream(marked)).getMessage().getBody();
        assertThat(new String(((InputStream) stream).readAllBytes(), StandardCharsets.UTF_16LE))
                .startsWith("\ufeff<meta charset=GBK><img src=\"" + own());
    }

    @Test
    void aLongStreamWaitsForItsMemoryAndATooLongOneIsRefused() {
        wechat.component().setMaxArticleMemory(8 << 20);
        String html = "<p>" + "a".repeat(2 << 20);

        assertThat(text(rewrite(new ByteArrayInputStream(html.getBytes(StandardCharsets.UTF_8))))).hasSameSizeAs(html);
        assertThat(rewrite(html, "maxArticleSize=1048576").getException()).isInstanceOf(InvalidMaterialException.class)
                .hasMessageContaining("longer than 1 MB");
        assertThat(rewrite(null).getException()).hasMessageContaining("there is no body");
        assertThat(rewrite(5).getException()).hasMessageContaining("java.lang.Integer").hasMessageContaining("HTML");
    }

    @Test
    void whatIsWechatsStaysUnlessSomethingForeignIsBesideIt() {
        String html = "<img src=\"http://mmbiz.qpic.cn/a\"><img src=\"" + own() + "/b\" lazy=\"//wx.qlogo.cn/c\">";

        assertThat(text(rewrite(html))).isEqualTo(html);
        assertThat(text(rewrite(html, "ownHosts=https"))).startsWith("<img src=\"https://mmbiz.qpic.cn/a\"");
        assertThat(text(rewrite("<img src=\"https://mmbiz.qpic.cn/a\" lazy=\"https://e.example/b\">")))
                .startsWith("<img src=\"https://mmbiz.qpic.cn/a\" ").doesNotContain("e.example");
        assertThat(text(rewrite("<img src=\"https://mmbiz.qpic.cn/a\" lazy=\"data:,a\">"))).contains("data:,a");
    }

    @Test
    void aMissingPictureFailsStaysOrGoes() {
        String html = "<img src=\"" + url("/a.png", Samples.png()) + "\"><img src=\""
                      + url("/b.webp", "RIFF    WEBPVP8 ".repeat(9)
                              .getBytes(StandardCharsets.UTF_8))
                      + "\"><img src=\"" + url("/none", new byte[0]).replace("/none", "/gone?sign=x") + "\">";

        ArticleException failed = failure(rewrite(html));
        Exchange kept = rewrite(html, "missingPicture=keep");
        Exchange removed = rewrite(html, "missingPicture=remove");

        assertThat(failed).hasMessageContaining("of 3 pictures cannot be shown").hasMessageContaining("missingPicture=keep");
        assertThat(failed.isRetryable()).isFalse();
        assertThat(failed.toString()).doesNotContain("sign=x");
        assertThat(actions(report(kept))).containsExactly(Action.UPLOADED, Action.MISSING, Action.MISSING);
        assertThat(report(kept).get(1).error()).contains("WebP");
        assertThat(text(kept)).contains("/gone?sign=x");
        assertThat(actions(report(removed))).containsExactly(Action.UPLOADED, Action.REMOVED, Action.REMOVED);
        assertThat(text(removed)).doesNotContain("gone");
        assertThat(removed.getMessage().getHeader(WechatMaterialConstants.PICTURES_MISSING)).isEqualTo(2);
    }

    @Test
    void anAddressThatIsNoneFailsBeforeAnythingIsSent() {
        String html = "<img src=\"" + url("/a.png", Samples.png()) + "\"><img src=\"\"><img src=\"b.png\"><img src=\"data:x\">"
                      + "<img src=\"ftp://user:password@e.example/c\"><img src=\"data:," + "a".repeat(21 << 20) + "\">";

        ArticleException failure = failure(rewrite(html));
        Exchange kept = rewrite(html, "missingPicture=keep");

        assertThat(failure).hasMessageContaining("5 of 6").hasMessageContaining("and 2 more")
                .hasMessageContaining("Nothing was sent");
        assertThat(failure.getReport()).extracting(ArticlePicture::error).satisfiesExactly(
                none -> assertThat(none).isNull(), none -> assertThat(none).contains("no address"),
                relative -> assertThat(relative).contains("baseUrl"), data -> assertThat(data).contains("no data"),
                scheme -> assertThat(scheme).contains("http"), large -> assertThat(large).contains("20 MB"));
        assertThat(failure.getReport().toString()).doesNotContain("password");
        assertThat(actions(report(kept))).containsOnlyOnce(Action.UPLOADED).contains(Action.MISSING);
    }

    @Test
    void aBaseComesFromTheOptionOrTheHeader() {
        url("/pages/b.png", Samples.png());
        String base = url("/pages/index.html", new byte[0]);

        assertThat(text(rewrite("<img src=\"b.png\">", "baseUrl=" + base))).contains(own());
        assertThat(text(
                rewrite("<img src=\"pages/b.png\">", Map.of(WechatMaterialConstants.BASE_URL, base.replace("/pages/", "/")),
                        "baseFolder=" + folder)))
                .contains(own());
        assertThat(rewrite("<p>", Map.of(WechatMaterialConstants.BASE_URL, "ftp://a")).getException())
                .isInstanceOf(IllegalArgumentException.class).hasMessageContaining("CamelWechatMaterialBaseUrl");
    }

    @Test
    void nothingOutsideOfTheFolderIsRead() throws IOException {
        Path base = Files.createDirectory(folder.resolve("base"));
        Files.write(folder.resolve("secret.png"), Samples.png());
        Files.createSymbolicLink(base.resolve("link.png"), folder.resolve("secret.png"));

        ArticleException failure = failure(rewrite(
                "<img src=\"../secret.png\"><img src=\"%2e%2e/secret.png\"><img src=\"link.png\"><img src=\"a\0b\"><img src=\"?a\">",
                "baseFolder=" + base));

        assertThat(failure.getReport()).hasSize(5).allSatisfy(picture -> assertThat(picture.error()).contains("baseFolder"));
    }

    @Test
    void gifsAndCoversGoIntoTheLibraryWhereThatIsWanted() {
        String html = "<img src=\"" + url("/a.gif", Samples.picture("gif")) + "\"><card src=\""
                      + url("/b.jpg", Samples.picture("jpg"))
                      + "\"><card src=\"https://mmbiz.qpic.cn/a?wx_fmt=jpeg\">";

        Exchange library = rewrite(html, "largePictures=library");
        Exchange kept = rewrite(html.substring(html.indexOf("<card")));

        assertThat(report(library)).extracting(ArticlePicture::mediaId).satisfiesExactly(
                id -> assertThat(id).isNotNull(), id -> assertThat(id).isNotNull(), id -> assertThat(id).isNull());
        assertThat(actions(report(kept))).containsExactly(Action.MISSING, Action.KEPT_OWN);
        assertThat(report(kept).get(0).error()).contains("largePictures=library");
    }

    @ParameterizedTest
    @ValueSource(strings = { "fail", "keep", "remove" })
    void aFailureOfTheAccountEndsTheArticle(String missing) {
        wechat.configuration().setMaxConcurrentRequests(1);
        wechat.simulator().faults().next(UPLOAD_IMAGE, Fault.errcode(45009));
        String html = IntStream.range(0, 5).mapToObj(i -> "<img src=\"" + url("/" + i, Samples.png(500, i)) + "\">")
                .collect(Collectors.joining());

        ArticleException failure = failure(rewrite(html, "missingPicture=" + missing));

        assertThat(failure.getCause()).isInstanceOf(WechatApiException.class);
        assertThat(failure.isRetryable()).isFalse();
        assertThat(failure.getReport()).filteredOn(picture -> picture.error() != null).hasSize(1);
        assertThat(actions(failure.getReport())).contains(Action.SKIPPED);
    }

    @Test
    void anUnknownOutcomeDecides() {
        wechat.simulator().faults().next(UPLOAD_IMAGE, Fault.answerLost());
        String html = "<img src=\"" + url("/a.png", Samples.png()) + "\">";

        ArticleException failure = failure(rewrite(html));

        assertThat(failure.getCause()).isInstanceOf(UnknownOutcomeException.class);
        assertThat(failure.mayHaveTakenEffect()).isTrue();
        assertThat(failure.isRetryable()).isFalse();
    }

    @Test
    void timeEndsPicturesAndArticles() {
        String hanging = "<img src=\"" + url("/hanging.png", Samples.png()) + "\">";

        ArticleException picture = failure(rewrite(hanging, "fetchTimeout=200"));
        ArticleException article = failure(rewrite(hanging, "articleTimeout=200", "missingPicture=keep"));

        assertThat(picture).hasMessageContaining("fetchTimeout");
        assertThat(picture.isRetryable()).isTrue();
        assertThat(article).hasMessageContaining("The article was ended").hasMessageContaining("articleTimeout");
        assertThat(article.isRetryable()).isTrue();
    }

    @Test
    void whoWaitsForTheWindowIsSkippedWhenTheArticleEnds() {
        wechat.configuration().setMaxConcurrentRequests(1);
        String html = IntStream.range(0, 4).mapToObj(i -> "<img src=\"" + url("/hanging" + i, Samples.png(500, i)) + "\">")
                .collect(Collectors.joining());

        ArticleException failure = failure(rewrite(html, "articleTimeout=200"));

        assertThat(actions(failure.getReport())).containsExactly(Action.MISSING, Action.MISSING, Action.SKIPPED,
                Action.SKIPPED);
        assertThat(failure.getCause()).isNotInstanceOf(NotSentException.class);
    }

    @Test
    void moreThanTheLimitsIsRefusedOrWarnedOf() {
        assertThat(rewrite("<img src=\"//a\">".repeat(3), "maxPictures=2").getException())
                .isInstanceOf(InvalidMaterialException.class).hasMessageContaining("maxPictures is 2");
        assertThat(rewrite("a".repeat(20_000)).getMessage().getHeader(WechatMaterialConstants.WARNINGS).toString())
                .contains("20,000 characters", "text, line 1");
    }
}
