package io.github.camelwechat.simulator;

import java.net.http.HttpResponse;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Set;

import com.fasterxml.jackson.databind.JsonNode;
import io.github.camelwechat.simulator.platform.Platform;
import io.github.camelwechat.simulator.platform.Redirect;
import io.github.camelwechat.simulator.platform.TokenLife;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import static io.github.camelwechat.simulator.ApiClient.COUNT;
import static io.github.camelwechat.simulator.ApiClient.json;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

/** The component interfaces, and calls for merchants, by HTTP and the simulated clock. Nothing is delivered here. */
class PlatformTest {

    private static final String ROOT = "/cgi-bin/component/api_";

    @RegisterExtension
    static final WechatSimulatorExtension wechat = new WechatSimulatorExtension(
            WechatSimulator.builder().app("wxshop", "secret").app("wxother", "secret2")
                    .platform("wxplatform", "platform-secret").platform("wxrival", "rival-secret")
                    .clock(Clock.fixed(Instant.parse("2026-11-23T12:00:00Z"), ZoneOffset.UTC)));

    private final ApiClient client = new ApiClient(wechat::url);
    private Platform platform;

    @BeforeEach
    void forget() {
        platform = wechat.platform("wxplatform");
        platform.forget();
        wechat.platform("wxrival").forget();
        wechat.tokens().reset();
    }

    @Test
    void chainFromTicketToUpload() {
        assertThat(call("start_push_ticket", "\"component_secret\":\"platform-secret\"", "").path("errmsg").asText())
                .isEqualTo("ok");
        assertThat(call("start_push_ticket", "\"component_secret\":\"platform-secret\"", "").path("errmsg").asText())
                .isEqualTo("in a normal state");
        assertThat(platform.tickets().newest()).matches("ticket@@@[A-Za-z0-9_-]{86}");
        JsonNode component = componentToken(platform.tickets().newest());
        assertThat(component.path("expires_in").asInt()).isEqualTo(7200);
        String token = component.path("component_access_token").asText();

        JsonNode preAuth = call("create_preauthcode", "", token);
        assertThat(preAuth.path("expires_in").asInt()).isEqualTo(600);
        Redirect redirect = platform.merchants().authorize("wxshop", Set.of(7, 11), preAuth.path("pre_auth_code").asText());
        JsonNode grant = call("query_auth", "\"authorization_code\":\"" + redirect.authCode() + "\"", token)
                .path("authorization_info");
        assertThat(grant.path("authorizer_appid").asText()).isEqualTo("wxshop");
        assertThat(grant.path("expires_in").asInt()).isEqualTo(7200);
        assertThat(grant.path("func_info")).isEqualTo(json("""
                [{"funcscope_category":{"id":7}},{"funcscope_category":{"id":11}}]"""));
        String refreshToken = grant.path("authorizer_refresh_token").asText();
        assertThat(refreshToken).matches("refreshtoken@@@[A-Za-z0-9_-]{43}");

        JsonNode renewed = renew(refreshToken);
        assertThat(renewed.path("authorizer_refresh_token").asText()).isEqualTo(refreshToken);
        JsonNode info = call("get_authorizer_info", "\"authorizer_appid\":\"wxshop\"", token);
        assertThat(info.path("authorization_info").path("authorizer_refresh_token").asText()).isEqualTo(refreshToken);
        assertThat(info.path("authorizer_info").path("account_status").asInt()).isEqualTo(1);
        JsonNode list = call("get_authorizer_list", "\"offset\":0,\"count\":500", token);
        assertThat(list).isEqualTo(json("""
                {"total_count":1,"list":[{"authorizer_appid":"wxshop","refresh_token":"%s","auth_time":%d}]}"""
                .formatted(refreshToken, wechat.clock().instant().getEpochSecond())));

        JsonNode upload = client.upload(renewed.path("authorizer_access_token").asText(), "image", "a.png",
                Samples.picture("png"), null);
        assertThat(upload.has("media_id")).isTrue();
        assertThat(wechat.library("wxshop").materials()).hasSize(1);
        assertThat(wechat.library("wxother").materials()).isEmpty();
        assertThat(wechat.journal().entries(ApiClient.ADD_MATERIAL).get(0).appId()).isEqualTo("wxshop");
        assertThat(wechat.journal().entries(ROOT + "create_preauthcode").get(0).appId()).isEqualTo("wxplatform");
    }

