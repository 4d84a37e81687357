package io.github.camelwechat.simulator;

import java.io.IOException;
import java.net.http.HttpResponse;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;

import com.fasterxml.jackson.databind.JsonNode;
import io.github.camelwechat.simulator.platform.Platform;
import io.github.camelwechat.simulator.platform.TokenLife;
import io.github.camelwechat.simulator.push.Push;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import static io.github.camelwechat.simulator.ApiClient.COUNT;
import static io.github.camelwechat.simulator.ApiClient.json;
import static org.assertj.core.api.Assertions.assertThat;

/** The control API of third-party platforms. */
class PlatformControlTest {

    private static final String CONTROL = "/__simulator/platforms";
    private static final String PLATFORM = CONTROL + "/wxplatform";
    private static final String SHOP = PLATFORM + "/merchants/wxshop";

    @RegisterExtension
    static final WechatSimulatorExtension wechat = new WechatSimulatorExtension(
            WechatSimulator.builder().app("wxshop", "secret").platform("wxplatform", "platform-secret")
                    .platform("wxplatform", platform -> platform.messageToken("builders"))
                    .clock(Clock.fixed(Instant.parse("2026-11-23T12:00:00Z"), ZoneOffset.UTC)));

    private final ApiClient client = new ApiClient(wechat::url);
    private final CallbackServer callback = new CallbackServer();
    private Platform platform;

    PlatformControlTest() throws IOException {
        // the server may fail to start
    }

    @BeforeEach
    void forget() {
        platform = wechat.platform("wxplatform");
        platform.forget();
    }

    @AfterEach
    void close() {
        callback.close();
    }

    @Test
    void consoleAndLivesAndWhatAResetBringsBack() {
        assertThat(json(client.get(CONTROL))).isEqualTo(json("{\"platforms\":[\"wxplatform\"]}"));
        assertThat(json(client.get(PLATFORM)).path("token").asText()).isEqualTo("builders");
        String key = platform.encodingAesKey();

        post(PLATFORM + "/console", "{\"callback_url\":\"" + callback.url() + "\"}");
        JsonNode console = post(PLATFORM + "/console",
                "{\"token\":\"another\",\"aes_key\":\"abcdefghijklmnopqrstuvwxyz0123456789ABCDEFE\"}");
        assertThat(console.path("callback_url").asText()).isEqualTo(callback.url()).isEqualTo(platform.callbackUrl());
        assertThat(platform.messageToken()).isEqualTo("another");
        assertThat(platform.encodingAesKey()).endsWith("EFE");
        assertThat(post(PLATFORM + "/console/new-aes-key", "").path("aes_key").asText())
                .isEqualTo(platform.encodingAesKey()).doesNotEndWith("ABCDEFE");
        JsonNode lives = post(PLATFORM + "/lives", "{\"authorizer_seconds\":3,\"authorizer_grace_seconds\":0}");
        assertThat(lives.path("component_seconds").asInt()).isEqualTo(7200);
        assertThat(platform.authorizerTokens().life()).isEqualTo(new TokenLife(Duration.ofSeconds(3), Duration.ZERO));
        assertThat(post(PLATFORM + "/whitelist", "{\"ips\":[\"10.1.2.3\"]}").path("whitelist").path(0).asText())
                .isEqualTo("10.1.2.3");
        assertThat(post(PLATFORM + "/console", "{\"callback_url\":null}").path("callback_url").isNull()).isTrue();
        platform.tickets().push();

        client.post("/__simulator/reset", "");

        assertThat(platform.messageToken()).isEqualTo("builders");
        assertThat(platform.encodingAesKey()).isEqualTo(key);
        assertThat(platform.authorizerTokens().life()).isEqualTo(TokenLife.DOCUMENTED);
        assertThat(platform.ipWhitelist()).isEmpty();
        assertThat(platform.pushes().all()).isEmpty();
        assertThat(platform.tickets().newest()).isNotNull();
    }

