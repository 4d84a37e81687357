package io.github.camelwechat.quarkus;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;

import io.github.camelwechat.simulator.WechatSimulator;
import io.github.camelwechat.simulator.fault.Fault;
import org.apache.camel.main.Main;
import org.awaitility.Awaitility;
import org.eclipse.microprofile.health.HealthCheckResponse;
import org.eclipse.microprofile.health.HealthCheckResponse.Status;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import static org.assertj.core.api.Assertions.assertThat;

/** The routes and the properties of the application in Camel Main, and their health as Quarkus sees it. */
class CamelHealthTest {

    private static final String TOKEN = "/cgi-bin/stable_token";
    private static final Path PICTURE = Path.of("../quickstart/src/main/resources/media/camel.png");

    private final WechatSimulator wechat = WechatSimulator.builder().app("wxdemo", "planted-good").start();
    private final Main main = new Main();

    @TempDir
    private Path folder;

    @AfterEach
    void stop() {
        main.stop();
        wechat.close();
    }

    private CamelHealth start(String secret) {
        Map.of("camel.component.wechat-material.app-id", "wxdemo", "camel.component.wechat-material.secret", secret,
                "camel.component.wechat-material.api-url", wechat.url(), "upload.folder", folder.toString(),
                "upload.retryDelay", "10").forEach(main::addOverrideProperty);
        main.configure().addRoutesBuilder(UploadRoutes.class);
        main.start();
        return new CamelHealth(main.getCamelContext());
    }

    @Test
    void goodAccountIsReadyAfterTheFirstPoll() {
        CamelHealth health = start("planted-good");

        Awaitility.await().until(() -> health.readiness().call().getStatus() == Status.UP);
        assertThat(health.liveness().call().getStatus()).isEqualTo(Status.UP);
        assertThat(health.wellness().call().getStatus()).isEqualTo(Status.UP);
        assertThat(health.wellness().call().getData().orElseThrow())
                .containsEntry("producer:wechat-material-default", "UP");
    }

    @Test
    void refusedSecretIsNotReadyAndSaysWhy() {
        CamelHealth health = start("planted-wrong");

        HealthCheckResponse response = health.readiness().call();

        assertThat(response.getStatus()).isEqualTo(Status.DOWN);
        assertThat(response.getData().orElseThrow().toString()).contains("40125").doesNotContain("planted");
        assertThat(health.liveness().call().getStatus()).isEqualTo(Status.UP);
    }

    @Test
    void uploadThatWasNotSentIsSentAgain() throws Exception {
        start("planted-good");
        wechat.faults().next(TOKEN, 2, Fault.status(502));

        Files.copy(PICTURE, folder.resolve("camel.png"));

        Awaitility.await().until(() -> Files.exists(folder.resolve(".done/camel.png")));
        assertThat(wechat.library("wxdemo").materials()).hasSize(1);
        assertThat(wechat.journal().count(TOKEN)).isEqualTo(3);
    }
}
