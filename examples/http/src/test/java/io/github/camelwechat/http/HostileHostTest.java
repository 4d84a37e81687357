package io.github.camelwechat.http;

import java.io.BufferedOutputStream;
import java.io.OutputStream;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

import io.github.camelwechat.simulator.WechatSimulatorExtension;
import org.apache.hc.client5.http.SystemDefaultDnsResolver;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;

/** Listed hosts that answer without end, or on connections that they close. */
@Timeout(120)
class HostileHostTest {

    @RegisterExtension
    static final WechatSimulatorExtension wechat = new WechatSimulatorExtension();

    private final ExecutorService threads = Executors.newCachedThreadPool();
    private OddServer hostile;
    private OddServer other;
    private Application application;

    @BeforeEach
    void start() throws Exception {
        hostile = new OddServer(this::answer);
        other = new OddServer(this::answer);
        application = new Application(
                wechat.url(), at(hostile) + "," + at(other), SystemDefaultDnsResolver.INSTANCE, Application.LIMITS);
    }

    @AfterEach
    void stop() throws Exception {
        hostile.close();
        other.close();
        application.close();
        threads.shutdownNow();
    }

    private void answer(String path, OutputStream socket) throws Exception {
        OutputStream out = new BufferedOutputStream(socket, 1 << 16);
        switch (path) {
            case "/headers" -> endless(out, "HTTP/1.1 200 OK\r\n", "X-Header: some value\r\n");
            case "/line" -> endless(out, "HTTP/1.1 200 OK\r\nX-Header: ", "some value");
            case "/folded" -> endless(out, "HTTP/1.1 200 OK\r\nX-Header: a\r\n", " some value\r\n");
            case "/status-line" -> endless(out, "HTTP/1.1 200 ", "OK ");
            case "/early-hints" -> endless(out, "HTTP/1.1 103 Early Hints\r\n", "Link: </style.css>\r\n");
            case "/early-hints-without-number" -> endless(out, "", "HTTP/1.1 103 Early Hints\r\n\r\n");
            case "/some-early-hints" -> {
                for (int i = 0; i < AnswerHeads.MAX_HEADS - 1; i++) {
                    OddServer.head(out, "HTTP/1.1 103 Early Hints\r\nLink: </style.css>");
                }
                answer("/a.png", out);
            }
            case "/trailers" ->
                endless(out, "HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n1\r\na\r\n0\r\n", "X: y\r\n");
            case "/chunk-extension" -> endless(out, "HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n1;", "some value");
            case "/empty-lines" -> endless(out, "", "\r\n");
            case "/no-http" -> endless(out, "", "some value\r\n");
            default -> {
                byte[] picture = Media.sample("camel.png");
                OddServer.head(out, "HTTP/1.1 200 OK\r\nContent-Length: " + picture.length);
                out.write(picture);
                out.flush();
            }
        }
    }

    private static void endless(OutputStream out, String first, String then) throws Exception {
        out.write(first.getBytes(StandardCharsets.ISO_8859_1));
        while (true) {
            out.write(then.getBytes(StandardCharsets.ISO_8859_1));
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {
            "/headers", "/line", "/folded", "/status-line", "/early-hints", "/early-hints-without-number", "/trailers",
            "/chunk-extension",
            "/empty-lines", "/no-http" })
    void answerWithoutEndIsBroken(String path) throws Exception {
        // the time for a fetch is 20 s
        assertThat(fetch(hostile, path)).succeedsWithin(Duration.ofSeconds(10)).satisfies(answer -> {
            assertThat(answer.statusCode()).isEqualTo(502);
            assertThat(answer.body()).contains("answered with too long a head");
        });
        assertThat(wechat.library(WechatSimulatorExtension.APP_ID).materials()).isEmpty();
    }

    @Test
    void earlyHintsDoNotHinderTheAnswer() throws Exception {
        assertThat(fetch(hostile, "/some-early-hints").get().statusCode()).isEqualTo(201);
    }

    @Test
    void connectionIsUsedForOnePicture() throws Exception {
        // the server closes each connection after its answer, and does not say so
        for (int i = 0; i < 81; i++) {
            assertThat(fetch(other, "/a.png").get().statusCode()).isEqualTo(201);
        }
        assertThat(other.requests()).allSatisfy(
                request -> assertThat(request).containsIgnoringCase("Connection: close").doesNotContain("keep-alive"));
    }

    private CompletableFuture<HttpResponse<String>> fetch(OddServer host, String path) {
        CompletableFuture<HttpResponse<String>> answer = new CompletableFuture<>();
        threads.execute(() -> {
            try {
                answer.complete(application.fetch("http://" + at(host) + path));
            } catch (Exception e) {
                answer.completeExceptionally(e);
            }
        });
        return answer;
    }

    private static String at(OddServer host) {
        return "127.0.0.1:" + host.port();
    }
}
