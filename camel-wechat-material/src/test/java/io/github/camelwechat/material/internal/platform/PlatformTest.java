package io.github.camelwechat.material.internal.platform;

import java.nio.file.Path;
import java.time.Duration;

import io.github.camelwechat.material.error.NotSentException;
import io.github.camelwechat.material.error.WechatApiException;
import io.github.camelwechat.material.error.WechatMaterialException;
import io.github.camelwechat.material.internal.call.Call;
import io.github.camelwechat.material.internal.call.WechatInterface;
import io.github.camelwechat.material.internal.token.AccessToken;
import io.github.camelwechat.material.result.AuthorizerPage;
import io.github.camelwechat.simulator.fault.Fault;
import io.github.camelwechat.simulator.fault.Gate;
import io.github.camelwechat.simulator.platform.Redirect;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import static io.github.camelwechat.material.internal.platform.OpenPlatform.AUTHORIZER_TOKEN;
import static io.github.camelwechat.material.internal.platform.OpenPlatform.COMPONENT_TOKEN;
import static io.github.camelwechat.material.internal.platform.OpenPlatform.INFO;
import static io.github.camelwechat.material.internal.platform.OpenPlatform.LIST;
import static io.github.camelwechat.material.internal.platform.OpenPlatform.OTHER_SHOP;
import static io.github.camelwechat.material.internal.platform.OpenPlatform.QUERY_AUTH;
import static io.github.camelwechat.material.internal.platform.OpenPlatform.SHOP;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

/** The chain from a ticket to the access token of an account, with what the simulator makes of it. */
class PlatformTest {

    private final OpenPlatform wechat = new OpenPlatform();
    @TempDir
    private Path folder;

    @AfterEach
    void close() {
        wechat.close();
    }

    private void awaitRedeemed(String appId) {
        await().until(() -> wechat.console().merchants().of(appId).refreshToken() != null
                && wechat.calls(QUERY_AUTH) > 0);
    }

    private void redeemed(String appId) {
        wechat.authorize(appId);
        awaitRedeemed(appId);
        wechat.token(appId);
    }

    private static int errcode(WechatMaterialException failure) {
        assertThat(failure).isInstanceOf(WechatApiException.class);
        return ((WechatApiException) failure).getErrcode();
    }

    @Test
    void aCodeIsRedeemedThoughNobodyUploads() {
        wechat.takeTicket();
        wechat.authorize(SHOP);

        awaitRedeemed(SHOP);
        wechat.token(SHOP);

        assertThat(wechat.calls(QUERY_AUTH)).isOne();
        assertThat(wechat.calls(COMPONENT_TOKEN)).isOne();
        assertThat(wechat.calls(AUTHORIZER_TOKEN)).as("its answer has a token").isZero();
        assertThat(wechat.platform().isAuthorized(SHOP)).isTrue();
    }

    @Test
    void aTokenIsRenewedWithTheRefreshToken() {
        wechat.takeTicket();
        redeemed(SHOP);
        String first = wechat.token(SHOP);

        wechat.forward(Duration.ofHours(2));
        wechat.takeTicket();

        assertThat(wechat.token(SHOP)).isNotEqualTo(first);
        assertThat(wechat.calls(AUTHORIZER_TOKEN)).isOne();
        assertThat(wechat.calls(COMPONENT_TOKEN)).isEqualTo(2);
    }

    @Test
    void withoutATicketNothingIsCalled() {
        wechat.authorize(SHOP);

        assertThat(wechat.failure(SHOP)).isInstanceOf(NotSentException.class).hasMessageContaining("startPushTicket")
                .hasMessageStartingWith("No access token: The platform has no component_verify_ticket");
        assertThat(wechat.wechat.journal().entries()).isEmpty();
        assertThat(wechat.platform().status().working()).isFalse();

        wechat.takeTicket();
        awaitRedeemed(SHOP);
        wechat.token(SHOP);
        assertThat(wechat.platform().status().working()).isTrue();
    }

    @Test
    void anOldTicketIsNotGiven() {
        wechat.takeTicket();
        wechat.forward(Duration.ofHours(12));

        assertThat(wechat.failure(SHOP)).isInstanceOf(NotSentException.class).hasMessageContaining("has expired");
        assertThat(wechat.calls(COMPONENT_TOKEN)).isZero();
    }

