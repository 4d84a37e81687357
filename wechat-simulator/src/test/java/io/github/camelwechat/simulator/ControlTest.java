package io.github.camelwechat.simulator;

import java.net.http.HttpResponse;
import java.time.Duration;
import java.time.Instant;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.CompletableFuture;

import com.fasterxml.jackson.databind.JsonNode;
import org.assertj.core.api.AbstractStringAssert;
import org.junit.jupiter.api.Test;
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
class ControlTest extends SimulatorTest {

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

        assertThat(count().statusCode()).isEqualTo(503);
        assertThat(errcode()).isEqualTo(45009);
        assertThat(errcode()).isZero();
        command("/faults", "{\"path\":\"" + COUNT + "\",\"fault\":\"errcode\",\"value\":-1,\"always\":true}");
        assertThat(errcode()).isEqualTo(-1);
        client.delete(CONTROL + "/faults");
        assertThat(errcode()).isZero();
    }

    @Test
    void rulesOfFaultsAreShownFieldByField() {
        command("/faults", "{\"path\":\"" + COUNT + "\",\"fault\":\"errcode\",\"value\":45009,\"nth\":3}");
        command("/faults", "{\"path\":\"" + ADD_MATERIAL + "\",\"fault\":\"garbage\",\"always\":true}");
        count();

        assertThat(json(client.get(CONTROL + "/faults")).path("faults")).isEqualTo(json("""
                [{"path":"%s","fault":"errcode","value":45009,"first":3,"last":3,"seen":1},
                {"path":"%s","fault":"garbage","value":0,"first":1,"last":null,"seen":0}]""".formatted(COUNT, ADD_MATERIAL)));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {
            "errcode|0|errcode 0 is no fault", "errcode|4294967296|too large", "status|199|not between 200 and 599",
            "delay|-1|cannot be negative", "answer-cut|-1|cannot be negative", "reset-amid-body|-1|cannot be negative" })
    void valuesThatMeanNothingAreRefused(String fault, long value, String reason) {
        refused(400, client.post(CONTROL + "/faults",
                "{\"path\":\"" + COUNT + "\",\"fault\":\"" + fault + "\",\"value\":" + value + "}")).contains(reason);
    }

    @Test
    void gates() throws Exception {
        int id = command("/gates", "{\"path\":\"" + ADD_MATERIAL + "\"}").path("id").asInt();
        CompletableFuture<?> upload = client.uploadAsync(token, "image", "a.png", Samples.picture("png"), null);
        wechat.faults().gates().get(0).awaitHeld(1, Duration.ofSeconds(20));

        assertThat(json(client.get(CONTROL + "/gates")).path("gates").path(0).path("held").asInt()).isEqualTo(1);
        assertThat(json(client.get(CONTROL + "/inflight")).path(ADD_MATERIAL).path("now").asInt()).isEqualTo(1);
        assertThat(upload).isNotDone();
        command("/gates/" + id + "/release", "");
        upload.join();
        client.delete(CONTROL + "/gates/" + id);
        assertThat(wechat.faults().gates()).isEmpty();
    }

    @Test
    void tokensAndClock() {
        Instant before = Instant.parse(json(client.get(CONTROL + "/clock")).path("now").asText());
        client.post(ACCOUNT + "/tokens/expire", "");
        assertThat(errcode()).isEqualTo(42001);
        token = client.token();
        client.post(ACCOUNT + "/tokens/displace", "");
        assertThat(errcode()).isEqualTo(40001);
        token = json(client.post(ACCOUNT + "/tokens/issue", "")).path("access_token").asText();
        assertThat(errcode()).isZero();
        assertThat(json(client.get(ACCOUNT + "/tokens")).path("valid").path(0).asText()).isEqualTo(token);
        Instant after = Instant.parse(command("/clock/forward", "{\"seconds\":7200}").path("now").asText());
        assertThat(Duration.between(before, after)).isGreaterThanOrEqualTo(Duration.ofHours(2));
        assertThat(errcode()).isEqualTo(42001);
    }

    @Test
    void journal() {
        client.upload(token, "image", "a.png", Samples.picture("png"), null);
        count();

        JsonNode uploads = json(client.get(CONTROL + "/journal?path=" + ADD_MATERIAL)).path("entries");
        assertThat(uploads).hasSize(1);
        JsonNode upload = uploads.path(0);
        assertThat(upload.path("appid").asText()).isEqualTo("wxdemo");
        assertThat(upload.path("query").asText()).contains("access_token=" + token);
        assertThat(upload.path("upload").path("file_name").asText()).isEqualTo("a.png");
        assertThat(upload.path("upload").path("sha256").asText())
                .isEqualTo(wechat.library("wxdemo").materials().get(0).sha256());
        assertThat(upload.path("headers").path("Content-Length").path(0).asLong())
                .isEqualTo(upload.path("content_length").asLong());
        assertThat(upload.path("end").asText()).isEqualTo("answered");
        assertThat(upload.path("media_id").asText()).isEqualTo(wechat.library("wxdemo").materials().get(0).mediaId());
        long sequence = upload.path("sequence").asLong();
        assertThat(json(client.get(CONTROL + "/journal?after=" + sequence)).path("entries")).hasSize(1);
        client.delete(CONTROL + "/journal");
        assertThat(json(client.get(CONTROL + "/journal")).path("entries")).isEmpty();
    }

    @Test
    void theNamesOfAllFieldsAreInSnakeCase() {
        client.upload(token, "video", "a.png", Samples.picture("png"), "{}");
        client.upload(token, "image", "a.png", Samples.picture("png"), null);

        assertThat(fields(json(client.get(CONTROL + "/journal")).path("entries")))
                .contains("content_length", "part_headers", "request_body")
                .allMatch(name -> name.matches("[a-z0-9]+(_[a-z0-9]+)*"));
    }

    /** {@return the names, without those of headers} */
    private static Set<String> fields(JsonNode node) {
        Set<String> fields = new TreeSet<>();
        node.properties().forEach(field -> {
            fields.add(field.getKey());
            if (!field.getKey().endsWith("headers")) {
                fields.addAll(fields(field.getValue()));
            }
        });
        if (node.isArray()) {
            node.forEach(element -> fields.addAll(fields(element)));
        }
        return fields;
    }

    @Test
    void rules() {
        count();
        command("/apps/wxdemo/quota", "{\"path\":\"" + COUNT + "\",\"daily\":2,\"per_minute\":100}");
        assertThat(errcode()).isZero();
        assertThat(errcode()).isEqualTo(45009);
        command("/apps/wxdemo/permission", "{\"path\":\"" + COUNT + "\",\"allowed\":false}");
        assertThat(errcode()).isEqualTo(48001);
        command("/apps/wxdemo/whitelist", "{\"ips\":[\"10.1.2.3\"]}");
        assertThat(errcode(client.stableToken(false))).isEqualTo(40164);
        command("/apps/wxdemo/whitelist", "{\"ips\":[]}");
        command("/apps/wxdemo/state", "{\"state\":\"secret-frozen\"}");
        assertThat(errcode(client.stableToken(false))).isEqualTo(40243);
        command("/apps/wxdemo/callback", "{\"url\":\"http://127.0.0.1/\"}");

        JsonNode rules = json(client.get(ACCOUNT + "/rules"));
        assertThat(rules.path("state").asText()).isEqualTo("secret-frozen");
        assertThat(rules.path("whitelist")).isEmpty();
        assertThat(rules.path("callback").asText()).isEqualTo("http://127.0.0.1/");
        assertThat(rules.path("forbidden")).isEqualTo(json("[\"" + COUNT + "\"]"));
        assertThat(rules.path("quotas").path(COUNT))
                .isEqualTo(json("{\"daily\":2,\"per_minute\":100,\"used_today\":4}"));
        command("/apps/wxdemo/quota", "{\"path\":\"" + COUNT + "\"}");
        command("/apps/wxdemo/permission", "{\"path\":\"" + COUNT + "\",\"allowed\":true}");
        assertThat(errcode()).isZero();
        client.post(CONTROL + "/reset", "");
        assertThat(client.token()).isEqualTo(token);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {
            "quota|{\"path\":\"/nothing\",\"daily\":1}|'/nothing' is not the path of an interface",
            "quota|{\"daily\":1}|The body needs a text 'path'",
            "quota|{\"path\":\"/cgi-bin/token\",\"daily\":-1}|A limit of -1 calls is not possible",
            "quota|{\"path\":\"/cgi-bin/token\",\"dialy\":1}|Unknown fields [dialy]",
            "permission|{\"path\":\"/cgi-bin/token\"}|The body needs 'allowed'",
            "permission|{\"path\":\"/nothing\",\"allowed\":true}|'/nothing' is not the path of an interface",
            "whitelist|{\"ips\":\"10.1.2.3\"}|The body needs a list 'ips'",
            "whitelist|{\"ips\":[10]}|'10' is no address",
            "whitelist|{\"ips\":[\"127.0.0.1\",\"localhost\"]}|'localhost' is no address, such as \"127.0.0.1\", and no network",
            "whitelist|{\"ips\":[\"10.1.2.256\"]}|'10.1.2.256' is no address",
            "whitelist|{\"ips\":[\"10.1.2.0/33\"]}|'10.1.2.0/33' is no address",
            "whitelist|{\"ips\":[\"10.1.2.3/24\"]}|no bits set behind its prefix",
            "whitelist|{\"ips\":[\"1::2::3\"]}|'1::2::3' is no address",
            "state|{\"state\":\"happy\"}|No state 'happy'; there are normal, secret-frozen, punished, frozen",
            "callback|{\"url\":\"\"}|'' is no URL, such as \"http://127.0.0.1/wechat\"",
            "callback|{\"url\":\"ftp://127.0.0.1/\"}|'ftp://127.0.0.1/' is no URL",
            "callback|{\"url\":\"http:///wechat\"}|'http:///wechat' is no URL",
            "callback|{}|The body needs a text 'url'" }, quoteCharacter = '~')
    void rulesThatCannotBeAreRefused(String command, String body, String reason) {
        refused(400, client.post(ACCOUNT + "/" + command, body)).contains(reason);
        refused(404, client.post(CONTROL + "/apps/wxnobody/" + command, body)).contains("wxnobody");
        assertThat(errcode()).isZero();
    }

    @Test
    void mistakesAreExplained() {
        assertThat(client.get(CONTROL + "/nothing")).satisfies(answer -> {
            assertThat(answer.statusCode()).isEqualTo(404);
            assertThat(answer.body()).contains("GET /__simulator/journal");
        });
        assertThat(client.post(CONTROL + "/faults", "{\"path\":\"" + COUNT + "\",\"fault\":\"boom\"}")).satisfies(answer -> {
            assertThat(answer.statusCode()).isEqualTo(400);
            assertThat(answer.body()).contains("boom", "answer-lost", "close-without-answer", "answer-cut", "garbage");
        });
        assertThat(client.post(CONTROL + "/faults", "{\"path\":\"" + COUNT + "\",\"fualt\":\"delay\"}").body())
                .contains("fualt");
    }

    @ParameterizedTest
    @ValueSource(strings = { "/cgi-bin/material/add_materials", "/cgi-bin/material/add_material/", "cgi-bin/token", "" })
    void aPathThatIsNotServedIsRefused(String path) {
        String body = "{\"path\":\"" + path + "\"";
        refused(400, client.post(CONTROL + "/faults", body + ",\"fault\":\"status\",\"value\":503}"))
                .contains("'" + path + "'", ADD_MATERIAL, BATCHGET, COUNT, STABLE_TOKEN, "/cgi-bin/token");
        refused(400, client.post(CONTROL + "/gates", body + "}")).contains("'" + path + "'", ADD_MATERIAL);
        assertThat(json(client.get(CONTROL + "/faults")).path("faults")).isEmpty();
        assertThat(json(client.get(CONTROL + "/gates")).path("gates")).isEmpty();
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

        refused(400, client.post(CONTROL + "/faults", body)).contains(reason);
        assertThat(errcode()).isZero();
    }

    @Test
    void whatIsNotThereIsNotFound() {
        refused(404, client.get(CONTROL + "/apps/wxnobody/materials"))
                .isEqualTo("No app 'wxnobody' here; known are wxdemo, wxother");
        refused(404, client.delete(CONTROL + "/apps/wxnobody/materials")).contains("wxnobody");
        refused(404, client.get(CONTROL + "/apps/wxnobody/tokens")).contains("wxnobody");
        refused(404, client.post(CONTROL + "/apps/wxnobody/tokens/issue", "")).contains("wxnobody");
        refused(404, client.get(ACCOUNT + "/materials/none/bytes")).isEqualTo("No material 'none' in wxdemo");
        refused(404, client.delete(CONTROL + "/gates/9")).isEqualTo("No gate 9; there are none");
        int id = command("/gates", "{\"path\":\"" + COUNT + "\"}").path("id").asInt();
        refused(404, client.post(CONTROL + "/gates/x/release", "")).isEqualTo("No gate x; there are " + id);
        refused(400, client.post(CONTROL + "/gates/" + id + "/release", "{\"number\":0}")).contains("positive, not 0");
        client.post(CONTROL + "/reset", "");
        refused(404, client.delete(CONTROL + "/gates/" + id)).isEqualTo("No gate " + id + "; there are none");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {
            "nonsense|'The body is not JSON: see line 1, column 9'",
            "'{\"path\":'|'The body is not JSON: it ends too early'",
            "'{} {}'|'The body is not JSON: see line 1, column 4'",
            "[]|'The body is no JSON object'" })
    void brokenJsonIsExplained(String body, String reason) {
        refused(400, client.post(CONTROL + "/faults", body)).isEqualTo(reason);
    }

    @Test
    void theClockOnlyGoesForward() {
        refused(400, client.post(CONTROL + "/clock/forward", "{\"seconds\":-5}"))
                .isEqualTo("seconds has to be positive, not -5");
        assertThatIllegalArgumentException().isThrownBy(() -> wechat.clock().forward(Duration.ofSeconds(-5)))
                .withMessageContaining("not by -5000 ms");
    }

    @ParameterizedTest
    @ValueSource(longs = { 100L * 366 * 86_400, Long.MAX_VALUE })
    void andNotBeyondTheYear2100(long seconds) {
        refused(400, client.post(CONTROL + "/clock/forward", "{\"seconds\":" + seconds + "}"))
                .contains("by " + seconds + " seconds: that is beyond the year 2100");
        assertThat(errcode()).isZero();
    }

    @Test
    void resetForgetsEverythingButTokens() {
        client.upload(token, "image", "a.png", Samples.picture("png"), null);
        command("/faults", "{\"path\":\"" + COUNT + "\",\"fault\":\"errcode\",\"value\":-1,\"always\":true}");

        client.post(CONTROL + "/reset", "");

        assertThat(wechat.library("wxdemo").materials()).isEmpty();
        assertThat(wechat.journal().entries()).isEmpty();
        assertThat(errcode()).isZero();
    }

    /** {@return the explanation} */
    private static AbstractStringAssert<?> refused(int status, HttpResponse<String> answer) {
        assertThat(answer.statusCode()).isEqualTo(status);
        return assertThat(json(answer).path("error").asText());
    }
}
