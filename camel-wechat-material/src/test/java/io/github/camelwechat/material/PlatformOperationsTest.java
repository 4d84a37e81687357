package io.github.camelwechat.material;

import java.time.Duration;
import java.util.List;
import java.util.Map;

import io.github.camelwechat.material.error.NotSentException;
import io.github.camelwechat.material.error.WechatApiException;
import io.github.camelwechat.material.error.WechatMaterialException;
import io.github.camelwechat.material.result.AuthorizationInfo;
import io.github.camelwechat.material.result.AuthorizerInfo;
import io.github.camelwechat.material.result.AuthorizerPage;
import io.github.camelwechat.material.result.PreAuthCode;
import io.github.camelwechat.simulator.fault.Gate;
import io.github.camelwechat.simulator.platform.Merchant;
import io.github.camelwechat.simulator.platform.Platform;
import io.github.camelwechat.simulator.platform.Redirect;
import io.github.camelwechat.simulator.push.Push;
import org.apache.camel.AsyncProducer;
import org.apache.camel.Exchange;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

/** What a platform does besides material, with the simulator as WeChat on both ends. */
class PlatformOperationsTest {

    private static final String URI = "wechat-material-platform:my-platform";
    private static final String LIST = "/cgi-bin/component/api_get_authorizer_list";
    private static final Duration PATIENCE = Duration.ofSeconds(30);

    @RegisterExtension
    final Wechat wechat = new Wechat();

    private Platform console;
    private PushServer pushes;

    @BeforeEach
    void platform() throws Exception {
        wechat.platform("my-platform");
        pushes = new PushServer(wechat.context(), URI);
        console = wechat.simulator().platform(Wechat.PLATFORM_APP).messageToken(Wechat.PLATFORM_TOKEN)
                .encodingAesKey(Wechat.SECRET_KEY).callbackUrl(pushes.url());
    }

    @AfterEach
    void close() {
        pushes.close();
    }

    private Exchange call(String operation, Map<String, Object> headers) {
        return wechat.upload(URI + "?operation=" + operation, "body", headers);
    }

    private <T> T result(Class<T> type, String operation, Map<String, Object> headers) {
        Exchange exchange = call(operation, headers);
        assertThat(exchange.getException()).isNull();
        Object body = exchange.getMessage().getBody();
        assertThat(body).isInstanceOf(type);
        assertThat(body + exchange.getMessage().getBody(String.class) + exchange.getMessage().getHeaders())
                .doesNotContain(secrets());
        return type.cast(body);
    }

    private List<String> secrets() {
        return List.of(
                Wechat.PLATFORM_SECRET, Wechat.PLATFORM_TOKEN, Wechat.SECRET_KEY, "ticket@@@", "refreshtoken@@@",
                "queryauthcode@@@");
    }

    private static void assertDelivered(Push push) throws InterruptedException {
        assertThat(push.awaitEnd(PATIENCE)).isEqualTo(Push.State.DELIVERED);
        assertThat(push.attempts()).hasSize(1);
    }

    @Test
    void addressIsChecked() throws Exception {
        assertDelivered(console.pushes().checkUrl());
    }

    @Test
    void ticketIsPushedOnRequestAndTaken() throws Exception {
        Exchange exchange = call("startPushTicket", Map.of("X-Own", "stays"));

        assertThat(exchange.getException()).isNull();
        assertThat(exchange.getMessage().getBody()).isEqualTo("body");
        assertThat(exchange.getMessage().getHeader("X-Own")).isEqualTo("stays");
        await().atMost(PATIENCE).until(() -> !console.pushes().all().isEmpty());
        assertDelivered(console.pushes().all().get(0));
    }

    @Test
    void linksCarryTheOptionsAndServeOnce() throws Exception {
        assertDelivered(console.tickets().push());

        PreAuthCode code = result(
                PreAuthCode.class, "createPreAuthCode&redirectUri=RAW(https://example.com/done?a=b)", Map.of());

        assertThat(code.expiresIn()).isPositive();
        assertThat(code.link()).contains("redirect_uri=https%3A%2F%2Fexample.com%2Fdone%3Fa%3Db", "auth_type=1");
        assertThat(code.mobileLink()).contains("redirect_uri=https%3A%2F%2Fexample.com%2Fdone%3Fa%3Db");
        PreAuthCode forOne = result(
                PreAuthCode.class, "createPreAuthCode&bizAppId=wxshop&redirectUri=https://example.com/", Map.of());
        assertThat(forOne.link()).contains("biz_appid=wxshop");
    }

