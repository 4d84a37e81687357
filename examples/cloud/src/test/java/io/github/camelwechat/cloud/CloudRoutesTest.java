package io.github.camelwechat.cloud;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.Objects;

import io.github.camelwechat.simulator.WechatSimulator;
import io.github.camelwechat.simulator.WechatSimulatorExtension;
import io.github.camelwechat.simulator.cloud.ServiceState;
import io.github.camelwechat.simulator.fault.Fault;
import io.github.camelwechat.simulator.journal.Channel;
import org.awaitility.Awaitility;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;

import static org.assertj.core.api.Assertions.assertThat;

/** Files that clients send, and the application with its environment. */
class CloudRoutesTest {

    @RegisterExtension
    static final WechatSimulatorExtension wechat
            = new WechatSimulatorExtension(WechatSimulator.builder().app("wxdemo", "secret").cloud("wxdemo"));

    private static final Path TOKEN_FILE = Path.of("target", "cloudbase_access_token").toAbsolutePath();
    private static final String UPLOADS = "/cgi-bin/material/add_material";
    private static final Duration PATIENCE = Duration.ofSeconds(30);

    @TempDir
    Path folder;

    private final HttpClient http = HttpClient.newHttpClient();
    private int port;
    private @Nullable Container container;

    @BeforeEach
    void choosePort() throws IOException {
        try (ServerSocket free = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            port = free.getLocalPort();
        }
    }

    private void start() {
        container = new Container("service", wechat.cloud().url(), wechat.url(), TOKEN_FILE, port, folder);
    }

    @AfterEach
    void stop() {
        if (container != null) {
            container.close();
        }
    }

    private HttpResponse<String> send(String name, byte[] body) throws Exception {
        return http.send(HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + "/materials?fileName=" + name))
                .header("Content-Type", "application/octet-stream").header("X-WX-CLOUDBASE-ACCESS-TOKEN", "PLANTED")
                .header("X-WX-OPENID", "PLANTED").POST(BodyPublishers.ofByteArray(body)).build(), BodyHandlers.ofString());
    }

    private static byte[] picture() throws IOException {
        try (var in = CloudRoutesTest.class.getResourceAsStream("/media/camel.png")) {
            return Objects.requireNonNull(in).readAllBytes();
        }
    }

    @Test
    void tokenOfARequestGoesNowhere() throws Exception {
        start();
        HttpResponse<String> answer = send("camel.png", picture());

        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
        assertThat(answer.body()).startsWith("{\"media_id\":").doesNotContain("PLANTED");
        assertThat(answer.headers().map()).doesNotContainKeys("x-wx-cloudbase-access-token", "x-wx-openid", "filename");
        assertThat(wechat.journal().entries(UPLOADS)).singleElement().satisfies(upload -> {
            assertThat(upload.channel()).isEqualTo(Channel.SIDE_PROCESS);
            assertThat(upload.headers().toString() + upload.query()).doesNotContain("PLANTED");
        });
    }

    @Test
    void clientReadsWhetherItMaySendAgain() throws Exception {
        start();
        assertThat(send("camel.png", "no picture".getBytes(StandardCharsets.UTF_8)).statusCode()).isEqualTo(422);

        wechat.faults().next(UPLOADS, Fault.errcode(45009));
        assertThat(send("camel.png", picture()).statusCode()).isEqualTo(502);

        wechat.faults().next(UPLOADS, Fault.errcode(45011));
        assertThat(send("camel.png", picture())).returns(503, HttpResponse::statusCode)
                .satisfies(answer -> assertThat(answer.headers().map()).doesNotContainKey("x-wx-cloudbase-access-token"));

        wechat.cloud().service(ServiceState.MISSING);
        assertThat(send("camel.png", picture())).returns(502, HttpResponse::statusCode)
                .returns("Look into the log of the application.", HttpResponse::body);
    }

    @Test
    void applicationRunsWithItsEnvironment() throws Exception {
        Map<String, String> settings = Map.of(
                "WECHAT_SERVICE_URL", wechat.cloud().url(), "WECHAT_API_URL", wechat.url(), "WECHAT_TOKEN_FILE",
                "/no/such/file", "WX_CLOUDBASE_ACCESSTOKEN", wechat.cloud().tokens().current(), "UPLOAD_ACCOUNT", "token",
                "UPLOAD_FOLDER", folder.resolve("inbox").toString(), "HTTP_PORT", String.valueOf(port));
        try (Program application = new Program(folder, CloudApplication.class, settings)) {
            new Inbox(folder.resolve("inbox")).put("camel.png");
            application.awaitText("camel.png is in the library: ");
            Awaitility.await().atMost(PATIENCE).until(() -> folder.resolve("inbox/.done/camel.png").toFile().exists());
            assertThat(wechat.journal().entries(UPLOADS)).singleElement()
                    .satisfies(upload -> assertThat(upload.query()).contains("cloudbase_access_token="));
        }
    }
}