    @Test
    void ticketsAndPushes() throws Exception {
        post(PLATFORM + "/console", "{\"callback_url\":\"" + callback.url() + "\"}");

        JsonNode first = post(PLATFORM + "/tickets", "");
        assertThat(first.path("info_type").asText()).isEqualTo("component_verify_ticket");
        post(PLATFORM + "/pushes/" + first.path("number").asLong() + "/repeat", "");
        post(PLATFORM + "/tickets/pushing", "{\"on\":true}");
        assertThat(platform.tickets().pushing()).isTrue();
        assertThat(post(PLATFORM + "/tickets/pushing", "{\"on\":false}").path("pushing_tickets").asBoolean()).isFalse();
        assertThat(post(PLATFORM + "/console/check-url", "").path("info_type").asText()).isEqualTo("url_check");
        for (Push push : platform.pushes().all()) {
            push.awaitEnd(Duration.ofSeconds(20));
        }

        JsonNode other = post(PLATFORM + "/pushes",
                "{\"info_type\":\"notify_3rd_wxa_auth\",\"create_time\":1735689600,\"fields\":{\"appid\":\"wxnew\",\"status\":0}}");
        assertThat(other.path("info_type").asText()).isEqualTo("notify_3rd_wxa_auth");
        assertThat(other.path("create_time").asLong()).isEqualTo(1735689600);
        JsonNode pushes = json(client.get(PLATFORM + "/pushes")).path("pushes");
        assertThat(pushes).hasSize(5);
        assertThat(pushes.path(3).path("state").asText()).isEqualTo("failed");
        assertThat(List.of(pushes.path(0), pushes.path(1), pushes.path(2))).allSatisfy(push -> {
            assertThat(push.path("state").asText()).isEqualTo("delivered");
            assertThat(push.path("query").asText()).contains("&encrypt_type=aes&msg_signature=");
            assertThat(push.path("body").asText()).contains("<Encrypt>");
            assertThat(push.path("attempts").path(0).path("answer").asText()).isEqualTo("success");
        });
        assertThat(json(client.get(PLATFORM)).path("newest_ticket").asText()).isEqualTo(platform.tickets().newest());
    }

