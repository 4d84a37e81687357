package io.github.camelwechat.springboot;

import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

import io.github.camelwechat.simulator.WechatSimulator;
import io.github.camelwechat.simulator.fault.Fault;
import org.awaitility.Awaitility;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ConfigurableApplicationContext;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

/** The application as {@code application.yaml} configures it, beside a simulator. */
class UploadApplicationTest {

    private static final String ADD_MATERIAL = "/cgi-bin/material/add_material";
    private static final String TOKEN = "/cgi-bin/stable_token";
    private static final Path SAMPLES = Path.of("../quickstart/src/main/resources/media");

    private final HttpClient http = HttpClient.newHttpClient();
    private final WechatSimulator wechat = WechatSimulator.builder().app("wxdemo", "planted-good").start();
    private @Nullable ConfigurableApplicationContext application;

    @TempDir
    private Path folder;

    @AfterEach
    void stop() {
        if (application != null) {
            application.close();
        }
        wechat.close();
    }

    private void start(String... settings) {
        List<String> all = new ArrayList<>(
                List.of("--WECHAT_APP_ID=wxdemo", "--WECHAT_API_URL=" + wechat.url(),
                        "--UPLOAD_FOLDER=" + folder.resolve("inbox"), "--CONFIG_FOLDER=" + folder.resolve("config"),
                        "--server.port=0", "--management.server.port=0"));
        all.addAll(List.of(settings));
        application = new SpringApplicationBuilder(UploadApplication.class).run(all.toArray(String[]::new));
    }

    private HttpResponse<String> post(String sample) throws Exception {
        return http.send(HttpRequest.newBuilder(uri("local.server.port", "/materials?fileName=" + sample))
                .header("Content-Type", "application/octet-stream").header("CamelWechatMaterialOperation", "delMaterial")
                .POST(BodyPublishers.ofFile(SAMPLES.resolve(sample))).build(), BodyHandlers.ofString());
    }

    private HttpResponse<String> get(String path) throws Exception {
        return http.send(HttpRequest.newBuilder(uri("local.management.port", "/actuator/" + path)).build(),
                BodyHandlers.ofString());
    }

    private URI uri(String port, String path) {
        return URI.create("http://127.0.0.1:" + application.getEnvironment().getProperty(port) + path);
    }

    @Test
    void fileOfTheFolderAndFileOfAClientAreStored() throws Exception {
        start("--WECHAT_APP_SECRET=planted-good");

        HttpResponse<String> answer = post("camel.png");
        Files.copy(SAMPLES.resolve("luotuo.jpg"), folder.resolve("inbox/骆驼.jpg"));

        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(201);
        assertThat(answer.body()).contains("\"media_id\":\"").contains("\"url\":\"");
        Awaitility.await().until(() -> Files.exists(folder.resolve("inbox/.done/骆驼.jpg")));
        assertThat(wechat.library("wxdemo").materials()).extracting(material -> material.name())
                .containsExactlyInAnyOrder("camel.png", "骆驼.jpg");
        assertThat(get("prometheus").body())
                .contains("camel_exchange_event_notifier_seconds_count{", "endpointName=\"wechat-material://default\"");
    }

    @Test
    void secretMayLieInAFile() throws Exception {
        Files.createDirectory(folder.resolve("config"));
        Files.writeString(folder.resolve("config/WECHAT_APP_SECRET"), "planted-good\n");
        start();

        Awaitility.await().until(() -> get("health/readiness").statusCode() == 200);
        assertThat(get("health/liveness").statusCode()).isEqualTo(200);
        assertThat(get("health").body()).contains("wechat-material").doesNotContain("planted");
    }

    @Test
    void missingSecretStopsTheStart() {
        assertThatThrownBy(this::start).hasStackTraceContaining("camel.component.wechat-material.secret")
                .hasStackTraceContaining("placeholder");
    }

    @Test
    void refusedSecretIsNotReadyButLive() throws Exception {
        start("--WECHAT_APP_SECRET=planted-wrong");

        assertThat(get("health/readiness").statusCode()).isEqualTo(503);
        assertThat(get("health/liveness").statusCode()).isEqualTo(200);
        assertThat(get("health").body()).contains("40125").doesNotContain("planted");
    }

    @Test
    void clientIsToldWhetherItsFileCanBeInTheLibrary() throws Exception {
        start("--WECHAT_APP_SECRET=planted-good");

        HttpResponse<String> refused = post("really-webp.jpg");
        wechat.faults().next(TOKEN, Fault.status(502));
        wechat.clock().forward(Duration.ofHours(3));
        HttpResponse<String> notSent = post("camel.png");
        wechat.faults().next(ADD_MATERIAL, Fault.answerLost());
        HttpResponse<String> lost = post("camel.png");
        wechat.faults().next(ADD_MATERIAL, Fault.errcode(48001));
        HttpResponse<String> forbidden = post("camel.png");

        assertThat(refused.statusCode()).isEqualTo(422);
        assertThat(refused.body()).contains("\"stored\":\"no\"", "WebP");
        assertThat(notSent.statusCode()).as(notSent.body()).isEqualTo(503);
        assertThat(notSent.headers().firstValue("Retry-After")).contains("5");
        assertThat(notSent.body()).contains("\"stored\":\"no\"").doesNotContain("127.0.0.1");
        assertThat(lost.statusCode()).isEqualTo(504);
        assertThat(lost.body()).contains("\"stored\":\"unknown\"");
        assertThat(lost.headers().firstValue("Retry-After")).isEmpty();
        assertThat(forbidden.statusCode()).isEqualTo(502);
        assertThat(forbidden.body()).contains("\"stored\":\"no\"");
        assertThat(wechat.library("wxdemo").materials()).hasSize(1);
    }

    /** A form is the default of curl; its text would get into the log. */
    @Test
    void formIsRefusedUnread() throws Exception {
        start("--WECHAT_APP_SECRET=planted-good");

        HttpResponse<String> answer = http.send(
                HttpRequest.newBuilder(uri("local.server.port", "/materials"))
                        .header("Content-Type", "application/x-www-form-urlencoded").POST(BodyPublishers.ofString("a=%zz\nb"))
                        .build(),
                BodyHandlers.ofString());

        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(415);
        assertThat(wechat.library("wxdemo").materials()).isEmpty();
    }
}
