package io.github.camelwechat.platform;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;

import io.github.camelwechat.simulator.WechatSimulator;
import io.github.camelwechat.simulator.WechatSimulatorExtension;
import io.github.camelwechat.simulator.platform.Platform;
import io.github.camelwechat.simulator.push.Push;
import org.apache.camel.builder.NotifyBuilder;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;

import static org.assertj.core.api.Assertions.assertThat;

class PlatformRoutesTest {

    @RegisterExtension
    static final WechatSimulatorExtension wechat = new WechatSimulatorExtension(
            WechatSimulator.builder().app("wxbakery", "secret").platform("wxplatform", "platform-secret"));

    private static final String UPLOADS = "/cgi-bin/material/add_material";
    private static final String COMPONENT_TOKENS = "/cgi-bin/component/api_component_token";
    private static final Duration PATIENCE = Duration.ofSeconds(30);

    @TempDir
    Path folder;

    private final HttpClient http = HttpClient.newHttpClient();
    private int port;
    private Platform platform;

    @BeforeEach
    void setConsole() throws IOException {
        try (ServerSocket free = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            port = free.getLocalPort();
        }
        platform = wechat.platform("wxplatform").callbackUrl(Provider.pushUrl(port));
        platform.forget();
    }

    private Provider provider(String secret) {
        return new Provider(wechat.url(), platform, secret, port, folder);
    }

    private Provider authorizedProvider(List<Integer> permissionSets) throws Exception {
        Provider provider = provider("platform-secret");
        Administrator.requireDelivered(platform.tickets().push());
        authorize(permissionSets);
        return provider;
    }

    private void authorize(List<Integer> permissionSets) throws Exception {
        Push push = platform.merchants().authorize("wxbakery", permissionSets, null).push();
        assertThat(push).isNotNull();
        Administrator.requireDelivered(push);
    }

    private void put(String merchant) throws IOException {
        new Inbox(folder.resolve("inbox")).put("camel.png", List.of(merchant));
    }

    private Path file(String place) {
        return folder.resolve("inbox").resolve(place);
    }

    private HttpResponse<String> send(HttpRequest.Builder request) throws Exception {
        return http.send(request.build(), BodyHandlers.ofString());
    }

    private static HttpRequest.Builder request(Provider provider, String path) {
        return HttpRequest.newBuilder(provider.page().resolve(path)).header("X-Planted", "planted");
    }

    @Test
    void administratorComesBackOnceThereIsATicket() throws Exception {
        try (Provider provider = provider("platform-secret")) {
            HttpResponse<String> early = send(HttpRequest.newBuilder(provider.page()));
            assertThat(early.statusCode()).isEqualTo(503);
            assertThat(early.body()).isEqualTo("<p>Please come back in ten minutes.</p>");

            Administrator.requireDelivered(platform.tickets().push());

            Administrator administrator = new Administrator("wxbakery", platform);
            URI link = administrator.link(provider.page());
            assertThat(link.getQuery()).contains("component_appid=wxplatform",
                    "redirect_uri=http://127.0.0.1:" + port + "/wechat/authorized");
            administrator.agree(link);
            assertThat(platform.merchants().of("wxbakery").authorized()).isTrue();
        }
    }

    @Test
    void nothingOfTheBrowserIsAnswered() throws Exception {
        try (Provider provider = provider("platform-secret")) {
            HttpResponse<String> page = send(request(provider, "/wechat/authorized?auth_code=planted&expires_in=3600"));
            assertThat(page.statusCode()).isEqualTo(200);
            assertThat(page.headers().firstValue("Content-Type")).contains("text/html; charset=utf-8");
            assertThat(page.headers().map()).doesNotContainKeys("auth_code", "expires_in", "x-planted");
            assertThat(page.body()).doesNotContain("planted");
            assertThat(send(request(provider, "/wechat/authorized").POST(BodyPublishers.noBody())).statusCode()).isEqualTo(405);
        }
    }

