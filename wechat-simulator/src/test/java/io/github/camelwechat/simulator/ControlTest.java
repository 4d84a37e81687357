package io.github.camelwechat.simulator;

import java.net.http.HttpResponse;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.CompletableFuture;

import com.fasterxml.jackson.databind.JsonNode;
import org.assertj.core.api.AbstractStringAssert;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import static io.github.camelwechat.simulator.ApiClient.ADD_MATERIAL;
import static io.github.camelwechat.simulator.ApiClient.BATCHGET;
import static io.github.camelwechat.simulator.ApiClient.COUNT;
import static io.github.camelwechat.simulator.ApiClient.STABLE_TOKEN;
import static io.github.camelwechat.simulator.ApiClient.json;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

/** The control API does over HTTP what the Java API does. */
class ControlTest {

    private static final String ROOT = "/__simulator";
    private static final String ACCOUNT = ROOT + "/apps/wxdemo";

    @RegisterExtension
    static final WechatSimulatorExtension wechat = new WechatSimulatorExtension();

    private final ApiClient client = new ApiClient(wechat::url);
    private String token;

    @BeforeEach
    void takeToken() {
        token = client.token();
    }

    @Test
    void materialsAndTheirBytes() {
        String id = client.upload(token, "voice", "声.wav", Samples.wav(), null).path("media_id").asText();

        JsonNode material = json(client.get(ACCOUNT + "/materials")).path("materials").path(0);
        assertThat(material.path("media_id").asText()).isEqualTo(id);
        assertThat(material.path("name").asText()).isEqualTo("声.wav");
        assertThat(material.path("size").asInt()).isEqualTo(Samples.wav().length);
        assertThat(client.bytes(ACCOUNT + "/materials/" + id + "/bytes")).isEqualTo(Samples.wav());
        client.delete(ACCOUNT + "/materials");
        assertThat(wechat.library("wxdemo").materials()).isEmpty();
    }

    @Test
    void faults() {
        command("/faults", "{\"path\":\"" + COUNT + "\",\"fault\":\"errcode\",\"value\":45009,\"nth\":2}");
        command("/faults", "{\"path\":\"" + COUNT + "\",\"fault\":\"status\",\"value\":503}");

        assertThat(count()).isEqualTo(503);
        assertThat(count()).isEqualTo(45009);
        assertThat(count()).isZero();
        command("/faults", "{\"path\":\"" + COUNT + "\",\"fault\":\"errcode\",\"value\":-1,\"always\":true}");
        assertThat(count()).isEqualTo(-1);
        client.delete(ROOT + "/faults");
        assertThat(count()).isZero();
    }

    @Test
    void gates() throws Exception {
        int id = command("/gates", "{\"path\":\"" + ADD_MATERIAL + "\"}").path("id").asInt();
        CompletableFuture<?> upload = client.uploadAsync(token, "image", "a.png", Samples.picture("png"), null);
        wechat.faults().gates().get(0).awaitHeld(1, Duration.ofSeconds(20));

        assertThat(json(client.get(ROOT + "/gates")).path("gates").path(0).path("held").asInt()).isEqualTo(1);
        assertThat(json(client.get(ROOT + "/inflight")).path(ADD_MATERIAL).path("now").asInt()).isEqualTo(1);
        assertThat(upload).isNotDone();
        command("/gates/" + id + "/release", "");
        upload.join();
        client.delete(ROOT + "/gates/" + id);
        assertThat(wechat.faults().gates()).isEmpty();
    }

    @Test
    void tokensAndClock() {
        Instant before = Instant.parse(json(client.get(ROOT + "/clock")).path("now").asText());
        client.post(ACCOUNT + "/tokens/expire", "");
        assertThat(count()).isEqualTo(42001);
        token = client.token();
        client.post(ACCOUNT + "/tokens/displace", "");
        assertThat(count()).isEqualTo(40001);
        token = json(client.post(ACCOUNT + "/tokens/issue", "")).path("access_token").asText();
        assertThat(count()).isZero();
        assertThat(json(client.get(ACCOUNT + "/tokens")).path("valid").path(0).asText()).isEqualTo(token);
        Instant after = Instant.parse(command("/clock/forward", "{\"seconds\":7200}").path("now").asText());
        assertThat(Duration.between(before, after)).isGreaterThanOrEqualTo(Duration.ofHours(2));
        assertThat(count()).isEqualTo(42001);
    }

    @Test
    void journal() {
        client.upload(token, "image", "a.png", Samples.picture("png"), null);
        count();

        JsonNode uploads = json(client.get(ROOT + "/journal?path=" + ADD_MATERIAL)).path("entries");
        assertThat(uploads).hasSize(1);
        JsonNode upload = uploads.path(0);
        assertThat(upload.path("appId").asText()).isEqualTo("wxdemo");
        assertThat(upload.path("query").asText()).contains("access_token=" + token);
        assertThat(upload.path("upload").path("fileName").asText()).isEqualTo("a.png");
        assertThat(upload.path("upload").path("sha256").asText())
                .isEqualTo(wechat.library("wxdemo").materials().get(0).sha256());
        assertThat(upload.path("headers").path("Content-Length").path(0).asLong())
                .isEqualTo(upload.path("contentLength").asLong());
        long sequence = upload.path("sequence").asLong();
        assertThat(json(client.get(ROOT + "/journal?after=" + sequence)).path("entries")).hasSize(1);
        client.delete(ROOT + "/journal");
        assertThat(json(client.get(ROOT + "/journal")).path("entries")).isEmpty();
    }

