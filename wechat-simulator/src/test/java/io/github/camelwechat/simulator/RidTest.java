package io.github.camelwechat.simulator;

import java.time.Duration;

import com.fasterxml.jackson.databind.JsonNode;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import static io.github.camelwechat.simulator.ApiClient.BATCHGET;
import static io.github.camelwechat.simulator.ApiClient.STABLE_TOKEN;
import static io.github.camelwechat.simulator.ApiClient.json;
import static org.assertj.core.api.Assertions.assertThat;

/** What was received can be asked for by the rid of an error, without secrets. */
class RidTest extends SimulatorTest {

    private static final String RID = "/cgi-bin/openapi/rid/get";

    @Test
    void anErrorCanBeLookedUp() {
        String request = "{\"type\":\"骆驼\"}";
        JsonNode refused = call(BATCHGET, request);

        JsonNode found = lookUp(rid(refused));

        assertThat(errcode(found)).isZero();
        JsonNode seen = found.path("request");
        assertThat(seen.path("invoke_time").asLong()).isEqualTo(wechat.clock().instant().getEpochSecond());
        assertThat(seen.path("cost_in_ms").isIntegralNumber()).isTrue();
        assertThat(seen.path("request_body").asText()).isEqualTo(request);
        assertThat(json(seen.path("response_body").asText())).isEqualTo(refused);
        assertThat(seen.path("client_ip").asText()).isEqualTo("127.0.0.1");
        assertThat(seen.path("request_url").asText()).isEqualTo("access_token=" + token.substring(0, 9) + "xxxx");
    }

    @Test
    void ofALargeRequestTheBeginningIsKept() {
        String request = "{\"type\":\"" + "🐫".repeat(10_000) + "\"}";

        String kept = lookUp(rid(call(BATCHGET, request))).path("request").path("request_body").asText();

        // 4096 would end amid a character
        assertThat(kept.length()).isEqualTo(4095);
        assertThat(request.startsWith(kept)).isTrue();
    }

    @Test
    void secretsAreNotShown() {
        JsonNode stable = json(client.post(STABLE_TOKEN,
                "{\"grant_type\":\"x\",\"appid\":\"wxdemo\",\"secret\":\"s3cr3t-planted\"}"));
        JsonNode classic = json(client.get("/cgi-bin/token?appid=wxdemo&s%65cret=s3cr3t-planted&grant_type=x"));
        JsonNode cleared
                = json(client.post("/cgi-bin/clear_quota/v2", "{\"appid\":\"wxdemo\",\"appsecret\":\"s3cr3t-planted\"}"));
        JsonNode doubled = json(client.post(BATCHGET + "?access_token=" + token + "&access%5Ftoken=" + token, "{}"));

        for (JsonNode refused : new JsonNode[] { stable, classic, cleared, doubled }) {
            JsonNode found = lookUp(rid(refused));
            assertThat(errcode(found)).isZero();
            assertThat(found.toString()).doesNotContain("planted", token, token.substring(0, 20));
        }
    }

    @ParameterizedTest
    @CsvSource({
            "11111111-22222222,76002", "nonsense,76002", "'',76002", "ffffffff-00000000-00000000,76004",
            "00000001-00000000-00000000,76004" })
    void whatIsNoRidIsRefused(String rid, int errcode) {
        assertThat(errcode(lookUp(rid))).isEqualTo(errcode);
    }

    @Test
    void onlyOwnErrorsOfSevenDaysAreKnown() {
        String rid = rid(call(BATCHGET, "{}"));
        assertThat(errcode(lookUp(rid.substring(0, 9) + "00000000-00000000"))).isEqualTo(76001);
        String own = token;
        token = wechat.tokens().issue("wxother");
        assertThat(errcode(lookUp(rid))).isEqualTo(76003);
        token = own;
        assertThat(errcode(lookUp(rid))).isZero();
        forward(Duration.ofDays(7).plusSeconds(1));
        token = client.token();
        assertThat(errcode(lookUp(rid))).isEqualTo(76004);
    }

    private JsonNode lookUp(String rid) {
        return call(RID, "{\"rid\":\"" + rid + "\"}");
    }

    private static String rid(JsonNode refused) {
        return refused.path("errmsg").asText().replaceAll(".* rid: ", "");
    }
}