    @Test
    void pushedAuthorizationIsRedeemedWithoutFurtherAdo() throws Exception {
        assertDelivered(console.tickets().push());
        assertDelivered(console.merchants().authorize(Wechat.APP).push());

        await().atMost(PATIENCE).untilAsserted(
                () -> assertThat(console.merchants().of(Wechat.APP)).extracting(Merchant::refreshToken).isNotNull());
        AuthorizerInfo info = result(
                AuthorizerInfo.class, "getAuthorizerInfo", Map.of(WechatMaterialPlatformConstants.MERCHANT, Wechat.APP));
        assertThat(info.authorizerAppid()).isEqualTo(Wechat.APP);
        assertThat(info.permissionSets()).contains(11);
        AuthorizerPage page = result(AuthorizerPage.class, "getAuthorizerList", Map.of());
        assertThat(page.totalCount()).isEqualTo(1);
        assertThat(page.list()).extracting(AuthorizerPage.Authorizer::authorizerAppid).containsExactly(Wechat.APP);
        assertThat(result(
                AuthorizerPage.class, "getAuthorizerList",
                Map.of(WechatMaterialPlatformConstants.OFFSET, 1, WechatMaterialPlatformConstants.COUNT, "10")).list())
                .isEmpty();
    }

    @Test
    void codeOfTheRedirectIsRedeemedAndRemoved() throws Exception {
        assertDelivered(console.tickets().push());
        console.callbackUrl(null);
        Redirect redirect = console.merchants().authorize(Wechat.OTHER_APP);
        Map<String, Object> code = Map.of(WechatMaterialPlatformConstants.AUTH_CODE, redirect.authCode());

        Exchange exchange = call("queryAuth", code);

        assertThat(exchange.getException()).isNull();
        assertThat(exchange.getMessage().getHeaders()).isEmpty();
        assertThat(exchange.getMessage().getBody(AuthorizationInfo.class).authorizerAppid()).isEqualTo(Wechat.OTHER_APP);
        assertThat(wechat.upload(
                "wechat-material:" + Wechat.OTHER_APP + "?platform=my-platform", Samples.png(), Map.of()).getException())
                .isNull();
        Exchange again = call("queryAuth", code);
        assertThat(again.getException()).isInstanceOf(WechatMaterialException.class);
        assertThat(again.getException().getMessage()).doesNotContain(redirect.authCode());
        assertThat(again.getMessage().getHeaders()).isEqualTo(code);
    }

    @Test
    void refusalOfWechatIsItsCode() throws Exception {
        assertDelivered(console.tickets().push());

        Exchange exchange = call("getAuthorizerInfo", Map.of(WechatMaterialPlatformConstants.MERCHANT, Wechat.APP));

        assertThat(exchange.getException()).isInstanceOfSatisfying(
                WechatApiException.class, e -> assertThat(e.getErrcode()).isEqualTo(61003));
    }

    @ParameterizedTest
    @ValueSource(strings = { "createPreAuthCode&redirectUri=https://example.com/", "getAuthorizerList" })
    void withoutATicketNothingIsSent(String operation) {
        Exchange exchange = call(operation, Map.of());

        assertThat(exchange.getException()).isInstanceOf(NotSentException.class);
        assertThat(wechat.simulator().journal().entries()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = { "receive", "addMaterial", "queryAuth" })
    void headerSelectsNoOperation(String operation) throws Exception {
        assertDelivered(console.tickets().push());

        assertThat(result(AuthorizerPage.class, "getAuthorizerList", Map.of(WechatMaterialConstants.OPERATION, operation))
                .totalCount()).isZero();
    }

    @Test
    void stopEndsWhatIsUnderWay() throws Exception {
        assertDelivered(console.tickets().push());
        Gate gate = wechat.simulator().faults().hold(LIST);
        AsyncProducer producer = wechat.context().getEndpoint(URI + "?operation=getAuthorizerList").createAsyncProducer();
        producer.start();
        Wechat.Sent sent = wechat.begin(producer, "body");
        wechat.simulator().journal().awaitInFlight(LIST, 1, PATIENCE);

        wechat.component().runtime().abortInflight();

        assertThat(sent.await().getException()).isInstanceOf(WechatMaterialException.class).hasMessageContaining("stopped");
        assertThat(sent.callbacks()).hasValue(1);
        gate.close();
    }
}