    @Test
    void componentTokenIsTakenUnderBothNames() {
        String token = platform.componentTokens().issue().value();

        assertThat(errcode(client.post(ROOT + "create_preauthcode?access_token=" + token,
                "{\"component_appid\":\"wxplatform\"}"))).isZero();
        assertThat(errcode(client.post(ROOT + "create_preauthcode",
                "{\"component_appid\":\"wxplatform\",\"component_access_token\":\"" + token + "\"}"))).isEqualTo(41001);
        assertThat(errcode(client.get(ROOT + "create_preauthcode?access_token=" + token))).isEqualTo(43002);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '@', value = {
            "{}|41018",
            "{\"component_appid\":\"wxplatform\",\"component_verify_ticket\":\"TICKET\"}|41004",
            "{\"component_appid\":\"wxnobody\",\"component_appsecret\":\"x\",\"component_verify_ticket\":\"TICKET\"}|40013",
            "{\"component_appid\":\"wxshop\",\"component_appsecret\":\"secret\",\"component_verify_ticket\":\"TICKET\"}|61011",
            "{\"component_appid\":\"wxplatform\",\"component_appsecret\":\"x\",\"component_verify_ticket\":\"TICKET\"}|40125",
            "{\"component_appid\":\"wxplatform\",\"component_appsecret\":\"platform-secret\",\"component_verify_ticket\":null}|41020",
            "{\"component_appid\":\"wxplatform\",\"component_appsecret\":\"platform-secret\"}|41020",
            "{\"component_appid\":\"wxrival\",\"component_appsecret\":\"rival-secret\",\"component_verify_ticket\":\"TICKET\"}|61006",
            "{\"component_appid\":\"wxplatform\",\"component_appsecret\":\"platform-secret\",\"component_verify_ticket\":\"TICKET\"}|0",
            "component_appid=wxplatform|47001" })
    void badRequestsForComponentTokenAreRefused(String body, int errcode) {
        platform.tickets().push();

        HttpResponse<String> answer
                = client.post(ROOT + "component_token", body.replace("TICKET", platform.tickets().newest()));

        assertThat(errcode(answer)).isEqualTo(errcode);
    }

    @Test
    void ticketIsValidForTwelveHoursBesideNewerOnes() {
        platform.tickets().push();
        String first = platform.tickets().newest();
        platform.tickets().push();
        forward(12 * 3600 - 1);
        assertThat(componentToken(first).has("component_access_token")).isTrue();
        forward(1);
        assertThat(errcode(componentToken(first))).isEqualTo(61005);
    }

    @Test
    void componentTokenEndsByAgeOrFiveMinutesAfterTheNext() {
        String first = platform.componentTokens().issue().value();
        String second = platform.componentTokens().issue().value();
        forward(299);
        assertThat(use(first)).isZero();
        forward(1);
        assertThat(use(first)).isEqualTo(40001);
        forward(7200 - 300);
        assertThat(use(second)).isEqualTo(42001);
        wechat.switches().platform().componentTokenExpiry42006(true);
        assertThat(use(second)).isEqualTo(42006);
        String third = platform.componentTokens().issue().value();
        platform.componentTokens().displace();
        assertThat(use(third)).isEqualTo(40001);
    }

    @Test
    void tokensOfOtherKindsAreToldApart() {
        platform.merchants().authorize("wxshop");
        String authorizer = platform.authorizerTokens().issue("wxshop").value();
        String component = platform.componentTokens().issue().value();
        String account = wechat.tokens().issue("wxshop");

        assertThat(use(authorizer)).isEqualTo(61014);
        assertThat(use(account)).isEqualTo(61014);
        assertThat(use("garbage")).isEqualTo(40014);
        assertThat(use("")).isEqualTo(41001);
        assertThat(count(component)).isEqualTo(61015);
        assertThat(count(authorizer)).isZero();
        assertThat(count(account)).isZero();
        assertThat(errcode(client.post(ROOT + "create_preauthcode?component_access_token="
                                       + wechat.platform("wxrival").componentTokens().issue().value(),
                "{\"component_appid\":\"wxplatform\"}"))).isEqualTo(61011);
        assertThat(errcode(client.post(ApiClient.STABLE_TOKEN,
                "{\"grant_type\":\"client_credential\",\"appid\":\"wxplatform\",\"secret\":\"platform-secret\"}")))
                .isEqualTo(61024);
        assertThat(errcode(client.get(
                "/cgi-bin/token?grant_type=client_credential&appid=wxplatform&secret=platform-secret"))).isEqualTo(61024);
    }

