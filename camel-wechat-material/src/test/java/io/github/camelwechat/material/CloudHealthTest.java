package io.github.camelwechat.material;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;

import org.apache.camel.builder.RouteBuilder;
import org.apache.camel.health.HealthCheck;
import org.apache.camel.health.HealthCheckHelper;
import org.apache.camel.main.Main;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import static org.assertj.core.api.Assertions.assertThat;

/** Health checks of accounts in cloud hosting: nobody listens at their address, and they need nobody. */
class CloudHealthTest {

    private static final String ACCOUNT = "camel.component.wechat-material.accounts[brand].";

    @TempDir
    Path folder;

    private final Main main = new Main();

    @AfterEach
    void stop() {
        main.stop();
    }

    private void start(Map<String, String> options) {
        main.addInitialProperty("camel.health.producers-enabled", "true");
        main.addInitialProperty(ACCOUNT + "api-url", "http://127.0.0.1:1");
        options.forEach((name, value) -> main.addInitialProperty(ACCOUNT + name, value));
        main.configure().addRoutesBuilder(new RouteBuilder() {
            @Override
            public void configure() {
                from("direct:in").to("wechat-material:brand");
            }
        });
        main.start();
    }

    private HealthCheck.Result result() {
        return HealthCheckHelper.invoke(main.getCamelContext(), "full").stream()
                .filter(result -> result.getCheck().getId().equals("producer:wechat-material-brand")).findFirst().orElseThrow();
    }

    @Test
    void accountOfTheOpenInterfaceServiceIsUp() {
        start(Map.of("credentials", "cloud"));

        assertThat(result().getState()).isEqualTo(HealthCheck.State.UP);
    }

    @Test
    void accountWithoutItsTokenFileIsDownUntilThereIsOne() throws Exception {
        Path file = folder.resolve("cloudbase_access_token");
        start(Map.of("credentials", "cloudToken", "cloud-file", file.toString()));

        Awaitility.await().atMost(Duration.ofSeconds(20)).until(() -> result().getState() == HealthCheck.State.DOWN);
        assertThat(result().getMessage()).hasValueSatisfying(message -> assertThat(message).contains(file + " is missing"));

        Files.writeString(file, "planted-token");
        Awaitility.await().atMost(Duration.ofSeconds(20)).until(() -> result().getState() == HealthCheck.State.UP);
    }
}