    @Test
    void merchantsAndTheirTokens() {
        String preAuthCode = post(PLATFORM + "/pre-auth-codes", "").path("pre_auth_code").asText();
        JsonNode redirect = post(SHOP + "/authorize",
                "{\"permission_sets\":[7,11],\"pre_auth_code\":\"" + preAuthCode + "\"}");
        assertThat(redirect.path("expires_in").asInt()).isEqualTo(3600);
        assertThat(redirect.path("push").path("info_type").asText()).isEqualTo("authorized");
        assertThat(merchant().path("refresh_token").isNull()).isTrue();
        String component = post(PLATFORM + "/tokens/issue", "").path("component_access_token").asText();
        JsonNode grant = post("/cgi-bin/component/api_query_auth?component_access_token=" + component,
                "{\"component_appid\":\"wxplatform\",\"authorization_code\":\"" + redirect.path("auth_code").asText() + "\"}")
                .path("authorization_info");
        String refreshToken = grant.path("authorizer_refresh_token").asText();
        assertThat(merchant()).isEqualTo(json("""
                {"appid":"wxshop","authorized":true,"permission_sets":[7,11],"auth_time":%d,"refresh_token":"%s"}"""
                .formatted(wechat.clock().instant().getEpochSecond(), refreshToken)));

        String token = json(client.get(SHOP + "/tokens")).path("valid").path(0).asText();
        assertThat(token).isEqualTo(grant.path("authorizer_access_token").asText());
        assertThat(count(token)).isZero();
        post(SHOP + "/tokens/expire", "");
        assertThat(count(token)).isEqualTo(42001);
        String next = post(SHOP + "/tokens/issue", "").path("access_token").asText();
        assertThat(count(next)).isZero();
        post(SHOP + "/tokens/displace", "");
        assertThat(count(next)).isEqualTo(40001);
        assertThat(post(SHOP + "/refresh-token", "{\"grace_seconds\":0}").path("refresh_token").asText())
                .startsWith("refreshtoken@@@").isNotEqualTo(refreshToken);
        assertThat(post(SHOP + "/withdraw", "").path("info_type").asText()).isEqualTo("unauthorized");
        assertThat(merchant().path("authorized").asBoolean()).isFalse();
        assertThat(json(client.get(PLATFORM + "/tokens")).path("valid").path(0).asText()).isEqualTo(component);
        post(PLATFORM + "/tokens/expire", "");
        assertThat(json(client.get(PLATFORM + "/tokens")).path("valid")).isEmpty();
        platform.componentTokens().issue();
        post(PLATFORM + "/tokens/displace", "");
        assertThat(json(client.get(PLATFORM + "/tokens")).path("valid")).isEmpty();
        post(PLATFORM + "/forget", "");
        assertThat(platform.merchants().all()).isEmpty();
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {
            "/console|{\"url\":\"http://a/\"}|400|Unknown fields [url]; known are [callback_url, token, aes_key]",
            "/console|{\"callback_url\":\"ftp://a/\"}|400|'ftp://a/' is no URL",
            "/console|{\"callback_url\":\"http://127.0.0.1/\",\"token\":\"-\"}|400|3 to 32 letters and digits",
            "/console|{\"aes_key\":\"short\"}|400|43 letters and digits",
            "/lives|{\"component_seconds\":0}|400|must live 1 s to 365 days, not PT0S",
            "/lives|{\"component_seconds\":9000000000000000}|400|must live 1 s to 365 days",
            "/lives|{\"authorizer_seconds\":3,\"authorizer_grace_seconds\":-1}|400|must be 0 to 365 days, not PT-1S",
            "/pushes|{\"info_type\":\"a\",\"fields\":[]}|400|'fields' is an object",
            "/pushes|{\"info_type\":\"a\",\"create_time\":9000000000000000}|400|'create_time' is in Unix seconds",
            "/whitelist|{\"ips\":[\"localhost\"]}|400|'localhost' is no address",
            "/tickets/pushing|{}|400|The body needs 'on'",
            "/pushes|{}|400|The body needs a text 'info_type'",
            "/pushes|{\"info_type\":\"a\",\"fields\":{\"b\":[]}}|400|'b' is neither a text nor a whole number",
            "/pushes|{\"info_type\":\"a\",\"time\":1}|400|Unknown fields [time]; known are [info_type, create_time, fields]",
            "/pushes/99/repeat||404|No push 99 of wxplatform",
            "/pushes/x/repeat||404|No push x of wxplatform",
            "/merchants/wxnone/authorize||404|No app 'wxnone' here; known are wxshop",
            "/merchants/wxshop/authorize|{\"permission_sets\":11}|400|'permission_sets' is a list of numbers",
            "/merchants/wxshop/authorize|{\"permission_sets\":[\"11\"]}|400|'permission_sets' is a list of numbers",
            "/merchants/wxshop/authorize|{\"permission_sets\":[0]}|400|counted from 1, not from 0",
            "/merchants/wxshop/authorize|{\"pre_auth_code\":\"x\"}|400|is unknown: get another from api_create_preauthcode",
            "/merchants/wxshop/withdraw||400|has not authorized wxplatform",
            "/merchants/wxshop/refresh-token|{\"grace_seconds\":-1}|400|has not authorized wxplatform",
            "/merchants/wxshop/tokens/expire||400|has not authorized wxplatform" })
    void mistakesAreExplainedAndChangeNothing(String path, String body, int status, String reason) {
        HttpResponse<String> answer = client.post(PLATFORM + path, body == null ? "" : body);

        assertThat(answer.statusCode()).isEqualTo(status);
        assertThat(json(answer).path("error").asText()).contains(reason);
        assertThat(platform.callbackUrl()).isNull();
        assertThat(platform.authorizerTokens().life()).isEqualTo(TokenLife.DOCUMENTED);
        assertThat(platform.merchants().all()).isEmpty();
    }

    @Test
    void unknownPlatformIsNotThere() {
        HttpResponse<String> answer = client.get(CONTROL + "/wxnone");

        assertThat(answer.statusCode()).isEqualTo(404);
        assertThat(json(answer).path("error").asText()).isEqualTo("No platform 'wxnone' here; known are wxplatform");
    }

    private JsonNode merchant() {
        return json(client.get(PLATFORM + "/merchants")).path("merchants").path(0);
    }

    private JsonNode post(String path, String body) {
        HttpResponse<String> answer = client.post(path, body);
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
        return json(answer);
    }

    private int count(String token) {
        return json(client.get(COUNT + "?access_token=" + token)).path("errcode").asInt();
    }
}