    @Test
    void mistakesAreExplained() {
        assertThat(client.get(ROOT + "/nothing")).satisfies(answer -> {
            assertThat(answer.statusCode()).isEqualTo(404);
            assertThat(answer.body()).contains("GET /__simulator/journal");
        });
        assertThat(client.post(ROOT + "/faults", "{\"path\":\"" + COUNT + "\",\"fault\":\"boom\"}")).satisfies(answer -> {
            assertThat(answer.statusCode()).isEqualTo(400);
            assertThat(answer.body()).contains("boom", "answer-lost");
        });
        assertThat(client.post(ROOT + "/faults", "{\"path\":\"" + COUNT + "\",\"fualt\":\"delay\"}").body()).contains("fualt");
    }

    @ParameterizedTest
    @ValueSource(strings = { "/cgi-bin/material/add_materials", "/cgi-bin/material/add_material/", "cgi-bin/token", "" })
    void aPathThatIsNotServedIsRefused(String path) {
        String body = "{\"path\":\"" + path + "\"";
        refused(400, client.post(ROOT + "/faults", body + ",\"fault\":\"status\",\"value\":503}"))
                .contains("'" + path + "'", ADD_MATERIAL, BATCHGET, COUNT, STABLE_TOKEN, "/cgi-bin/token");
        refused(400, client.post(ROOT + "/gates", body + "}")).contains("'" + path + "'", ADD_MATERIAL);
        assertThat(json(client.get(ROOT + "/faults")).path("faults")).isEmpty();
        assertThat(json(client.get(ROOT + "/gates")).path("gates")).isEmpty();
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {
            "'\"nth\":2,\"always\":true'|nth and always",
            "'\"next\":1,\"nth\":2'|nth and next",
            "'\"next\":1,\"always\":false'|next and always",
            "'\"always\":\"yes\"'|neither true nor false",
            "'\"nth\":0'|counted from 1" })
    void callsThatContradictEachOtherAreRefused(String calls, String reason) {
        String body = "{\"path\":\"" + COUNT + "\",\"fault\":\"status\",\"value\":503," + calls + "}";

        refused(400, client.post(ROOT + "/faults", body)).contains(reason);
        assertThat(count()).isZero();
    }

    @Test
    void whatIsNotThereIsNotFound() {
        refused(404, client.get(ROOT + "/apps/wxnobody/materials")).isEqualTo("No app 'wxnobody' here; known are wxdemo");
        refused(404, client.delete(ROOT + "/apps/wxnobody/materials")).contains("wxnobody");
        refused(404, client.get(ROOT + "/apps/wxnobody/tokens")).contains("wxnobody");
        refused(404, client.post(ROOT + "/apps/wxnobody/tokens/issue", "")).contains("wxnobody");
        refused(404, client.get(ACCOUNT + "/materials/none/bytes")).isEqualTo("No material 'none' in wxdemo");
        refused(404, client.delete(ROOT + "/gates/9")).isEqualTo("No gate 9; there are none");
        int id = command("/gates", "{\"path\":\"" + COUNT + "\"}").path("id").asInt();
        refused(404, client.post(ROOT + "/gates/x/release", "")).isEqualTo("No gate x; there are " + id);
        refused(400, client.post(ROOT + "/gates/" + id + "/release", "{\"number\":0}")).contains("positive, not 0");
        client.post(ROOT + "/reset", "");
        refused(404, client.delete(ROOT + "/gates/" + id)).isEqualTo("No gate " + id + "; there are none");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {
            "nonsense|'The body is not JSON: see line 1, column 9'",
            "'{\"path\":'|'The body is not JSON: it ends too early'",
            "'{} {}'|'The body is not JSON: see line 1, column 4'",
            "[]|'The body is no JSON object'" })
    void brokenJsonIsExplained(String body, String reason) {
        refused(400, client.post(ROOT + "/faults", body)).isEqualTo(reason);
    }

    @Test
    void theClockOnlyGoesForward() {
        refused(400, client.post(ROOT + "/clock/forward", "{\"seconds\":-5}"))
                .isEqualTo("seconds has to be positive, not -5");
        assertThatIllegalArgumentException().isThrownBy(() -> wechat.clock().forward(Duration.ofSeconds(-5)))
                .withMessageContaining("not by -5000 ms");
    }

    @Test
    void resetForgetsEverythingButTokens() {
        client.upload(token, "image", "a.png", Samples.picture("png"), null);
        command("/faults", "{\"path\":\"" + COUNT + "\",\"fault\":\"errcode\",\"value\":-1,\"always\":true}");

        client.post(ROOT + "/reset", "");

        assertThat(wechat.library("wxdemo").materials()).isEmpty();
        assertThat(wechat.journal().entries()).isEmpty();
        assertThat(count()).isZero();
    }

    private JsonNode command(String path, String body) {
        return json(client.post(ROOT + path, body));
    }

    /** @return the explanation */
    private static AbstractStringAssert<?> refused(int status, HttpResponse<String> answer) {
        assertThat(answer.statusCode()).isEqualTo(status);
        return assertThat(json(answer).path("error").asText());
    }

    /** @return the HTTP status if it is not 200, else the errcode */
    private int count() {
        var answer = client.get(COUNT + "?access_token=" + token);
        return answer.statusCode() != 200 ? answer.statusCode() : json(answer).path("errcode").asInt();
    }
}
