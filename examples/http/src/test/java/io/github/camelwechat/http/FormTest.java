package io.github.camelwechat.http;

import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Stream;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.github.camelwechat.simulator.WechatSimulatorExtension;
import io.github.camelwechat.simulator.fault.Fault;
import io.github.camelwechat.simulator.library.Material;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.params.provider.Arguments.arguments;

/** What becomes of a form, as its client learns it. */
class FormTest {

    private static final String ADD_MATERIAL = "/cgi-bin/material/add_material";

    @RegisterExtension
    static final WechatSimulatorExtension wechat = new WechatSimulatorExtension();

    private static Application application;

    @BeforeAll
    static void start() throws Exception {
        application = new Application(wechat.url());
    }

    @AfterAll
    static void stop() throws Exception {
        application.close();
    }

    @AfterEach
    void nothingStaysOnTheDisk() {
        Awaitility.await().untilAsserted(() -> assertThat(application.uploads()).isZero());
    }

    @Test
    void aPictureIsStoredAndItsIdAnswered() throws Exception {
        byte[] picture = Media.sample("camel.png");
        HttpResponse<String> answer = new Form().file("media", "骆驼.png", picture).send(application);
        assertThat(answer.statusCode()).isEqualTo(201);
        Material material = stored();
        assertThat(material.name()).isEqualTo("骆驼.png");
        assertThat(material.bytes()).isEqualTo(picture);
        var json = new ObjectMapper().readTree(answer.body());
        assertThat(json.path("media_id").asText()).isEqualTo(material.mediaId());
        assertThat(json.path("url").asText()).startsWith(wechat.url()).contains(material.picturePath());
        assertThat(json.size()).isEqualTo(2);
        assertThat(answer.headers().map()).containsOnlyKeys("content-length", "content-type");
    }

    @Test
    void aVideoHasTheTitleOfTheForm() throws Exception {
        HttpResponse<String> answer = new Form().field("title", "散步").field("introduction", "three seconds")
                .file("media", "walk.mp4", Media.sample("walk.mp4")).send(application);
        assertThat(answer.statusCode()).isEqualTo(201);
        assertThat(stored().title()).isEqualTo("散步");
        assertThat(stored().introduction()).isEqualTo("three seconds");
    }

    @Test
    void aPictureOfTheFullSizeGoesThrough() throws Exception {
        assertThat(new Form().file("media", "a.png", Media.picture(10 << 20)).send(application).statusCode()).isEqualTo(201);
    }

    @ParameterizedTest
    @ValueSource(strings = { "../../../etc/a.png", "..\\\\..\\\\a.png", "/etc/a.png", "a.png" })
    void noPathOfAFileNameIsKept(String fileName) throws Exception {
        HttpResponse<String> answer
                = new Form().file("media", fileName, Media.sample("camel.png")).send(application);
        assertThat(answer.statusCode()).isEqualTo(201);
        assertThat(stored().name()).isEqualTo("a.png");
    }

    static Stream<Arguments> refused() throws Exception {
        byte[] picture = Media.sample("camel.png");
        return Stream.of(
                arguments(new Form().file("media", "a.jpg", Media.sample("really-webp.jpg")), 415, "this is WebP"),
                arguments(new Form().file("media", "a.png", Media.picture((10 << 20) + 1)), 413, "10,485,761 bytes"),
                arguments(new Form().file("media", "a.png", Media.picture(11 << 20)), 413, "The request is too large"),
                arguments(new Form().file("media", "a.png", new byte[0]), 400, "it is empty"),
                arguments(new Form().field("media", "a"), 400, "has no file"),
                arguments(new Form().file("other", "a.png", picture), 400, "not in the part media"),
                arguments(new Form().file("media", "a.png", picture).file("media", "b.png", picture), 400, "has 2 files"),
                arguments(new Form().file("media", "a.png", picture).file("other", "b.png", picture), 400, "has 2 files"),
                arguments(new Form().field("title", "a").field("title", "b").file("media", "a.png", picture), 400,
                        "says title more than once"),
                arguments(new Form().field("type", "film").file("media", "a.png", picture), 400, "no type film"),
                arguments(new Form().field("title", "a".repeat(9000)).file("media", "a.png", picture), 400,
                        "cannot be read"));
    }

