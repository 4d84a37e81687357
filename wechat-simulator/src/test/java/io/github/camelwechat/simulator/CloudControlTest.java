package io.github.camelwechat.simulator;

import java.net.http.HttpResponse;
import java.time.Duration;

import com.fasterxml.jackson.databind.JsonNode;
import io.github.camelwechat.simulator.cloud.CloudHosting;
import io.github.camelwechat.simulator.cloud.ServiceState;
import io.github.camelwechat.simulator.platform.TokenLife;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import static io.github.camelwechat.simulator.ApiClient.COUNT;
import static io.github.camelwechat.simulator.ApiClient.json;
import static org.assertj.core.api.Assertions.assertThat;

/** The control API of the cloud hosting. */
class CloudControlTest extends SimulatorTest {

    private CloudHosting cloud;

    @BeforeEach
    void takeCloud() {
        cloud = wechat.cloud();
    }

    @Test
    void consoleSetsWhatItNames() {
        assertThat(json(client.get(CONTROL + "/cloud"))).isEqualTo(json("""
                {"owner":"wxdemo","url":"%s","service":"on","ready":true,"paths":["/*"],"shared_with":[],
                "sequence_ids":true,"token_file":null,"token_file_error":null,"token_seconds":7200,
                "token_grace_seconds":600}""".formatted(cloud.url())));

        command("/cloud", "{\"service\":\"missing\",\"shared_with\":[\"wxother\"],\"sequence_ids\":false}");
        JsonNode all = command("/cloud", "{\"paths\":[\"/cgi-bin/media/*\",\"" + COUNT + "\"],\"not_ready_seconds\":30}");

        assertThat(all.path("service").asText()).isEqualTo("missing");
        assertThat(all.path("ready").asBoolean()).isFalse();
        assertThat(all.path("paths")).isEqualTo(json("[\"/cgi-bin/material/get_materialcount\",\"/cgi-bin/media/*\"]"));
        assertThat(cloud.service()).isEqualTo(ServiceState.MISSING);
        assertThat(cloud.sharedWith()).containsExactly("wxother");
        assertThat(cloud.sequenceIds()).isFalse();
        assertThat(command("/cloud", "{\"service\":\"on\"}").path("ready").asBoolean()).isFalse();
        assertThat(command("/cloud", "{\"not_ready_seconds\":0}").path("ready").asBoolean()).isTrue();
    }

    @Test
    void tokensAreIssuedAndEndedByCommands() {
        String issued = tokenOf(command("/cloud/tokens/issue", ""));
        String rotated = tokenOf(command("/cloud/tokens/rotate", ""));
        assertThat(rotated).isEqualTo(cloud.tokens().current());
        assertThat(cloud.tokens().valid()).contains(issued, rotated);
        assertThat(json(client.get(CONTROL + "/cloud/tokens")).path("valid")).hasSameSizeAs(cloud.tokens().valid());
        assertThat(count(issued)).isZero();

        command("/cloud/tokens/expire", "");
        assertThat(count(rotated)).isEqualTo(42001);
        String next = tokenOf(command("/cloud/tokens/rotate", ""));
        command("/cloud/tokens/displace", "");
        assertThat(count(next)).isEqualTo(40001);
        assertThat(json(client.get(CONTROL + "/cloud/tokens")).path("valid")).isEmpty();
        assertThat(command("/cloud/tokens/life", "{\"seconds\":3,\"grace_seconds\":0}").path("token_seconds").asInt())
                .isEqualTo(3);
        assertThat(cloud.tokens().life()).isEqualTo(new TokenLife(Duration.ofSeconds(3), Duration.ZERO));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {
            "/cloud|{\"service\":\"missing\",\"path\":[]}|Unknown fields [path]; known are [service, paths, shared_with,",
            "/cloud|{\"service\":\"gone\"}|No service state 'gone'; there are on, off, missing",
            "/cloud|{\"service\":\"off\",\"paths\":\"/*\"}|'paths' is a list of texts, not \"/*\"",
            "/cloud|{\"service\":\"off\",\"paths\":[1]}|'paths' is a list of texts, not [1]",
            "/cloud|{\"service\":\"off\",\"paths\":[\"/nothing\"]}|'/nothing' is not the path of an interface",
            "/cloud|{\"service\":\"off\",\"shared_with\":[\"wxnobody\"]}|No app 'wxnobody' here",
            "/cloud|{\"service\":\"off\",\"not_ready_seconds\":-1}|The time must be 0 to 1 day, not PT-1S",
            "/cloud|{\"service\":\"off\",\"sequence_ids\":1}|'sequence_ids' is neither true nor false",
            "/cloud/tokens/life|{\"seconds\":3}|must be shorter than its life, not PT10M of PT3S",
            "/cloud/tokens/life|{\"grace\":3}|Unknown fields [grace]; known are [seconds, grace_seconds]" })
    void mistakesAreExplainedAndChangeNothing(String path, String body, String reason) {
        HttpResponse<String> answer = client.post(CONTROL + path, body);

        assertThat(json(answer).path("error").asText()).contains(reason);
        assertThat(cloud.service()).isEqualTo(ServiceState.ON);
        assertThat(cloud.allowedPaths()).containsExactly("/*");
        assertThat(cloud.sharedWith()).isEmpty();
        assertThat(cloud.tokens().life().lifetime()).isEqualTo(Duration.ofHours(2));
    }

    @Test
    void journalShowsTheChannel() {
        new ApiClient(cloud::url).get(COUNT);
        client.get(COUNT);

        assertThat(json(client.get(CONTROL + "/journal?path=" + COUNT)).path("entries").findValuesAsText("channel"))
                .containsExactly("side-process", "public");
    }

    @Test
    void withoutCloudHostingTheCommandsSayHowToHaveOne() {
        try (WechatSimulator none = WechatSimulator.builder().app("wxdemo", "secret").start()) {
            HttpResponse<String> answer = new ApiClient(none::url).get(CONTROL + "/cloud");

            assertThat(answer.statusCode()).isEqualTo(404);
            assertThat(json(answer).path("error").asText()).contains("start the simulator with --cloud");
        }
    }

    private static String tokenOf(JsonNode answer) {
        return answer.path("cloudbase_access_token").asText();
    }

    private int count(String cloudToken) {
        return errcode(json(client.get(COUNT + "?cloudbase_access_token=" + cloudToken)));
    }
}
