package io.github.camelwechat.material.internal.platform;

import java.time.Duration;

import io.github.camelwechat.material.error.NotSentException;
import io.github.camelwechat.material.error.WechatMaterialException;
import io.github.camelwechat.material.internal.call.Call;
import io.github.camelwechat.material.internal.store.Stores;
import io.github.camelwechat.simulator.platform.Redirect;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import static io.github.camelwechat.material.internal.platform.OpenPlatform.AUTHORIZER_TOKEN;
import static io.github.camelwechat.material.internal.platform.OpenPlatform.COMPONENT_TOKEN;
import static io.github.camelwechat.material.internal.platform.OpenPlatform.OTHER_SHOP;
import static io.github.camelwechat.material.internal.platform.OpenPlatform.QUERY_AUTH;
import static io.github.camelwechat.material.internal.platform.OpenPlatform.SHOP;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

/** A store whose changes hang or fail: nothing is used that is not stored, and nobody else waits. */
class SlowStoreTest {

    private final OpenPlatform wechat = new OpenPlatform();
    private final TrickyStore store = new TrickyStore(Stores.open("memory"));

    @BeforeEach
    void useStore() {
        wechat.platform().close();
        wechat.reopen(store);
    }

    @AfterEach
    void close() {
        store.goOn();
        wechat.close();
    }

    private void redeemed(String appId) {
        wechat.authorize(appId);
        await().until(() -> wechat.console().merchants().of(appId).refreshToken() != null);
        wechat.token(appId);
    }

    private void expireTokens() {
        wechat.forward(Duration.ofHours(2));
        wechat.takeTicket();
    }

    private static Throwable failureOf(Call<?> call) {
        long begun = System.nanoTime();
        try {
            OpenPlatform.await(call);
            return null;
        } catch (AssertionError e) {
            assertThat(Duration.ofNanos(System.nanoTime() - begun)).isLessThan(Duration.ofMillis(4900));
            return e.getCause();
        }
    }

    @Test
    void pushFailsBeforeWechatStopsWaiting() {
        wechat.takeTicket();
        store.hang();

        assertThat(failureOf(wechat.platform().accept(new PushEvent.Unauthorized(wechat.now(), SHOP))))
                .isInstanceOf(WechatMaterialException.class).hasMessageContaining("Not stored");
    }

    @Test
    void ticketThatIsStoredLateEndsARefusal() {
        OpenPlatform.await(wechat.platform().accept(new PushEvent.Ticket(wechat.now(), "ticket@@@of-nobody")));
        wechat.authorize(SHOP);
        await().until(() -> wechat.calls(COMPONENT_TOKEN) == 1);
        store.hang();
        wechat.forward(Duration.ofSeconds(1));
        wechat.console().tickets().push();
        PushEvent.Ticket ticket = new PushEvent.Ticket(wechat.now(), wechat.console().tickets().newest());
        assertThat(failureOf(wechat.platform().accept(ticket))).isInstanceOf(WechatMaterialException.class);

        store.goOn();
        OpenPlatform.await(wechat.platform().accept(ticket));

        await().until(() -> wechat.calls(QUERY_AUTH) == 1);
        wechat.token(SHOP);
    }

    @Test
    void hangingStoreHoldsUpNoRenewal() {
        wechat.takeTicket();
        redeemed(SHOP);
        redeemed(OTHER_SHOP);
        expireTokens();
        store.hang();
        Call<PushEvent> hanging = wechat.platform().accept(new PushEvent.Unauthorized(wechat.now(), OTHER_SHOP));

        wechat.token(SHOP);

        assertThat(hanging.isEnded()).isFalse();
    }

    @Test
    void fullStoreHoldsUpNoRenewal() {
        wechat.takeTicket();
        redeemed(SHOP);
        expireTokens();
        store.full(true);

        wechat.token(SHOP);
    }

    @Test
    void refreshTokenThatIsNotStoredIsNotUsed() {
        wechat.takeTicket();
        redeemed(SHOP);
        expireTokens();
        wechat.wechat.switches().platform().refreshTokenChangesOnRenewal(true);
        store.full(true);

        assertThat(wechat.failure(SHOP)).isInstanceOf(NotSentException.class).hasMessageContaining("no space left");
        store.full(false);

        wechat.token(SHOP);
        assertThat(wechat.calls(AUTHORIZER_TOKEN)).isEqualTo(2);
    }

    @Test
    void refreshTokenThatIsStoredLateIsUsedThen() {
        wechat.takeTicket();
        redeemed(SHOP);
        expireTokens();
        wechat.wechat.switches().platform().refreshTokenChangesOnRenewal(true);
        store.hang();
        assertThat(wechat.failure(SHOP)).isInstanceOf(NotSentException.class).hasMessageContaining("Not stored");
        store.goOn();
        // beyond the grace of the refresh token before
        expireTokens();

        wechat.token(SHOP);
        assertThat(wechat.calls(AUTHORIZER_TOKEN)).as("no refusal in between").isEqualTo(2);
    }

    @Test
    void codeThatCannotBeStoredIsSentAgain() {
        wechat.takeTicket();
        wechat.forward(Duration.ofSeconds(1));
        Redirect redirect = wechat.console().merchants().authorize(SHOP);
        store.full(true);
        assertThatThrownBy(() -> OpenPlatform.await(wechat.platform().accept(wechat.authorized(SHOP, redirect))))
                .hasCauseInstanceOf(WechatMaterialException.class);
        assertThat(wechat.platform().isAuthorized(SHOP)).isFalse();
        store.full(false);

        OpenPlatform.await(wechat.platform().accept(wechat.authorized(SHOP, redirect)));

        wechat.token(SHOP);
        assertThat(wechat.calls(QUERY_AUTH)).isOne();
    }

    @Test
    void codeThatIsRedeemedButNotStoredIsNoLoss() {
        wechat.takeTicket();
        wechat.forward(Duration.ofSeconds(1));
        Redirect redirect = wechat.console().merchants().authorize(SHOP);
        wechat.wechat.faults().latency(QUERY_AUTH, Duration.ofMillis(300));
        OpenPlatform.await(wechat.platform().accept(wechat.authorized(SHOP, redirect)));
        store.full(true);
        await().until(() -> wechat.console().merchants().of(SHOP).refreshToken() != null);
        assertThat(wechat.failure(SHOP)).hasMessageContaining("no space left");
        store.full(false);

        wechat.token(SHOP);
    }

    @Test
    void withdrawalThatIsNotStoredIsRepeated() {
        wechat.takeTicket();
        redeemed(SHOP);
        wechat.forward(Duration.ofSeconds(1));
        wechat.console().merchants().withdraw(SHOP);
        PushEvent.Unauthorized event = new PushEvent.Unauthorized(wechat.now(), SHOP);
        store.full(true);
        assertThatThrownBy(() -> OpenPlatform.await(wechat.platform().accept(event)))
                .hasCauseInstanceOf(WechatMaterialException.class);
        assertThat(wechat.platform().isAuthorized(SHOP)).as("as after a restart").isTrue();
        store.full(false);
        OpenPlatform.await(wechat.platform().accept(event));

        assertThat(wechat.platform().isAuthorized(SHOP)).isFalse();
    }
}