    @Test
    void aRefusedTicketIsNotGivenAgainAndTheNextOneEndsTheRefusal() {
        OpenPlatform.await(wechat.platform().accept(new PushEvent.Ticket(wechat.now(), "ticket@@@of-nobody")));
        wechat.authorize(SHOP);
        await().until(() -> wechat.calls(COMPONENT_TOKEN) == 1);
        assertThat(errcode(wechat.failure(SHOP))).isEqualTo(61006);
        wechat.forward(Duration.ofMinutes(1));
        assertThat(errcode(wechat.failure(SHOP))).isEqualTo(61006);
        assertThat(wechat.calls(COMPONENT_TOKEN)).isOne();
        assertThat(wechat.platform().status().errcode()).isEqualTo(61006);

        wechat.takeTicket();

        wechat.token(SHOP);
    }

    @Test
    void aTicketThatComesLateChangesNothing() {
        wechat.takeTicket();
        OpenPlatform.await(wechat.platform().accept(
                new PushEvent.Ticket(wechat.now().minusSeconds(1), "ticket@@@of-nobody")));
        redeemed(SHOP);
    }

    @Test
    void aWrongSecretIsNotSentAgainAtOnce() {
        try (OpenPlatform wrong = new OpenPlatform("another-secret-of-24-ch")) {
            wrong.takeTicket();
            wrong.authorize(SHOP);
            assertThat(errcode(wrong.failure(SHOP))).isEqualTo(40125);
            assertThat(errcode(wrong.failure(OTHER_SHOP))).isEqualTo(40125);
            assertThat(wrong.calls(COMPONENT_TOKEN)).isOne();
            assertThat(wrong.platform().status().errcode()).isEqualTo(40125);
        }
    }

    @Test
    void aStaleTokenOfThePlatformIsReplacedAmidACall() {
        wechat.takeTicket();
        redeemed(SHOP);
        wechat.console().componentTokens().expire();
        wechat.console().authorizerTokens().expire(SHOP);
        wechat.forward(Duration.ofHours(2).minusSeconds(5));

        wechat.token(SHOP);
    }

    @Test
    void aWithdrawalEndsAllWithoutACall() {
        wechat.takeTicket();
        redeemed(SHOP);
        wechat.withdraw(SHOP);
        int calls = wechat.wechat.journal().entries().size();

        assertThat(errcode(wechat.failure(SHOP))).isEqualTo(61003);
        wechat.forward(Duration.ofHours(3));
        assertThat(errcode(wechat.failure(SHOP))).isEqualTo(61003);
        assertThat(wechat.wechat.journal().entries()).hasSize(calls);
        assertThat(wechat.platform().isAuthorized(SHOP)).isFalse();

        wechat.takeTicket();
        redeemed(SHOP);
        assertThat(wechat.platform().isAuthorized(SHOP)).isTrue();
    }

    @Test
    void aTokenUnderWayDoesNotUndoAWithdrawal() {
        wechat.takeTicket();
        redeemed(SHOP);
        wechat.forward(Duration.ofHours(2));
        wechat.takeTicket();
        try (Gate answers = wechat.wechat.faults().hold(AUTHORIZER_TOKEN)) {
            Call<AccessToken> waiting = wechat.platform().tokens(SHOP).get(WechatInterface.ADD_MATERIAL);
            await().until(() -> answers.held() == 1);
            wechat.withdraw(SHOP);
            assertThat(waiting.isEnded()).isTrue();
        }
        assertThat(errcode(wechat.failure(SHOP))).isEqualTo(61003);
        assertThat(wechat.platform().isAuthorized(SHOP)).isFalse();
    }

    @Test
    void aChangedRefreshTokenIsAskedFor() {
        wechat.takeTicket();
        redeemed(SHOP);
        wechat.console().merchants().changeRefreshToken(SHOP, Duration.ZERO);
        wechat.forward(Duration.ofHours(2));
        wechat.takeTicket();

        wechat.token(SHOP);

        assertThat(wechat.calls(AUTHORIZER_TOKEN)).isEqualTo(2);
        assertThat(wechat.calls(INFO)).isOne();
        assertThat(wechat.calls(LIST)).isZero();
    }

    @Test
    void anAccountWhoseRefreshTokenIsRefusedAndTheOnlyOneIsLostUntilItAuthorizesAnew() {
        wechat.takeTicket();
        redeemed(SHOP);
        wechat.forward(Duration.ofHours(2));
        wechat.takeTicket();
        wechat.wechat.faults().always(AUTHORIZER_TOKEN, Fault.errcode(61023));

        assertThat(errcode(wechat.failure(SHOP))).isEqualTo(61023);
        wechat.forward(Duration.ofMinutes(9));
        assertThat(errcode(wechat.failure(SHOP))).isEqualTo(61023);
        assertThat(wechat.calls(AUTHORIZER_TOKEN)).isOne();
        assertThat(wechat.calls(INFO)).isOne();
        assertThat(wechat.platform().isAuthorized(SHOP)).isFalse();

        wechat.forward(Duration.ofMinutes(2));
        assertThat(errcode(wechat.failure(SHOP))).isEqualTo(61023);
        assertThat(wechat.calls(AUTHORIZER_TOKEN)).isEqualTo(2);

        wechat.wechat.faults().clear();
        wechat.forward(Duration.ofSeconds(1));
        redeemed(SHOP);
        assertThat(wechat.platform().isAuthorized(SHOP)).isTrue();
    }

