package io.github.camelwechat.material.internal.platform;

import java.time.Duration;

import io.github.camelwechat.material.error.WechatApiException;
import io.github.camelwechat.material.error.WechatMaterialException;
import io.github.camelwechat.material.internal.call.Call;
import io.github.camelwechat.material.internal.call.WechatInterface;
import io.github.camelwechat.material.result.AuthorizationInfo;
import io.github.camelwechat.material.result.AuthorizerPage;
import io.github.camelwechat.simulator.fault.Fault;
import io.github.camelwechat.simulator.fault.Gate;
import io.github.camelwechat.simulator.platform.Redirect;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import static io.github.camelwechat.material.internal.platform.OpenPlatform.AUTHORIZER_TOKEN;
import static io.github.camelwechat.material.internal.platform.OpenPlatform.INFO;
import static io.github.camelwechat.material.internal.platform.OpenPlatform.LIST;
import static io.github.camelwechat.material.internal.platform.OpenPlatform.OTHER_SHOP;
import static io.github.camelwechat.material.internal.platform.OpenPlatform.QUERY_AUTH;
import static io.github.camelwechat.material.internal.platform.OpenPlatform.SHOP;
import static io.github.camelwechat.material.internal.platform.OpenPlatform.SHOPS;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

/** Answers that come after an event, codes that wait for their turn, and what must become of neither. */
class LateAnswerTest {

    private static final Fault BUSY = Fault.errcode(-1);

    private final OpenPlatform wechat = new OpenPlatform();

    @BeforeEach
    void takeTicket() {
        wechat.takeTicket();
    }

    @AfterEach
    void close() {
        wechat.close();
    }

    private void awaitRedeemed(String appId) {
        await().until(() -> wechat.console().merchants().of(appId).refreshToken() != null);
        wechat.token(appId);
    }

    private static int errcode(WechatMaterialException failure) {
        assertThat(failure).isInstanceOf(WechatApiException.class);
        return ((WechatApiException) failure).getErrcode();
    }

    @Test
    void codeIsRedeemedThoughEventsOfOneSecondHaveNoOrder() {
        OpenPlatform.await(wechat.platform().accept(
                new PushEvent.Unauthorized(wechat.now().plusSeconds(1), SHOP)));

        wechat.authorize(SHOP);

        awaitRedeemed(SHOP);
        assertThat(wechat.platform().isAuthorized(SHOP)).isTrue();
    }

    @Test
    void codeOutlivesAQuestionAboutItsAccount() {
        wechat.wechat.faults().next(QUERY_AUTH, 1, BUSY);
        wechat.authorize(SHOP);
        await().until(() -> wechat.calls(QUERY_AUTH) == 1);

        OpenPlatform.await(wechat.platform().getAuthorizerInfo(SHOP));
        OpenPlatform.await(wechat.platform().getAuthorizerList(0, 500));
        wechat.forward(Duration.ofMinutes(10));
        wechat.takeTicket();

        awaitRedeemed(SHOP);
        assertThat(wechat.calls(AUTHORIZER_TOKEN)).isZero();
    }

    @Test
    void codeOutlivesTheRefusalOfAnEarlierRefreshToken() {
        wechat.authorize(SHOP);
        awaitRedeemed(SHOP);
        // this push is lost
        wechat.console().merchants().withdraw(SHOP);
        wechat.forward(Duration.ofHours(2));
        wechat.takeTicket();
        wechat.wechat.faults().always(QUERY_AUTH, BUSY);
        wechat.authorize(SHOP);
        assertThat(errcode(wechat.failure(SHOP))).isEqualTo(61023);
        wechat.wechat.faults().clear();

        wechat.forward(Duration.ofMinutes(10));
        wechat.takeTicket();

        awaitRedeemed(SHOP);
    }

    @Test
    void codeThatWasRedeemedTooLateDoesNotUndoAWithdrawal() {
        wechat.forward(Duration.ofSeconds(1));
        Redirect redirect = wechat.console().merchants().authorize(SHOP);
        Call<AuthorizationInfo> late;
        try (Gate answers = wechat.wechat.faults().hold(QUERY_AUTH)) {
            late = wechat.platform().queryAuth(redirect.authCode());
            await().until(() -> answers.held() == 1);
            wechat.withdraw(SHOP);
        }
        OpenPlatform.await(late);

        assertThat(wechat.platform().isAuthorized(SHOP)).isFalse();
        assertThat(errcode(wechat.failure(SHOP))).isEqualTo(61003);
    }

    @Test
    void codeIsUsedByCallerWhileItsEventComes() {
        wechat.forward(Duration.ofSeconds(1));
        Redirect redirect = wechat.console().merchants().authorize(SHOP);
        Call<AuthorizationInfo> late;
        try (Gate answers = wechat.wechat.faults().hold(QUERY_AUTH)) {
            late = wechat.platform().queryAuth(redirect.authCode());
            await().until(() -> answers.held() == 1);
            OpenPlatform.await(wechat.platform().accept(wechat.authorized(SHOP, redirect)));
        }
        OpenPlatform.await(late);

        awaitRedeemed(SHOP);
        assertThat(wechat.platform().isAuthorized(SHOP)).isTrue();
    }

    @Test
    void lateListDoesNotBringBackAnEarlierAuthorization() {
        wechat.authorize(SHOP);
        awaitRedeemed(SHOP);
        Call<AuthorizerPage> late;
        try (Gate answers = wechat.wechat.faults().hold(LIST)) {
            late = wechat.platform().getAuthorizerList(0, 500);
            await().until(() -> answers.held() == 1);
            wechat.withdraw(SHOP);
            wechat.wechat.faults().next(QUERY_AUTH, 1, BUSY);
            wechat.authorize(SHOP);
            await().until(() -> wechat.calls(QUERY_AUTH) == 2);
        }
        OpenPlatform.await(late);
        wechat.forward(Duration.ofMinutes(10));
        wechat.takeTicket();

        awaitRedeemed(SHOP);
        assertThat(wechat.calls(AUTHORIZER_TOKEN)).isZero();
    }

    @Test
    void authorizationEndsTheRefusalOfAnUnknownAccountAtOnce() {
        assertThat(errcode(wechat.failure(OTHER_SHOP))).isEqualTo(61003);
        try (Gate answers = wechat.wechat.faults().hold(QUERY_AUTH)) {
            SHOPS.subList(0, 4).forEach(wechat::authorize);
            await().until(() -> answers.held() == 4);
            wechat.authorize(OTHER_SHOP);
            Call<?> token = wechat.platform().tokens(OTHER_SHOP).get(WechatInterface.ADD_MATERIAL);
            await().until(() -> answers.held() == 5);
            assertThat(token.isEnded()).isFalse();
        }
        wechat.token(OTHER_SHOP);
    }

    @Test
    void accountWithoutRefreshTokenCostsFewCalls() {
        wechat.forward(Duration.ofSeconds(1));
        Redirect redirect = wechat.console().merchants().authorize(SHOP);
        wechat.forward(Duration.ofHours(2));
        wechat.takeTicket();
        OpenPlatform.await(wechat.platform().accept(wechat.authorized(SHOP, redirect)));

        for (int upload = 0; upload < 10; upload++) {
            assertThat(errcode(wechat.failure(SHOP))).isEqualTo(61023);
            wechat.forward(Duration.ofSeconds(40));
        }
        assertThat(wechat.calls(QUERY_AUTH)).isOne();
        assertThat(wechat.calls(INFO)).isLessThanOrEqualTo(2);
    }
}