    @Test
    void authorizerTokenEndsByAgeOrAfterItsGrace() {
        String refreshToken = authorized("wxshop");
        String first = renew(refreshToken).path("authorizer_access_token").asText();
        String second = renew(refreshToken).path("authorizer_access_token").asText();
        forward(299);
        assertThat(count(first)).isZero();
        forward(1);
        assertThat(count(first)).isEqualTo(40001);
        forward(7200 - 300);
        assertThat(count(second)).isEqualTo(42001);
    }

    @Test
    void livesCanBeShortenedWithoutGrace() {
        platform.authorizerTokenLife(new TokenLife(Duration.ofSeconds(3), Duration.ZERO));
        String refreshToken = authorized("wxshop");
        JsonNode answer = renew(refreshToken);
        assertThat(answer.path("expires_in").asInt()).isEqualTo(3);
        String first = answer.path("authorizer_access_token").asText();
        String second = renew(refreshToken).path("authorizer_access_token").asText();
        assertThat(count(first)).isEqualTo(40001);
        forward(2);
        assertThat(count(second)).isZero();
        forward(1);
        assertThat(count(second)).isEqualTo(42001);
    }

    @Test
    void codesAreGoodForOneUseAndNotForLong() {
        String token = platform.componentTokens().issue().value();
        String preAuthCode = platform.merchants().newPreAuthCode().value();
        String code = platform.merchants().authorize("wxshop", null, preAuthCode).authCode();
        assertThatIllegalArgumentException().isThrownBy(
                () -> platform.merchants().authorize("wxshop", null, preAuthCode)).withMessageContaining("is used");
        assertThatIllegalArgumentException().isThrownBy(
                () -> platform.merchants().authorize("wxshop", null, "x")).withMessageContaining("is unknown");
        assertThat(errcode(queryAuth(code, token))).isZero();
        assertThat(errcode(queryAuth(code, token))).isEqualTo(61009);
        assertThat(errcode(queryAuth("x", token))).isEqualTo(61009);
        wechat.switches().platform().authorizationCodesReusable(true);
        assertThat(errcode(queryAuth(code, token))).isZero();

        String late = platform.merchants().newPreAuthCode().value();
        String lateCode = platform.merchants().authorize("wxother").authCode();
        forward(3600);
        assertThatIllegalArgumentException().isThrownBy(
                () -> platform.merchants().authorize("wxshop", null, late)).withMessageContaining("has expired");
        assertThat(errcode(queryAuth(lateCode, token))).isEqualTo(61010);
        String another = platform.merchants().authorize("wxother").authCode();
        String rival = wechat.platform("wxrival").componentTokens().issue().value();
        assertThat(errcode(client.post(ROOT + "query_auth?component_access_token=" + rival,
                "{\"component_appid\":\"wxrival\",\"authorization_code\":\"" + another + "\"}"))).isEqualTo(61009);
    }

    @Test
    void refreshTokenChangesOnCommandAndAfterWithdrawalOnly() {
        String first = authorized("wxshop");
        assertThat(authorized("wxshop")).isEqualTo(first);
        String second = platform.merchants().changeRefreshToken("wxshop", Duration.ofMinutes(5)).refreshToken();
        assertThat(renew(first).path("authorizer_refresh_token").asText()).isEqualTo(second);
        forward(300);
        assertThat(errcode(renew(first))).isEqualTo(61023);
        assertThat(errcode(renew(second))).isZero();
        platform.merchants().withdraw("wxshop");
        assertThat(errcode(renew(second))).isEqualTo(61003);
        String third = authorized("wxshop");
        assertThat(third).isNotEqualTo(second);
        assertThat(errcode(renew(second))).isEqualTo(61023);
        assertThat(errcode(renew(third))).isZero();
        assertThat(errcode(renew(""))).isEqualTo(61023);
    }

    @Test
    void renewalsCanBringAnotherRefreshTokenOrNone() {
        String first = authorized("wxshop");
        wechat.switches().platform().refreshTokenChangesOnRenewal(true);
        String second = renew(first).path("authorizer_refresh_token").asText();
        assertThat(second).isNotEqualTo(first);
        wechat.switches().platform().refreshTokenChangesOnRenewal(false).renewalsWithoutRefreshToken(true);
        JsonNode bare = renew(second);
        assertThat(bare.has("authorizer_access_token")).isTrue();
        assertThat(bare.has("authorizer_refresh_token")).isFalse();
    }