    @Test
    void anAccountThatIsNotKnownIsAskedFor() {
        wechat.takeTicket();
        redeemed(SHOP);

        wechat.reopen("memory");
        assertThat(wechat.platform().isAuthorized(SHOP)).isFalse();
        wechat.takeTicket();
        wechat.token(SHOP);

        assertThat(wechat.calls(INFO)).isOne();
        assertThat(wechat.platform().isAuthorized(SHOP)).isTrue();
    }

    @Test
    void anAccountThatHasNeverAuthorizedThePlatformIsRefused() {
        wechat.takeTicket();
        assertThat(errcode(wechat.failure(OTHER_SHOP))).isEqualTo(61003);
        assertThat(errcode(wechat.failure(OTHER_SHOP))).isEqualTo(61003);
        assertThat(wechat.calls(INFO)).isOne();
    }

    @Test
    void theListMakesAllAccountsKnown() {
        wechat.takeTicket();
        redeemed(SHOP);
        redeemed(OTHER_SHOP);
        wechat.reopen("memory");
        wechat.takeTicket();

        AuthorizerPage page = OpenPlatform.await(wechat.platform().getAuthorizerList(0, 500));

        assertThat(page.totalCount()).isEqualTo(2);
        assertThat(page.list()).extracting(AuthorizerPage.Authorizer::authorizerAppid)
                .containsExactlyInAnyOrder(SHOP, OTHER_SHOP);
        assertThat(wechat.platform().isAuthorized(SHOP)).isTrue();
        wechat.token(SHOP);
        assertThat(wechat.calls(INFO)).isZero();
    }

    @Test
    void whatIsPendingIsRedeemedAfterARestart() {
        wechat.reopen("file:" + folder.resolve("store"));
        wechat.authorize(SHOP);
        assertThat(wechat.calls(QUERY_AUTH)).isZero();
        wechat.takeTicket();
        awaitRedeemed(SHOP);
        wechat.token(SHOP);
        wechat.reopen("file:" + folder.resolve("store"));

        wechat.token(SHOP);

        assertThat(wechat.calls(QUERY_AUTH)).isOne();
        assertThat(wechat.calls(AUTHORIZER_TOKEN)).isOne();
    }

    @Test
    void aCodeThatIsUsedAlreadyIsNoObstacle() {
        wechat.takeTicket();
        Redirect redirect = wechat.console().merchants().authorize(SHOP);
        OpenPlatform.await(wechat.platform().queryAuth(redirect.authCode()));
        wechat.token(SHOP);
        OpenPlatform.await(wechat.platform().accept(wechat.authorized(SHOP, redirect)));

        await().until(() -> wechat.calls(INFO) == 1);
        wechat.token(SHOP);
        assertThat(wechat.platform().isAuthorized(SHOP)).isTrue();
    }

    @Test
    void aRepeatedPushChangesNothing() {
        wechat.takeTicket();
        Redirect redirect = wechat.authorize(SHOP);
        awaitRedeemed(SHOP);
        wechat.token(SHOP);

        OpenPlatform.await(wechat.platform().accept(wechat.authorized(SHOP, redirect)));
        wechat.token(SHOP);

        assertThat(wechat.calls(QUERY_AUTH)).isOne();
        assertThat(wechat.calls(INFO)).isZero();
    }

    @Test
    void eventsOfOneSecondAreDecidedByWechat() {
        wechat.takeTicket();
        redeemed(SHOP);
        OpenPlatform.await(wechat.platform().accept(new PushEvent.Unauthorized(wechat.now(), SHOP)));
        await().until(() -> wechat.platform().isAuthorized(SHOP));
        assertThat(wechat.calls(INFO)).isOne();
    }

    @Test
    void anAccountThatWechatSaysHasWithdrawnHasNoTokenAnyMore() {
        wechat.takeTicket();
        redeemed(SHOP);
        wechat.console().merchants().withdraw(SHOP);
        OpenPlatform.await(wechat.platform().accept(new PushEvent.Unauthorized(wechat.now(), SHOP)));
        await().until(() -> wechat.calls(INFO) == 1 && !wechat.platform().isAuthorized(SHOP));

        assertThat(errcode(wechat.failure(SHOP))).isEqualTo(61003);
        assertThat(wechat.calls(AUTHORIZER_TOKEN)).isZero();
    }
}
