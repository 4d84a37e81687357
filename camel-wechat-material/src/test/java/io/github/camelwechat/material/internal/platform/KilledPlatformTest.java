package io.github.camelwechat.material.internal.platform;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.time.Duration;

import io.github.camelwechat.material.error.WechatApiException;
import io.github.camelwechat.simulator.fault.Gate;
import io.github.camelwechat.simulator.platform.Redirect;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import static io.github.camelwechat.material.internal.platform.OpenPlatform.AUTHORIZER_TOKEN;
import static io.github.camelwechat.material.internal.platform.OpenPlatform.COMPONENT_TOKEN;
import static io.github.camelwechat.material.internal.platform.OpenPlatform.INFO;
import static io.github.camelwechat.material.internal.platform.OpenPlatform.OTHER_SHOP;
import static io.github.camelwechat.material.internal.platform.OpenPlatform.QUERY_AUTH;
import static io.github.camelwechat.material.internal.platform.OpenPlatform.SHOP;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

/** What the next process makes of the store of one that was killed: both accounts go on, or stay withdrawn. */
@Timeout(120)
class KilledPlatformTest {

    private static final String NEVER = "never";
    private static final String MERCHANT = "merchant/" + SHOP;
    private static final Duration AT_ONCE = Duration.ofMillis(100);

    private final OpenPlatform wechat = new OpenPlatform();
    private final HttpClient http = HttpClient.newHttpClient();
    @TempDir
    private Path folder;
    private String store;
    private PushEvent.Authorized authorized;

    @BeforeEach
    void authorizeBoth() {
        store = "file:" + folder.resolve("store");
        wechat.reopen(store);
        wechat.takeTicket();
        wechat.authorize(OTHER_SHOP);
        wechat.token(OTHER_SHOP);
        wechat.forward(Duration.ofSeconds(1));
        Redirect redirect = wechat.console().merchants().authorize(SHOP);
        authorized = wechat.authorized(SHOP, redirect);
    }

    @AfterEach
    void close() {
        wechat.close();
    }

    /** Kills another process that has redeemed the code of the account, where it takes what comes at a later time. */
    private void killLater(String point) throws Exception {
        try (PlatformProcess first = started(NEVER)) {
            first.take(authorized);
            assertWorks(SHOP, first.token(SHOP));
            first.kill();
        }
        wechat.forward(Duration.ofHours(2));
        wechat.wechat.switches().platform().refreshTokenChangesOnRenewal(true);
        try (PlatformProcess second = started(point)) {
            assertThat(second.take(ticket())).isEqualTo("component_verify_ticket");
            second.beginToken(SHOP);
            second.awaitPoint();
            second.kill();
        }
    }

    private PushEvent.Ticket ticket() {
        wechat.console().tickets().push();
        return new PushEvent.Ticket(wechat.now(), wechat.console().tickets().newest());
    }

    private PlatformProcess started(String point) throws IOException {
        wechat.platform().close();
        return new PlatformProcess(wechat, store, point);
    }

    private void killAtEvent(String point) throws Exception {
        try (PlatformProcess process = started(point)) {
            assertThat(process.take(authorized)).isIn("reached", "authorized");
            process.kill();
        }
    }

    private void assertBothWork() throws Exception {
        assertWorks(SHOP, wechat.token(SHOP));
        assertWorks(OTHER_SHOP, wechat.token(OTHER_SHOP));
    }

    /** Uses a token as the upload does. */
    private void assertWorks(String appId, String token) throws Exception {
        HttpResponse<String> answer = http.send(
                HttpRequest
                        .newBuilder(
                                URI.create(wechat.wechat.url() + "/cgi-bin/material/get_materialcount?access_token=" + token))
                        .build(),
                HttpResponse.BodyHandlers.ofString());
        assertThat(answer.body()).as(appId).contains("image_count");
    }

    private void assertWithdrawnAtOnce() {
        int calls = wechat.wechat.journal().entries().size();
        // the first failure loads classes
        wechat.failure(SHOP);
        long begun = System.nanoTime();
        assertThat(wechat.failure(SHOP)).isInstanceOfSatisfying(
                WechatApiException.class, failure -> assertThat(failure.getErrcode()).isEqualTo(61003));
        assertThat(Duration.ofNanos(System.nanoTime() - begun)).isLessThan(AT_ONCE);
        assertThat(wechat.wechat.journal().entries()).hasSize(calls);
    }

    @Test
    void eventThatWasNotStoredIsRepeated() throws Exception {
        killAtEvent("before-1-" + MERCHANT);
        wechat.reopen(store);
        assertThat(wechat.platform().isAuthorized(SHOP)).isFalse();

        OpenPlatform.await(wechat.platform().accept(authorized));

        assertBothWork();
        assertThat(wechat.calls(QUERY_AUTH)).isEqualTo(2);
    }

    @Test
    void storedEventGoesOnThoughNobodyWasTold() throws Exception {
        killAtEvent("after-1-" + MERCHANT);
        wechat.reopen(store);
        await().until(() -> wechat.calls(QUERY_AUTH) == 2);

        OpenPlatform.await(wechat.platform().accept(authorized));

        assertBothWork();
        assertThat(wechat.calls(QUERY_AUTH)).as("the repetition is the same").isEqualTo(2);
    }

