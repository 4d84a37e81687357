package io.github.camelwechat.http;

import java.io.OutputStream;
import java.net.http.HttpResponse;
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

import static org.assertj.core.api.Assertions.assertThat;

/** Listed hosts that close their connections after each answer. */
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

    private void answer(String path, OutputStream out) throws Exception {
        byte[] picture = Media.sample("camel.png");
        OddServer.head(out, "HTTP/1.1 200 OK\r\nContent-Length: " + picture.length);
        out.write(picture);
        out.flush();
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