    @Test
    void forgedPushIsRefused() throws Exception {
        try (Provider provider = provider("platform-secret")) {
            HttpResponse<String> answer
                    = send(request(provider, "/wechat/push?timestamp=1735689600&nonce=1&msg_signature=planted")
                            .POST(BodyPublishers.ofString("<xml><Encrypt>planted</Encrypt></xml>")));
            assertThat(answer.statusCode()).isEqualTo(403);
            assertThat(answer.body()).isEmpty();
            assertThat(answer.headers().map()).doesNotContainKeys("x-planted", "msg_signature");
            // the server's own limit
            assertThat(send(request(provider, "/wechat/push").POST(BodyPublishers.ofString(" ".repeat(65_537)))).statusCode())
                    .isEqualTo(413);
        }
    }

    @Test
    void fileOfUnknownMerchantGoesToFailed() throws Exception {
        try (Provider provider = authorizedProvider(List.of(11))) {
            NotifyBuilder files = provider.files(1);
            put("wxnobody");
            Provider.await(files);
        }
        assertThat(file("wxnobody/.failed/camel.png")).exists();
        assertThat(wechat.journal().count(UPLOADS)).isZero();
    }

    @Test
    void fileOfMerchantWithoutPermissionSetGoesToFailed() throws Exception {
        try (Provider provider = authorizedProvider(List.of(7))) {
            NotifyBuilder files = provider.files(1);
            put("wxbakery");
            Provider.await(files);
        }
        assertThat(file("wxbakery/.failed/camel.png")).exists();
        assertThat(wechat.journal().entries(UPLOADS)).extracting(entry -> entry.errcode()).containsExactly(61007);
    }

    @Test
    void fileStaysUntilThereIsATicket() throws Exception {
        try (Provider provider = provider("platform-secret")) {
            authorize(List.of(11));
            NotifyBuilder twice = provider.files(2);
            put("wxbakery");
            Provider.await(twice);
            assertThat(file("wxbakery/camel.png")).exists();

            Administrator.requireDelivered(platform.tickets().push());

            Awaitility.await().atMost(PATIENCE).until(() -> file("wxbakery/.done/camel.png").toFile().exists());
        }
        assertThat(wechat.library("wxbakery").materials()).hasSize(1);
    }

    @Test
    void fileStaysWhileThePlatformIsRefused() throws Exception {
        try (Provider provider = provider("wrong")) {
            Administrator.requireDelivered(platform.tickets().push());
            authorize(List.of(11));
            NotifyBuilder twice = provider.files(2);
            put("wxbakery");
            Provider.await(twice);
        }
        assertThat(file("wxbakery/camel.png")).exists();
        assertThat(wechat.journal().entries(COMPONENT_TOKENS)).isNotEmpty().allMatch(entry -> entry.errcode() == 40125);
    }

    @Test
    void applicationRunsWithItsEnvironment() throws Exception {
        String url = "http://127.0.0.1:" + port;
        Map<String, String> settings = Map.of(
                "PLATFORM_APP_ID", "wxplatform", "PLATFORM_SECRET", "platform-secret", "PLATFORM_TOKEN",
                platform.messageToken(),
                "PLATFORM_SECRET_KEY", platform.encodingAesKey(), "PLATFORM_STORE", folder.resolve("store").toString(),
                "PLATFORM_URL", url, "UPLOAD_FOLDER", folder.resolve("inbox").toString(),
                "HTTP_PORT", String.valueOf(port), "WECHAT_API_URL", wechat.url());
        try (Program application = new Program(folder, PlatformApplication.class, settings)) {
            Awaitility.await(application.text()).atMost(PATIENCE).ignoreExceptions()
                    .until(() -> send(HttpRequest.newBuilder(URI.create(url + "/wechat/authorized"))).statusCode() == 200);
            Administrator.requireDelivered(platform.tickets().push());
            Administrator administrator = new Administrator("wxbakery", platform);
            administrator.agree(administrator.link(URI.create(url + "/wechat/authorize")));
            put("wxbakery");
            application.awaitText("wxbakery/camel.png is in the library: ");
            Awaitility.await().atMost(PATIENCE).until(() -> file("wxbakery/.done/camel.png").toFile().exists());
        }
    }
}
