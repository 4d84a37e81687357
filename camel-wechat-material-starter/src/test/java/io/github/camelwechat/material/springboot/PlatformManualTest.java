package io.github.camelwechat.material.springboot;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Objects;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import io.github.camelwechat.simulator.WechatSimulator;
import io.github.camelwechat.simulator.WechatSimulatorExtension;
import io.github.camelwechat.simulator.platform.Platform;
import io.github.camelwechat.simulator.push.Push;
import org.apache.camel.CamelContext;
import org.apache.camel.Exchange;
import org.apache.camel.Message;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.context.ConfigurableApplicationContext;

import static org.assertj.core.api.Assertions.assertThat;

/** The {@code application.yaml} of the manual's page on platforms. */
class PlatformManualTest {

    private static final String MERCHANT = "wx0123456789abcdef";
    private static final String TOKEN = "platformtoken";
    private static final String SECRET_KEY = "abcdefghijklmnopqrstuvwxyz0123456789ABCDEFE";
    private static final Duration PATIENCE = Duration.ofSeconds(20);

    @RegisterExtension
    static final WechatSimulatorExtension SIMULATOR = new WechatSimulatorExtension(
            WechatSimulator.builder().app(MERCHANT, "merchant-secret").platform("wxplatform", "platform-secret")
                    .platform("wxplatform", settings -> settings.messageToken(TOKEN).encodingAesKey(SECRET_KEY)));

    @TempDir
    Path folder;

    @Test
    void applicationYamlConfiguresAPlatformWithAMerchant() throws Exception {
        Platform wechat = SIMULATOR.platform("wxplatform");
        HttpServer server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        try (ConfigurableApplicationContext spring = start()) {
            server.createContext("/", request -> answer(request, spring.getBean(CamelContext.class)));
            server.start();
            wechat.callbackUrl("http://127.0.0.1:" + server.getAddress().getPort() + "/push");

            assertDelivered(wechat.tickets().push());
            assertDelivered(Objects.requireNonNull(wechat.merchants().authorize(MERCHANT).push()));

            assertThat(Application.upload(spring, "wechat-material:shop").getException()).isNull();
            assertThat(SIMULATOR.library(MERCHANT).materials()).hasSize(1);
            assertThat(folder.resolve("store")).isDirectory();
            assertThat(Application.component(spring).isAllowUriAccounts()).isFalse();
        } finally {
            server.stop(0);
        }
    }

    /** With the folder of the store and the address of WeChat in place of the page's. */
    private ConfigurableApplicationContext start() throws IOException {
        return new Application().yaml(folder, Files.readString(Path.of("src/test/resources/manual/platform.yaml")))
                .variable("PLATFORM_APP_ID", "wxplatform").variable("PLATFORM_SECRET", "platform-secret")
                .variable("PLATFORM_TOKEN", TOKEN).variable("PLATFORM_SECRET_KEY", SECRET_KEY)
                .variable("SHOP_APP_ID", MERCHANT)
                .argument("camel.component.wechat-material.platforms.my-platform.store", "file:" + folder.resolve("store"))
                .argument("camel.component.wechat-material.api-url", SIMULATOR.url()).start();
    }

    private static void assertDelivered(Push push) throws InterruptedException {
        assertThat(push.awaitEnd(PATIENCE)).isEqualTo(Push.State.DELIVERED);
    }

    /** Does what a consumer of HTTP does. */
    private static void answer(HttpExchange request, CamelContext camel) throws IOException {
        Message answer = camel.createFluentProducerTemplate().to("wechat-material-platform:my-platform")
                .withHeader(Exchange.HTTP_METHOD, request.getRequestMethod())
                .withHeader(Exchange.HTTP_QUERY, request.getRequestURI().getRawQuery())
                .withBody(request.getRequestBody()).send().getMessage();
        byte[] body = answer.getBody(byte[].class);
        request.sendResponseHeaders(answer.getHeader(Exchange.HTTP_RESPONSE_CODE, Integer.class), body.length);
        request.getResponseBody().write(body);
        request.close();
    }
}
