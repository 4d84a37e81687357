package io.github.camelwechat.material.internal.token;

import java.net.URI;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import java.util.concurrent.TimeUnit;

import io.github.camelwechat.material.error.NotSentException;
import io.github.camelwechat.material.error.WechatApiException;
import io.github.camelwechat.material.error.WechatMaterialException;
import io.github.camelwechat.material.internal.transport.AccountSettings;
import io.github.camelwechat.material.internal.transport.Credentials;
import io.github.camelwechat.material.internal.transport.Credentials.TokenInterface;
import io.github.camelwechat.material.internal.transport.FileReaders;
import io.github.camelwechat.material.internal.transport.HttpEngine;
import io.github.camelwechat.material.internal.transport.TransportSettings;
import io.github.camelwechat.material.internal.transport.WechatApi;
import io.github.camelwechat.simulator.WechatSimulator;
import io.github.camelwechat.simulator.fault.Fault;
import io.github.camelwechat.simulator.fault.Gate;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;
import static org.awaitility.Awaitility.await;

/** The cache of tokens by the simulator's clock, which both sides share and which stands still between two steps. */
class AccessTokensTest {

    private static final String PATH = "/cgi-bin/stable_token";
    private static final String CLASSIC_PATH = "/cgi-bin/token";
    private static final Duration PATIENCE = Duration.ofSeconds(20);

    private final ScheduledExecutorService timer = Executors.newSingleThreadScheduledExecutor();
    private final HttpEngine engine = HttpEngine.start(
            TransportSettings.direct(), Runnable::run, new FileReaders(Runnable::run, System::nanoTime));
    private final WechatSimulator wechat = WechatSimulator.builder().app("wxdemo", "s")
            .clock(Clock.fixed(Instant.parse("2026-11-23T00:00:00Z"), ZoneOffset.UTC)).start();
    private AccessTokens tokens;

    @BeforeEach
    void ofTheRightSecret() {
        tokens = tokens("s");
    }

    @AfterEach
    void close() {
        wechat.close();
        engine.close();
        timer.shutdownNow();
    }

    private AccessTokens tokens(String secret) {
        return tokens(secret, TokenInterface.STABLE);
    }

    private AccessTokens tokens(String secret, TokenInterface source) {
        return tokens(secret, source, timer);
    }

    private AccessTokens tokens(String secret, TokenInterface source, ScheduledExecutorService timer) {
        Duration minute = Duration.ofMinutes(1);
        AccountSettings settings = new AccountSettings(
                new Credentials.AppSecret("wxdemo", secret, source), URI.create(wechat.url()), 64,
                TransportSettings.direct(), minute, minute, minute);
        return AccessTokens.of(settings, new WechatApi(engine, settings), timer, wechat.clock());
    }

    private static AccessToken of(CompletableFuture<AccessToken> token) throws Exception {
        return token.get(20, TimeUnit.SECONDS);
    }

    private <T extends WechatMaterialException> T failure(AccessTokens of, Class<T> type) {
        ExecutionException failed = catchThrowableOfType(ExecutionException.class, () -> of(of.get()));
        assertThat(failed).hasCauseInstanceOf(type);
        return type.cast(failed.getCause());
    }

    private int calls() {
        return wechat.journal().count(PATH);
    }

    @Test
    void noAnswerWithinTenSecondsIsNotSent() {
        List<Duration> limits = new CopyOnWriteArrayList<>();
        ScheduledExecutorService hurrying = new ScheduledThreadPoolExecutor(1) {
            @Override
            public ScheduledFuture<?> schedule(Runnable task, long delay, TimeUnit unit) {
                limits.add(Duration.of(delay, unit.toChronoUnit()));
                return super.schedule(task, 1, TimeUnit.MILLISECONDS);
            }
        };
        wechat.faults().hold(PATH);

        try {
            assertThat(failure(tokens("s", TokenInterface.STABLE, hurrying), NotSentException.class))
                    .hasMessage("No access token: getStableAccessToken: no answer within 10 seconds");
        } finally {
            hurrying.shutdownNow();
        }
        assertThat(limits).containsExactly(Duration.ofSeconds(10));
    }

    @Test
    void aTokenThatCannotEvenBeAskedForIsNotSentAndAskedForAgain() {
        ScheduledExecutorService stopped = Executors.newSingleThreadScheduledExecutor();
        stopped.shutdownNow();
        AccessTokens stopping = tokens("s", TokenInterface.STABLE, stopped);

        for (int i = 0; i < 2; i++) {
            assertThat(failure(stopping, NotSentException.class)).hasCauseInstanceOf(RejectedExecutionException.class);
        }
    }

    @Test
    void oneCallServesForAlmostTwoHours() throws Exception {
        AccessToken first = of(tokens.get());
        wechat.clock().forward(Duration.ofSeconds(7200 - 240 - 1));

        assertThat(of(tokens.get())).isSameAs(first);
        assertThat(calls()).isEqualTo(1);
    }

