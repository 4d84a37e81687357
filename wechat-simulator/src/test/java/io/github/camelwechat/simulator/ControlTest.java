package io.github.camelwechat.simulator;

import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.CompletableFuture;

import com.fasterxml.jackson.databind.JsonNode;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

import static io.github.camelwechat.simulator.ApiClient.ADD_MATERIAL;
import static io.github.camelwechat.simulator.ApiClient.COUNT;
import static io.github.camelwechat.simulator.ApiClient.json;
import static org.assertj.core.api.Assertions.assertThat;

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
        assertThat(client.post(ROOT + "/faults", "{\"path\":\"/x\",\"fault\":\"boom\"}")).satisfies(answer -> {
            assertThat(answer.statusCode()).isEqualTo(400);
            assertThat(answer.body()).contains("boom", "answer-lost");
        });
        assertThat(client.post(ROOT + "/faults", "{\"path\":\"/x\",\"fualt\":\"delay\"}").body()).contains("fualt");
        assertThat(client.get(ROOT + "/apps/wxnobody/materials").body()).contains("wxnobody", "wxdemo");
        assertThat(client.post(ROOT + "/clock/forward", "{\"seconds\":-1}").statusCode()).isEqualTo(400);
        assertThat(client.post(ROOT + "/faults", "nonsense").statusCode()).isEqualTo(400);
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

    /** @return the HTTP status if it is not 200, else the errcode */
    private int count() {
        var answer = client.get(COUNT + "?access_token=" + token);
        return answer.statusCode() != 200 ? answer.statusCode() : json(answer).path("errcode").asInt();
    }
}
