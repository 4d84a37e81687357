package io.github.camelwechat.simulator;

import java.net.http.HttpResponse;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;

import com.fasterxml.jackson.databind.JsonNode;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import static io.github.camelwechat.simulator.ApiClient.COUNT;
import static io.github.camelwechat.simulator.ApiClient.STABLE_TOKEN;
import static io.github.camelwechat.simulator.ApiClient.json;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.data.Offset.offset;

/** How tokens live and die, by HTTP and the simulated clock. */
class TokensTest {

    @RegisterExtension
    static final WechatSimulatorExtension wechat = new WechatSimulatorExtension(
            WechatSimulator.builder().app("wxdemo", "secret").app("wxother", "secret2")
                    .clock(Clock.fixed(Instant.parse("2026-11-23T12:00:00Z"), ZoneOffset.UTC)));

    private final ApiClient client = new ApiClient(wechat::url);

    @BeforeEach
    void forget() {
        wechat.tokens().reset();
        forward(86_400);
    }

    @Test
    void stableGivesTheSameTokenUntilFiveMinutesBeforeItsEnd() {
        JsonNode first = client.stableToken(false);
        forward(6900);
        JsonNode second = client.stableToken(false);
        forward(1);
        JsonNode third = client.stableToken(false);

        assertThat(value(first)).matches("[0-9]+_[A-Za-z0-9_-]{133}");
        assertThat(value(second)).isEqualTo(value(first));
        assertThat(second.path("expires_in").asInt()).isEqualTo(300);
        assertThat(value(third)).isNotEqualTo(value(first));
        assertThat(third.path("expires_in").asInt()).isEqualTo(7200);
        forward(298);
        assertThat(use(first)).isZero();
        forward(1);
        assertThat(use(first)).isEqualTo(42001);
        assertThat(use(third)).isZero();
    }

    @Test
    void classicGivesANewTokenEachTimeAndTheOldOneFiveMinutes() {
        JsonNode first = classic();
        JsonNode second = classic();
        forward(299);
        assertThat(use(first)).isZero();
        forward(1);
        assertThat(use(first)).isEqualTo(40001);
        assertThat(use(second)).isZero();
        forward(7200);
        assertThat(use(second)).isEqualTo(42001);
    }

    @Test
    void theTwoWorldsLeaveEachOtherAlone() {
        JsonNode stable = client.stableToken(false);
        JsonNode classic = classic();
        classic();
        client.stableToken(true);
        forward(299);
        assertThat(use(stable)).isZero();
        assertThat(use(classic)).isZero();
        forward(1);
        assertThat(use(stable)).isEqualTo(40001);
        assertThat(value(client.stableToken(false))).isNotEqualTo(value(classic));
    }

    @Test
    void forcedTwiceEndsTheLeakedTokenAtOnce() {
        JsonNode leaked = client.stableToken(false);
        JsonNode first = client.stableToken(true);
        assertThat(use(leaked)).isZero();
        forward(29);
        JsonNode again = client.stableToken(true);
        assertThat(value(again)).isEqualTo(value(first));
        assertThat(again.path("expires_in").asInt()).isEqualTo(7200 - 29);
        assertThat(use(leaked)).isZero();
        forward(1);
        JsonNode second = client.stableToken(true);
        assertThat(use(leaked)).isEqualTo(40001);
        assertThat(use(first)).isZero();
        assertThat(use(second)).isZero();
    }

    @Test
    void theTwentyFirstForcedCallOfADayIsRefused() {
        for (int i = 0; i < 20; i++) {
            assertThat(client.stableToken(true).has("access_token")).isTrue();
            forward(30);
        }
        assertThat(client.stableToken(true).path("errcode").asInt()).isEqualTo(45009);
        forward(86_400);
        assertThat(client.stableToken(true).has("access_token")).isTrue();
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '@', value = {
            "{\"grant_type\":\"client_credential\",\"secret\":\"secret\"}|41002",
            "{\"grant_type\":\"client_credential\",\"appid\":\"wxdemo\"}|41004",
            "{\"grant_type\":\"x\",\"appid\":\"wxdemo\",\"secret\":\"secret\"}|40002",
            "{\"grant_type\":\"client_credential\",\"appid\":\"WXDEMO\",\"secret\":\"secret\"}|40013",
            "{\"grant_type\":\"client_credential\",\"appid\":\"wxdemo\",\"secret\":\"secret2\"}|40125",
            "{\"grant_type\":\"client_credential\",\"appid\":\"wxdemo\",\"secret\":\"secret\",\"force_refresh\":1}|47001",
            "grant_type=client_credential|47001",
            "@@|44002" })
    void badTokenRequestsAreRefused(String body, int errcode) {
        JsonNode answer = json(client.post(STABLE_TOKEN, body));

        assertThat(answer.path("errcode").asInt()).isEqualTo(errcode);
        assertThat(answer.path("errmsg").asText()).containsPattern(" rid: [0-9a-f]{8}-[0-9a-f]{8}-[0-9a-f]{8}$");
    }

    @Test
    void theWrongMethodIsRefused() {
        assertThat(json(client.get(STABLE_TOKEN)).path("errcode").asInt()).isEqualTo(43002);
        assertThat(json(client.post("/cgi-bin/token", "{}")).path("errcode").asInt()).isEqualTo(43001);
    }

    @Test
    void tokensThatAreNoneAreToldApart() {
        assertThat(use("")).isEqualTo(41001);
        assertThat(use("garbage")).isEqualTo(40014);
        assertThat(use("97_" + "a".repeat(133))).isEqualTo(40001);
        JsonNode missing = json(client.get(COUNT));
        assertThat(missing.path("errmsg").asText()).matches("access_token missing rid: \\S+");
        long seconds = Long.parseLong(missing.path("errmsg").asText().replaceAll(".*rid: (\\w+)-.*", "$1"), 16);
        assertThat(seconds).isCloseTo(wechat.clock().instant().getEpochSecond(),
                offset(2L));
    }

    @Test
    void onCommandATokenExpiresOrIsDisplaced() {
        JsonNode first = client.stableToken(false);
        String other = wechat.tokens().issue("wxother");
        wechat.tokens().expire("wxdemo");
        assertThat(use(first)).isEqualTo(42001);
        JsonNode second = client.stableToken(false);
        assertThat(use(second)).isZero();
        wechat.tokens().displace("wxdemo");
        assertThat(use(second)).isEqualTo(40001);
        assertThat(use(other)).isZero();
    }

    @Test
    void aTokenOpensItsOwnAccountOnly() {
        client.upload(client.token(), "image", "a.png", Samples.picture("png"), null);

        assertThat(json(count(wechat.tokens().issue("wxdemo"))).path("image_count").asInt()).isEqualTo(1);
        assertThat(json(count(wechat.tokens().issue("wxother"))).path("image_count").asInt()).isZero();
    }

    private JsonNode classic() {
        return json(client.get("/cgi-bin/token?grant_type=client_credential&appid=wxdemo&secret=secret"));
    }

    private int use(JsonNode token) {
        return use(value(token));
    }

    private int use(String token) {
        return json(count(token)).path("errcode").asInt();
    }

    private HttpResponse<String> count(String token) {
        return client.get(COUNT + "?access_token=" + token);
    }

    private static String value(JsonNode token) {
        return token.path("access_token").asText();
    }

    private static void forward(long seconds) {
        wechat.clock().forward(Duration.ofSeconds(seconds));
    }
}