    @Test
    void withdrawalEndsEveryCallForTheMerchant() {
        String refreshToken = authorized("wxshop");
        String token = renew(refreshToken).path("authorizer_access_token").asText();
        String code = platform.merchants().authorize("wxother").authCode();
        String component = platform.componentTokens().issue().value();
        platform.merchants().withdraw("wxshop");
        platform.merchants().withdraw("wxother");

        assertThat(count(token)).isEqualTo(61003);
        assertThat(errcode(call("get_authorizer_info", "\"authorizer_appid\":\"wxshop\"", component))).isEqualTo(61003);
        assertThat(errcode(queryAuth(code, component))).isEqualTo(61003);
        assertThat(call("get_authorizer_list", "\"offset\":0,\"count\":1", component).path("total_count").asInt()).isZero();
        assertThatIllegalArgumentException().isThrownBy(() -> platform.merchants().withdraw("wxshop"))
                .withMessageContaining("has withdrawn already");
        authorized("wxshop");
        assertThat(count(token)).isEqualTo(40001);
    }

    @Test
    void onePlatformsMerchantIsNotAnothers() {
        authorized("wxshop");
        String rival = wechat.platform("wxrival").componentTokens().issue().value();

        assertThat(errcode(client.post(ROOT + "get_authorizer_info?component_access_token=" + rival,
                "{\"component_appid\":\"wxrival\",\"authorizer_appid\":\"wxshop\"}"))).isEqualTo(61003);
        assertThat(errcode(call("get_authorizer_info", "\"authorizer_appid\":\"wxnobody\"",
                platform.componentTokens().issue().value()))).isEqualTo(40013);
    }

    @ParameterizedTest
    @CsvSource({
            "1;15, 61007, 61007, 61007, 61007", "7, 61007, 61007, 61007, 0", "11, 0, 0, 0, 61007", "100, 0, 0, 0, 61007",
            "3, 61007, 0, 61007, 61007",
            "18, 61007, 0, 61007, 61007", "7;11, 0, 0, 0, 0" })
    void interfacesWantTheirPermissionSets(String sets, int count, int get, int drafts, int publish) {
        platform.merchants().authorize("wxshop", List.of(sets.split(";")).stream().map(Integer::valueOf).toList(), null);
        String token = platform.authorizerTokens().issue("wxshop").value();

        assertThat(count(token)).isEqualTo(count);
        assertThat(errcode(client.withId(ApiClient.GET_MATERIAL, token, "x"))).isEqualTo(get == 0 ? 40007 : get);
        assertThat(errcode(client.get("/cgi-bin/draft/count?access_token=" + token))).isEqualTo(drafts);
        assertThat(errcode(client.withId("/cgi-bin/freepublish/submit", token, "x"))).isEqualTo(publish == 0 ? 40007 : publish);
        assertThat(errcode(client.get("/cgi-bin/getcallbackip?access_token=" + token))).isZero();
    }

    @Test
    void noSetsNoTokens() {
        String code = platform.merchants().authorize("wxshop", List.of(), null).authCode();

        JsonNode grant = queryAuth(code, platform.componentTokens().issue().value()).path("authorization_info");

        assertThat(grant).isEqualTo(json("{\"authorizer_appid\":\"wxshop\",\"func_info\":[]}"));
    }

    @Test
    void listLeavesRefreshTokensOutThatNobodyHasRedeemed() {
        String token = platform.componentTokens().issue().value();
        platform.merchants().authorize("wxshop");
        platform.merchants().authorize("wxother");

        JsonNode page = call("get_authorizer_list", "\"offset\":1,\"count\":1", token);
        assertThat(page).isEqualTo(json("""
                {"total_count":2,"list":[{"authorizer_appid":"wxother","auth_time":%d}]}"""
                .formatted(wechat.clock().instant().getEpochSecond())));
        assertThat(errcode(call("get_authorizer_list", "\"offset\":0,\"count\":501", token))).isEqualTo(40097);
        assertThat(errcode(call("get_authorizer_list", "\"offset\":-1,\"count\":1", token))).isEqualTo(40097);
        assertThat(errcode(call("get_authorizer_list", "\"offset\":0", token))).isEqualTo(40097);
    }

