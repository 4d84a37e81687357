package io.github.camelwechat.simulator;

import java.net.http.HttpResponse;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.concurrent.CompletableFuture;

import com.fasterxml.jackson.databind.JsonNode;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.extension.RegisterExtension;

import static io.github.camelwechat.simulator.ApiClient.COUNT;
import static io.github.camelwechat.simulator.ApiClient.json;

/**
 * A simulator with the accounts {@code wxdemo} and {@code wxother}, the platform {@code wxplatform} and a cloud hosting
 * of the first account for each test class, whose time stands still, and for each test a client that has a token of the
 * first account.
 */
abstract class SimulatorTest {

    static final String CONTROL = "/__simulator";
    static final String ACCOUNT = CONTROL + "/apps/wxdemo";

    @RegisterExtension
    static final WechatSimulatorExtension wechat = new WechatSimulatorExtension(
            WechatSimulator.builder().app("wxdemo", "secret").app("wxother", "secret2")
                    .platform("wxplatform", "platform-secret").cloud("wxdemo")
                    .clock(Clock.fixed(Instant.parse("2026-11-23T04:00:00Z"), ZoneOffset.UTC)));

    final ApiClient client = new ApiClient(wechat::url);
    String token;

    @BeforeEach
    void takeToken() {
        token = client.token();
    }

    static void forward(Duration by) {
        wechat.clock().forward(by);
    }

    /** {@return the answer of the smallest interface there is} */
    final HttpResponse<String> count() {
        return client.get(COUNT + "?access_token=" + token);
    }

    /** {@return the errcode that the smallest interface there is answers with, 0 for success} */
    final int errcode() {
        return errcode(json(count()));
    }

    static int errcode(JsonNode answer) {
        return answer.path("errcode").asInt();
    }

    /** {@return the answer of an interface that takes JSON and a token} */
    final JsonNode call(String path, String request) {
        return json(client.post(path + "?access_token=" + token, request));
    }

    /** {@return the answer of a command of the control API} */
    final JsonNode command(String path, String body) {
        return json(client.post(CONTROL + path, body));
    }

    /** {@return the paths of all interfaces} */
    final List<String> served() {
        String others = command("/gates", "{\"path\":\"nothing\"}").path("error").asText();
        return List.of(others.replaceAll(".*served are ", "").split(", "));
    }

    /** {@return the answer to the upload of a picture} */
    final CompletableFuture<HttpResponse<String>> upload() {
        return client.uploadAsync(token, "image", "a.png", Samples.picture("bmp"), null);
    }
}