    @Test
    void redeemedCodeWhoseTokensWereNotStoredIsNoLoss() throws Exception {
        try (PlatformProcess process = started("before-2-" + MERCHANT)) {
            process.take(authorized);
            process.awaitPoint();
            process.kill();
        }
        assertThat(wechat.console().merchants().of(SHOP).refreshToken()).as("the code is used").isNotNull();
        wechat.reopen(store);

        assertBothWork();
        assertThat(wechat.calls(INFO)).isOne();
        wechat.forward(Duration.ofHours(2));
        wechat.takeTicket();
        assertBothWork();
        assertThat(wechat.calls(INFO)).isOne();
    }

    @Test
    void storedTokensOfACodeAreUsed() throws Exception {
        try (PlatformProcess process = started("after-2-" + MERCHANT)) {
            process.take(authorized);
            process.awaitPoint();
            process.kill();
        }
        wechat.reopen(store);

        assertBothWork();
        assertThat(wechat.calls(INFO)).isZero();
    }

    @ParameterizedTest
    @ValueSource(booleans = { true, false })
    void refreshTokenThatWasNotStoredIsNoLoss(boolean inGrace) throws Exception {
        killLater("before-1-" + MERCHANT);
        if (!inGrace) {
            wechat.console().merchants().changeRefreshToken(SHOP, Duration.ZERO);
        }
        wechat.reopen(store);

        assertBothWork();
        assertThat(wechat.calls(INFO)).isEqualTo(inGrace ? 0 : 1);
    }

    @Test
    void storedRefreshTokenIsUsed() throws Exception {
        killLater("after-1-" + MERCHANT);
        wechat.forward(Duration.ofMinutes(10));
        wechat.reopen(store);

        assertBothWork();
        assertThat(wechat.calls(INFO)).isZero();
    }

    @ParameterizedTest
    @ValueSource(strings = { "before", "after" })
    void ticketIsTheOldOrTheNewOne(String point) throws Exception {
        wechat.forward(Duration.ofMinutes(10));
        try (PlatformProcess process = started(point + "-1-ticket")) {
            assertThat(process.take(ticket())).isEqualTo("reached");
            process.kill();
        }
        wechat.reopen(store);
        OpenPlatform.await(wechat.platform().accept(authorized));

        assertBothWork();
    }

    @Test
    void tokenOfThePlatformIsAskedForAgain() throws Exception {
        try (PlatformProcess process = started(NEVER); Gate answers = wechat.wechat.faults().hold(COMPONENT_TOKEN)) {
            process.take(authorized);
            await().until(() -> answers.held() == 1);
            process.kill();
        }
        wechat.reopen(store);

        assertBothWork();
        assertThat(wechat.calls(COMPONENT_TOKEN)).isEqualTo(3);
    }

    @ParameterizedTest
    @ValueSource(booleans = { true, false })
    void withdrawalStaysThoughATokenWasUnderWay(boolean killedBeforeTheAnswer) throws Exception {
        wechat.console().merchants().of(SHOP);
        try (PlatformProcess first = started(NEVER)) {
            first.take(authorized);
            assertWorks(SHOP, first.token(SHOP));
            first.kill();
        }
        wechat.forward(Duration.ofHours(2));
        try (PlatformProcess process = started(NEVER)) {
            process.take(ticket());
            try (Gate answers = wechat.wechat.faults().hold(AUTHORIZER_TOKEN)) {
                process.beginToken(SHOP);
                await().until(() -> answers.held() == 1);
                wechat.forward(Duration.ofSeconds(1));
                wechat.console().merchants().withdraw(SHOP);
                assertThat(process.take(new PushEvent.Unauthorized(wechat.now(), SHOP))).isEqualTo("unauthorized");
                if (killedBeforeTheAnswer) {
                    process.kill();
                }
            }
            assertThat(killedBeforeTheAnswer || process.token(SHOP).contains("61003")).isTrue();
            process.kill();
        }
        wechat.reopen(store);

        assertWithdrawnAtOnce();
        assertWorks(OTHER_SHOP, wechat.token(OTHER_SHOP));
    }

    @ParameterizedTest
    @ValueSource(strings = { "before", "after" })
    void withdrawalIsStoredOrRepeated(String point) throws Exception {
        wechat.forward(Duration.ofSeconds(1));
        wechat.console().merchants().withdraw(SHOP);
        PushEvent.Unauthorized event = new PushEvent.Unauthorized(wechat.now(), SHOP);
        try (PlatformProcess process = started(point + "-1-" + MERCHANT)) {
            assertThat(process.take(event)).isEqualTo("reached");
            process.kill();
        }
        wechat.reopen(store);
        OpenPlatform.await(wechat.platform().accept(event));

        assertWithdrawnAtOnce();
        assertWorks(OTHER_SHOP, wechat.token(OTHER_SHOP));
    }
}