    @Test
    void whitelistBindsComponentCallsAndThoseForMerchants() {
        authorized("wxshop");
        String component = platform.componentTokens().issue().value();
        String authorizer = platform.authorizerTokens().issue("wxshop").value();
        platform.ipWhitelist(List.of("10.1.2.3"));

        assertThat(use(component)).isEqualTo(61004);
        assertThat(count(authorizer)).isEqualTo(61004);
        assertThat(errcode(componentToken("x"))).isEqualTo(61004);
        assertThat(count(wechat.tokens().issue("wxshop"))).isZero();
        platform.ipWhitelist(List.of("127.0.0.0/8"));
        wechat.account("wxshop").ipWhitelist(List.of("10.1.2.3"));
        assertThat(use(component)).isZero();
        assertThat(count(authorizer)).isZero();
    }

    @Test
    void callsForMerchantsCountAsTheirs() {
        authorized("wxshop");
        String token = platform.authorizerTokens().issue("wxshop").value();
        wechat.account("wxshop").dailyLimit(COUNT, 1);

        assertThat(count(token)).isZero();
        assertThat(count(token)).isEqualTo(45009);
        wechat.account("wxshop").forbid(COUNT);
        assertThat(count(token)).isEqualTo(48001);
    }

    @Test
    void secretsAreInNoText() {
        String refreshToken = authorized("wxshop");
        Redirect redirect = platform.merchants().authorize("wxother");
        String component = platform.componentTokens().issue().value();
        client.post(ROOT + "query_auth?component_access_token=" + component,
                "{\"component_appid\":\"wxplatform\",\"authorization_code\":\"x" + redirect.authCode() + "\"}");
        String texts = String.join("\n", String.valueOf(platform), String.valueOf(platform.merchants().all()),
                String.valueOf(redirect), String.valueOf(platform.pushes().all()),
                String.valueOf(platform.componentTokens().issue()), String.valueOf(wechat.journal().entries()),
                String.valueOf(wechat.journal().entries().stream().map(entry -> entry.refusal()).toList()),
                String.valueOf(wechat.journal().entries().stream().map(
                        entry -> entry.refusal() == null ? "" : entry.refusal().requestBody()).toList()));

        assertThat(texts).contains("wxplatform", "wxshop").doesNotContain(refreshToken, redirect.authCode(), component,
                platform.encodingAesKey(), platform.messageToken(), "platform-secret");
    }

    @Test
    void unknownPlatformsAndAppsAreNamed() {
        assertThatIllegalArgumentException().isThrownBy(() -> wechat.platform("wxnone"))
                .withMessage("No platform 'wxnone' here; known are wxplatform, wxrival");
        assertThatIllegalArgumentException().isThrownBy(() -> platform.merchants().authorize("wxnone"))
                .withMessageContaining("No app 'wxnone' here");
        assertThatIllegalArgumentException().isThrownBy(() -> platform.merchants().withdraw("wxshop"))
                .withMessageContaining("has not authorized wxplatform");
        assertThatIllegalArgumentException().isThrownBy(
                () -> WechatSimulator.builder().app("wxa", "b").platform("wxa", "c")).withMessageContaining("given twice");
    }

    /** {@return the refresh token} */
    private String authorized(String merchant) {
        String code = platform.merchants().authorize(merchant).authCode();
        return queryAuth(code, platform.componentTokens().issue().value()).path("authorization_info")
                .path("authorizer_refresh_token").asText();
    }

    private JsonNode queryAuth(String code, String token) {
        return call("query_auth", "\"authorization_code\":\"" + code + "\"", token);
    }

    private JsonNode renew(String refreshToken) {
        return call("authorizer_token",
                "\"authorizer_appid\":\"wxshop\",\"authorizer_refresh_token\":\"" + refreshToken + "\"",
                platform.componentTokens().issue().value());
    }

    private JsonNode componentToken(String ticket) {
        return call("component_token",
                "\"component_appsecret\":\"platform-secret\",\"component_verify_ticket\":\"" + ticket + "\"", "");
    }

    private JsonNode call(String name, String fields, String token) {
        return json(client.post(ROOT + name + (token.isEmpty() ? "" : "?component_access_token=" + token),
                "{\"component_appid\":\"wxplatform\"" + (fields.isEmpty() ? "" : "," + fields) + "}"));
    }

    private int use(String componentToken) {
        return errcode(call("create_preauthcode", "", componentToken));
    }

    private int count(String token) {
        return errcode(client.get(COUNT + "?access_token=" + token));
    }

    private static int errcode(HttpResponse<String> answer) {
        return errcode(json(answer));
    }

    private static int errcode(JsonNode answer) {
        return answer.path("errcode").asInt();
    }

    private static void forward(long seconds) {
        wechat.clock().forward(Duration.ofSeconds(seconds));
    }
}
