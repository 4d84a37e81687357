package io.github.camelwechat.simulator;

import java.time.Duration;
import java.time.LocalTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.stream.IntStream;

import com.fasterxml.jackson.databind.JsonNode;
import io.github.camelwechat.simulator.rule.CallLimits;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import static io.github.camelwechat.simulator.ApiClient.ADD_MATERIAL;
import static io.github.camelwechat.simulator.ApiClient.BATCHGET;
import static io.github.camelwechat.simulator.ApiClient.COUNT;
import static io.github.camelwechat.simulator.ApiClient.STABLE_TOKEN;
import static io.github.camelwechat.simulator.ApiClient.json;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

/** How often an account may call, and how it finds out and begins anew. */
class QuotasTest extends SimulatorTest {

    private static final String CLEAR = "/cgi-bin/clear_quota";
    private static final String CLEAR_BY_SECRET = "/cgi-bin/clear_quota/v2";
    private static final String READ = "/cgi-bin/openapi/quota/get";

    /** Noon in Beijing: no test meets the end of a day unless it wants to. */
    @BeforeEach
    void beginAtNoon() {
        Duration pastNoon
                = Duration.between(LocalTime.of(4, 0), wechat.clock().instant().atOffset(ZoneOffset.UTC).toLocalTime());
        forward(Duration.ofDays(2).minus(pastNoon));
        token = client.token();
    }

    @Test
    void aDailyLimitEndsAtMidnightInBeijing() {
        wechat.account("wxdemo").dailyLimit(COUNT, 3);

        assertThat(errcodes(5)).containsExactly(0, 0, 0, 45009, 45009);
        assertThat(json(count()).path("errmsg").asText()).matches("reach max api daily quota limit rid: \\S+");
        assertThat(errcode(page())).isZero();
        forward(Duration.ofHours(12).minusSeconds(1));
        token = client.token();
        assertThat(errcode()).isEqualTo(45009);
        forward(Duration.ofSeconds(1));
        assertThat(errcodes(4)).containsExactly(0, 0, 0, 45009);
    }

    @Test
    void aMinuteLimitEndsWithTheMinute() {
        forward(Duration.ofSeconds(59));
        wechat.account("wxdemo").minuteLimit(COUNT, 2);

        assertThat(errcodes(3)).containsExactly(0, 0, 45011);
        forward(Duration.ofSeconds(1));
        assertThat(errcodes(3)).containsExactly(0, 0, 45011);
    }

    @Test
    void theQuotaIsTheAccountsOwn() {
        wechat.account("wxdemo").dailyLimit(COUNT, 0);

        assertThat(errcode()).isEqualTo(45009);
        token = wechat.tokens().issue("wxother");
        assertThat(errcode()).isZero();
    }

    @Test
    void everyCallWithAValidTokenCounts() {
        wechat.account("wxdemo").dailyLimit(ADD_MATERIAL, 2);

        client.post(ADD_MATERIAL + "?access_token=97_" + "a".repeat(133), "");
        assertThat(errcode(call(ADD_MATERIAL, "x"))).isEqualTo(40004);
        wechat.account("wxdemo").forbid(ADD_MATERIAL);
        assertThat(errcode(call(ADD_MATERIAL, "x"))).isEqualTo(48001);
        assertThat(errcode(call(ADD_MATERIAL, "x"))).isEqualTo(48001);
        wechat.account("wxdemo").allow(ADD_MATERIAL);
        assertThat(errcode(call(ADD_MATERIAL, "x"))).isEqualTo(45009);
    }

    @Test
    void manyAtOnceGetExactlyTheQuota() {
        wechat.account("wxdemo").dailyLimit(ADD_MATERIAL, 10);

        List<CompletableFuture<?>> uploads = IntStream.range(0, 40).<CompletableFuture<?>> mapToObj(i -> upload()).toList();

        CompletableFuture.allOf(uploads.toArray(CompletableFuture[]::new)).join();
        assertThat(wechat.library("wxdemo").materials()).hasSize(10);
    }

    @Test
    void theTokenInterfacesHaveQuotasOfTheirOwn() {
        assertThat(wechat.account("wxdemo").limits(STABLE_TOKEN)).isEqualTo(new CallLimits(500_000, 10_000));
        assertThat(wechat.account("wxdemo").limits("/cgi-bin/token")).isEqualTo(new CallLimits(2_000, CallLimits.NONE));
        long used = wechat.account("wxdemo").usedToday(STABLE_TOKEN);
        wechat.account("wxdemo").dailyLimit(STABLE_TOKEN, used + 1);

        client.post(STABLE_TOKEN, "{\"grant_type\":\"client_credential\",\"appid\":\"wxdemo\",\"secret\":\"wrong\"}");
        assertThat(client.stableToken(false).path("access_token").asText()).isEqualTo(token);
        assertThat(errcode(client.stableToken(false))).isEqualTo(45009);
        assertThat(errcode()).isZero();
        assertThat(errcode(clearBySecret("wxdemo", "secret"))).isZero();
        assertThat(client.stableToken(false).path("access_token").asText()).isEqualTo(token);
    }

