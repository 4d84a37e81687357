package io.github.camelwechat.http;

import java.io.BufferedOutputStream;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;

import io.github.camelwechat.simulator.WechatSimulatorExtension;
import org.apache.hc.client5.http.DnsResolver;
import org.apache.hc.client5.http.SystemDefaultDnsResolver;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;

/** Listed hosts that answer without end, slowly, or on connections that they close. */
@Timeout(120)
class HostileHostTest {

    /** Half of the 64 workers: two hosts on the list share them. */
    private static final int SHARE = 16;

    @RegisterExtension
    static final WechatSimulatorExtension wechat = new WechatSimulatorExtension();

    private final CountDownLatch end = new CountDownLatch(1);
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
        end.countDown();
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
            case "/dripping-head" -> drip(out, "HTTP/1.1 200 OK\r\nX-Header: ");
            case "/dripping-body" -> drip(out, "HTTP/1.1 200 OK\r\n\r\n");
            case "/text" -> {
                OddServer.head(out, "HTTP/1.1 200 OK\r\nContent-Length: 4");
                OddServer.head(out, "");
            }
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

    private void drip(OutputStream out, String first) throws Exception {
        out.write(first.getBytes(StandardCharsets.ISO_8859_1));
        while (!end.await(100, TimeUnit.MILLISECONDS)) {
            out.write('a');
            out.flush();
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

    @ParameterizedTest
    @ValueSource(strings = { "/dripping-head", "/dripping-body" })
    void drippingHostLeavesWorkersToOthers(String path) throws Exception {
        List<CompletableFuture<HttpResponse<String>>> dripping = new ArrayList<>();
        for (int i = 0; i < 2 * SHARE; i++) {
            dripping.add(fetch(hostile, path));
        }
        Awaitility.await().untilAsserted(() -> assertThat(dripping).filteredOn(CompletableFuture::isDone).hasSize(SHARE));
        for (CompletableFuture<HttpResponse<String>> refused : dripping.stream().filter(CompletableFuture::isDone).toList()) {
            assertThat(refused.get().statusCode()).isEqualTo(503);
            assertThat(refused.get().body()).contains(SHARE + " pictures are being fetched from 127.0.0.1");
            assertThat(refused.get().headers().firstValue("Retry-After")).hasValue("5");
        }

        assertThat(fetch(other, "/a.png")).succeedsWithin(Duration.ofSeconds(5)).extracting(HttpResponse::statusCode)
                .isEqualTo(201);
        assertThat(new Form().file("media", "a.png", Media.sample("camel.png")).send(application).statusCode())
                .isEqualTo(201);
        assertThat(dripping).filteredOn(answer -> !answer.isDone()).hasSize(SHARE);
    }

    @ParameterizedTest
    @ValueSource(strings = { "/a.png", "/headers", "/text" })
    void fetchGivesItsSlotBack(String path) throws Exception {
        for (int i = 0; i < 2 * SHARE + 1; i++) {
            assertThat(fetch(hostile, path).get().statusCode()).isNotEqualTo(503);
        }
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

    @Test
    void nameWhoseLookUpHangsLeavesThreadsToOthers() throws Exception {
        DnsResolver names = new DnsResolver() {
            @Override
            public InetAddress[] resolve(String host) throws UnknownHostException {
                if (host.equals("hangs.example")) {
                    try {
                        end.await();
                    } catch (InterruptedException e) {
                        Thread.currentThread().interrupt();
                    }
                }
                return new InetAddress[] { InetAddress.getLoopbackAddress() };
            }

            @Override
            public String resolveCanonicalHostname(String host) {
                return host;
            }
        };
        FetchLimits quick = new FetchLimits(Duration.ofMillis(200), Duration.ofSeconds(10), Duration.ofSeconds(20), 3);
        try (Application hasty = new Application(
                wechat.url(), "hangs.example:" + other.port() + ",found.example:" + other.port(), names, quick)) {
            for (int i = 0; i < 5; i++) {
                assertThat(hasty.fetch("http://hangs.example:" + other.port() + "/a.png").statusCode()).isEqualTo(504);
            }
            assertThat(hasty.fetch("http://found.example:" + other.port() + "/a.png").statusCode()).isEqualTo(201);
        }
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