    @Test
    void aRenewalIsAskedForAheadOfTheEndWhileTheOldTokenStillServes() throws Exception {
        AccessToken first = of(tokens.get());
        wechat.clock().forward(Duration.ofMinutes(116));
        Gate gate = wechat.faults().hold(PATH);

        for (int i = 0; i < 20; i++) {
            CompletableFuture<AccessToken> served = tokens.get();
            assertThat(served).as("nobody waits for the renewal").isCompletedWithValue(first);
        }
        gate.awaitHeld(1, PATIENCE);
        gate.open();
        await().atMost(PATIENCE).until(() -> !of(tokens.get()).value().equals(first.value()));

        assertThat(calls()).isEqualTo(2);
        assertThat(wechat.tokens().valid("wxdemo")).as("the old one was not forced out").contains(first.value());
    }

    @Test
    void soIsOneOfTheClassicInterfaceWhoseOldTokenLivesOnForFiveMinutes() throws Exception {
        AccessTokens classic = tokens("s", TokenInterface.CLASSIC);
        AccessToken first = of(classic.get());
        wechat.clock().forward(Duration.ofSeconds(7200 - 240 - 1));
        assertThat(of(classic.get())).isSameAs(first);
        assertThat(wechat.journal().count(CLASSIC_PATH)).isEqualTo(1);

        wechat.clock().forward(Duration.ofSeconds(1));
        assertThat(of(classic.get())).isSameAs(first);
        await().atMost(PATIENCE).until(() -> !of(classic.get()).value().equals(first.value()));

        assertThat(wechat.journal().count(CLASSIC_PATH)).isEqualTo(2);
        assertThat(wechat.tokens().valid("wxdemo")).contains(first.value());
        assertThat(calls()).as("the stable interface was left alone").isZero();
    }

    @Test
    void aRenewalThatFailsIsNoHarmWhileTheOldTokenServes() throws Exception {
        AccessToken first = of(tokens.get());
        wechat.clock().forward(Duration.ofMinutes(116));
        wechat.faults().next(PATH, Fault.status(502));
        assertThat(of(tokens.get())).isSameAs(first);
        wechat.journal().awaitEntries(PATH, 2, PATIENCE);

        assertThat(of(tokens.get())).isSameAs(first);
        assertThat(calls()).as("not at every upload").isEqualTo(2);
        wechat.clock().forward(AccessTokens.RENEWAL_PAUSE);
        await().atMost(PATIENCE).until(() -> !of(tokens.get()).value().equals(first.value()));
    }

    @Test
    void aTokenPastItsEndDoesNotServe() throws Exception {
        AccessToken first = of(tokens.get());
        wechat.clock().forward(Duration.ofSeconds(7200 - 5));

        assertThat(of(tokens.get()).value()).isNotEqualTo(first.value());
    }

    @Test
    void aRefusedSecretIsBelievedForThirtySecondsThenAskedForAgain() {
        AccessTokens wrong = tokens("wrong");
        assertThat(failure(wrong, WechatApiException.class).getErrcode()).isEqualTo(40125);
        wechat.clock().forward(Duration.ofSeconds(29));
        assertThat(failure(wrong, WechatApiException.class).getErrcode()).isEqualTo(40125);
        assertThat(calls()).isEqualTo(1);

        wechat.clock().forward(Duration.ofSeconds(1));
        assertThat(failure(wrong, WechatApiException.class).getErrcode()).isEqualTo(40125);
        assertThat(calls()).isEqualTo(2);
    }

    @Test
    void soIsARefusedAddressWhichMayBeAllowedMeanwhile() throws Exception {
        wechat.faults().next(PATH, Fault.errcode(40164));
        WechatApiException first = failure(tokens, WechatApiException.class);
        WechatApiException second = failure(tokens, WechatApiException.class);
        assertThat(first).isNotSameAs(second).hasMessageContaining("Add 127.0.0.1 to the IP white list");
        assertThat(second).hasMessage(first.getMessage());

        wechat.clock().forward(Duration.ofSeconds(30));
        assertThat(of(tokens.get()).value()).isNotEmpty();
        assertThat(calls()).isEqualTo(2);
    }

    @Test
    void aLostAnswerIsNotSentForTheUploadAndIsAskedForAgainAtOnce() throws Exception {
        wechat.faults().next(PATH, Fault.answerLost());
        failure(tokens, NotSentException.class);

        assertThat(of(tokens.get()).value()).isNotEmpty();
    }

    @Test
    void aTokenIsDroppedByValueSoALateRefusalDropsNoNewerOne() throws Exception {
        AccessToken old = of(tokens.get());
        wechat.tokens().displace("wxdemo");
        WechatApiException refused = new WechatApiException("addMaterial", 40001, "invalid credential", null);
        AccessToken newer = of(tokens.getOther(old, refused));

        assertThat(newer.value()).isNotEqualTo(old.value());
        assertThat(of(tokens.getOther(old, refused))).isSameAs(newer);
        assertThat(calls()).isEqualTo(2);
    }

    @Test
    void aSourceThatInsistsOnARefusedTokenIsNotAskedAgainForThirtySeconds() throws Exception {
        AccessToken token = of(tokens.get());
        WechatApiException refused = new WechatApiException("addMaterial", 40001, "invalid credential", null);
        for (int i = 0; i < 10; i++) {
            assertThat(tokens.getOther(token, refused)).failsWithin(PATIENCE).withThrowableThat().withCause(refused);
        }
        assertThat(calls()).isEqualTo(2);

        wechat.clock().forward(Duration.ofSeconds(30));
        assertThat(tokens.getOther(token, refused)).failsWithin(PATIENCE);
        assertThat(calls()).isEqualTo(3);
    }
}