    @Test
    void classicTokensAreTwoThousandADay() {
        String classic = "/cgi-bin/token?grant_type=client_credential&appid=wxdemo&secret=secret";
        wechat.account("wxdemo").dailyLimit("/cgi-bin/token", 1);

        assertThat(json(client.get(classic)).has("access_token")).isTrue();
        assertThat(errcode(json(client.get(classic)))).isEqualTo(45009);
    }

    @Test
    void clearingBeginsAnewTenTimesAMonth() {
        forward(Duration.ofDays(31));
        token = client.token();
        wechat.account("wxdemo").dailyLimit(COUNT, 1);
        assertThat(errcodes(2)).containsExactly(0, 45009);

        assertThat(call(CLEAR, "{\"appid\":\"wxdemo\"}")).isEqualTo(json("{\"errcode\":0,\"errmsg\":\"ok\"}"));
        assertThat(errcodes(2)).containsExactly(0, 45009);
        for (int i = 0; i < 9; i++) {
            assertThat(errcode(clearBySecret("wxdemo", "secret"))).isZero();
        }
        assertThat(errcode(call(CLEAR, "{\"appid\":\"wxdemo\"}"))).isEqualTo(48006);
        assertThat(errcode(clearBySecret("wxdemo", "secret"))).isEqualTo(48006);
        assertThat(errcode(clearBySecret("wxother", "secret2"))).isZero();
        forward(Duration.ofDays(31));
        assertThat(errcode(clearBySecret("wxdemo", "secret"))).isZero();
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '@', value = {
            "{\"appid\":\"wxother\"}|40013",
            "{\"appid\":\"wxnobody\"}|40013",
            "{}|41002",
            "@@|44002",
            "appid=wxdemo|47001" })
    void clearingIsForTheAccountOfTheToken(String request, int errcode) {
        assertThat(errcode(call(CLEAR, request))).isEqualTo(errcode);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '@', value = {
            "{\"appid\":\"wxdemo\",\"appsecret\":\"secret2\"}|40125",
            "{\"appid\":\"wxnobody\",\"appsecret\":\"secret\"}|40013",
            "{\"appid\":\"wxdemo\"}|41004",
            "{\"appsecret\":\"secret\"}|41002" })
    void clearingBySecretWantsTheRightOne(String request, int errcode) {
        assertThat(errcode(json(client.post(CLEAR_BY_SECRET, request)))).isEqualTo(errcode);
    }

    @Test
    void theQuotaCanBeRead() {
        wechat.account("wxdemo").dailyLimit(COUNT, 5).minuteLimit(COUNT, 100);
        errcodes(2);

        assertThat(read(COUNT)).isEqualTo(json("""
                {"errcode":0,"errmsg":"ok","quota":{"daily_limit":5,"used":2,"remain":3},
                 "rate_limit":{"call_count":100,"refresh_second":60}}"""));
        errcodes(7);
        assertThat(read(COUNT).path("quota")).isEqualTo(json("{\"daily_limit\":5,\"used\":5,\"remain\":0}"));
        assertThat(read(BATCHGET)).isEqualTo(json("""
                {"errcode":0,"errmsg":"ok","quota":{"daily_limit":2147483647,"used":0,"remain":2147483647}}"""));
        assertThat(errcode(read("cgi-bin/material/batchget_material"))).isEqualTo(76021);
        assertThat(errcode(call(READ, "{}"))).isEqualTo(76021);
    }

    @Test
    void aResetForgetsLimitsAndCounts() {
        wechat.account("wxdemo").dailyLimit(COUNT, 0);

        wechat.simulator().reset();

        assertThat(errcode()).isZero();
        assertThat(wechat.account("wxdemo").usedToday(COUNT)).isEqualTo(1);
    }

    @Test
    void whatCannotBeLimitedIsRefused() {
        assertThatIllegalArgumentException().isThrownBy(() -> wechat.account("wxdemo").dailyLimit("/cgi-bin/nothing", 1))
                .withMessageContainingAll("/cgi-bin/nothing", ADD_MATERIAL);
        assertThatIllegalArgumentException().isThrownBy(() -> wechat.account("wxdemo").minuteLimit(COUNT, -1))
                .withMessageContaining("-1");
        assertThatIllegalArgumentException().isThrownBy(() -> wechat.account("wxnobody")).withMessageContaining("wxdemo");
    }

    private int[] errcodes(int calls) {
        return IntStream.range(0, calls).map(i -> errcode()).toArray();
    }

    private JsonNode page() {
        return call(BATCHGET, "{\"type\":\"image\",\"offset\":0,\"count\":1}");
    }

    private JsonNode read(String path) {
        return call(READ, "{\"cgi_path\":\"" + path + "\"}");
    }

    private JsonNode clearBySecret(String appId, String secret) {
        return json(client.post(CLEAR_BY_SECRET, "{\"appid\":\"" + appId + "\",\"appsecret\":\"" + secret + "\"}"));
    }
}