    @ParameterizedTest
    @MethodSource("refused")
    void whatCannotBeTakenIsExplainedAndNothingSent(Form form, int status, String error) throws Exception {
        HttpResponse<String> answer = form.send(application);
        assertThat(answer.statusCode()).isEqualTo(status);
        assertThat(new ObjectMapper().readTree(answer.body()).path("error").asText()).contains(error);
        assertThat(wechat.journal().entries(ADD_MATERIAL)).isEmpty();
    }

    static Stream<Arguments> faults() {
        return Stream.of(
                arguments(Fault.errcode(45011), 503, "refuses for now", 60),
                arguments(Fault.errcode(-1), 502, "may be in the library", null),
                arguments(Fault.errcode(45009), 502, "refuses the account", null),
                arguments(Fault.errcode(40137), 422, "refuses the file", null),
                arguments(Fault.answerLost(), 504, "may be in the library", null),
                arguments(Fault.status(502), 502, "Something other than WeChat", null));
    }

    @ParameterizedTest
    @MethodSource("faults")
    void whetherToComeAgainIsSaid(Fault fault, int status, String error, Integer retryAfter) throws Exception {
        wechat.faults().always(ADD_MATERIAL, fault);
        HttpResponse<String> answer
                = new Form().file("media", "a.png", Media.sample("camel.png")).send(application);
        assertThat(answer.statusCode()).isEqualTo(status);
        assertThat(answer.body()).contains(error).doesNotContain("127.0.0.1", "Exception");
        assertThat(answer.headers().firstValue("Retry-After").map(Integer::valueOf).orElse(null)).isEqualTo(retryAfter);
    }

    @Test
    void whatWasNotSentMayBeSentAgain() throws Exception {
        try (Application alone = new Application("http://127.0.0.1:1")) {
            HttpResponse<String> answer = new Form().file("media", "a.png", Media.sample("camel.png")).send(alone);
            assertThat(answer.statusCode()).isEqualTo(503);
            assertThat(answer.headers().firstValue("Retry-After")).hasValue("5");
            assertThat(answer.body()).contains("nothing was sent").doesNotContain("127.0.0.1");
        }
    }

    @ParameterizedTest
    @CsvSource({ "POST, application/json, 415", "POST, text/plain, 415", "GET, application/json, 405" })
    void anotherMethodOrTypeIsRefused(String method, String type, int status) throws Exception {
        HttpResponse<String> answer = HttpClient.newHttpClient().send(
                HttpRequest.newBuilder(URI.create(application.url() + "/materials")).header("Content-Type", type)
                        .method(method, HttpRequest.BodyPublishers.ofString("{}")).build(),
                HttpResponse.BodyHandlers.ofString());
        assertThat(answer.statusCode()).isEqualTo(status);
        assertThat(answer.body()).startsWith("{\"error\":");
    }

    @Test
    void aClientThatGoesAwayLeavesNothing() throws Exception {
        try (var gate = wechat.faults().hold(ADD_MATERIAL)) {
            CompletableFuture<HttpResponse<String>> answer = HttpClient.newHttpClient().sendAsync(
                    new Form().file("media", "a.png", Media.sample("camel.png")).to(application.url()),
                    HttpResponse.BodyHandlers.ofString());
            gate.awaitHeld(1, Duration.ofSeconds(10));
            assertThat(application.uploads()).isOne();
            answer.cancel(true);
        }
    }

    @Test
    void asManyAsAreAllowedAreInFlight() throws Exception {
        try (var gate = wechat.faults().hold(ADD_MATERIAL)) {
            for (int i = 0; i < 64; i++) {
                HttpClient.newHttpClient().sendAsync(
                        new Form().file("media", "a.png", Media.sample("camel.png")).to(application.url()),
                        HttpResponse.BodyHandlers.ofString());
            }
            gate.awaitHeld(64, Duration.ofSeconds(20));
        }
    }

    private static Material stored() {
        return wechat.library(WechatSimulatorExtension.APP_ID).materials().get(0);
    }
}
