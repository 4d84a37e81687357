package io.github.camelwechat.material.internal.token;

import java.net.URI;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Predicate;
import java.util.function.Supplier;

import io.github.camelwechat.material.error.NotSentException;
import io.github.camelwechat.material.error.WechatApiException;
import io.github.camelwechat.material.error.WechatMaterialException;
import io.github.camelwechat.material.internal.call.Call;
import io.github.camelwechat.material.internal.call.CallReporter;
import io.github.camelwechat.material.internal.call.Promise;
import io.github.camelwechat.material.internal.call.WechatInterface;
import io.github.camelwechat.material.internal.transport.Authorization;
import io.github.camelwechat.material.internal.transport.FileReaders;
import io.github.camelwechat.material.internal.transport.HttpEngine;
import io.github.camelwechat.material.internal.transport.TransportSettings;
import io.github.camelwechat.material.internal.transport.WechatApi;
import io.github.camelwechat.simulator.WechatSimulator;
import io.github.camelwechat.simulator.fault.Fault;
import io.github.camelwechat.simulator.fault.Gate;
import org.jspecify.annotations.Nullable;
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
    private final WechatApiException refused
            = new WechatApiException("addMaterial", 40001, "invalid credential", null);
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
        return tokens(new Credentials.StableToken("wxdemo", secret), timer);
    }

    private AccessTokens tokens(Credentials credentials, ScheduledExecutorService timer) {
        Duration minute = Duration.ofMinutes(1);
        WechatApi api = new WechatApi(engine, URI.create(wechat.url()), minute, minute, credentials.secrets());
        return new AccessTokens(
                credentials.tokens(new TokenApi(
                        api, timer, wechat.clock(), new CallReporter(List.of(), "name", System::nanoTime), Runnable::run)),
                wechat.clock());
    }

    private static AccessToken of(Call<AccessToken> token) throws Exception {
        return token.toFuture().get(20, TimeUnit.SECONDS);
    }

    private static Call<AccessToken> get(AccessTokens of) {
        return of.get(WechatInterface.ADD_MATERIAL);
    }

    /** Uses tokens for a call that each of these refuses, and returns those that were used. */
    private Call<List<Authorization>> use(AccessTokens of, Predicate<Authorization> refuses) {
        List<Authorization> used = new CopyOnWriteArrayList<>();
        return of.authorize(WechatInterface.ADD_MATERIAL, authorization -> {
            Authorization one = authorization.get();
            used.add(one);
            return refuses.test(one) ? Call.failed(refused) : Call.of(used);
        });
    }

    private <T extends WechatMaterialException> T failure(AccessTokens of, Class<T> type) {
        ExecutionException failed = catchThrowableOfType(ExecutionException.class, () -> of(get(of)));
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
            assertThat(failure(tokens(new Credentials.StableToken("wxdemo", "s"), hurrying), NotSentException.class))
                    .hasMessageStartingWith("No access token: getStableAccessToken: ")
                    .hasMessageContaining("no answer came within 10000 ms (the limit of token calls)");
        } finally {
            hurrying.shutdownNow();
        }
        assertThat(limits).containsExactly(Duration.ofSeconds(10));
    }

    @Test
    void aTokenThatCannotEvenBeAskedForIsNotSentAndAskedForAgain() {
        ScheduledExecutorService stopped = Executors.newSingleThreadScheduledExecutor();
        stopped.shutdownNow();
        AccessTokens stopping = tokens(new Credentials.StableToken("wxdemo", "s"), stopped);

        for (int i = 0; i < 2; i++) {
            assertThat(failure(stopping, NotSentException.class)).hasCauseInstanceOf(RejectedExecutionException.class);
        }
    }

    @Test
    void oneCallServesForAlmostTwoHours() throws Exception {
        AccessToken first = of(get(tokens));
        wechat.clock().forward(Duration.ofSeconds(7200 - 240 - 1));

        assertThat(of(get(tokens))).isSameAs(first);
        assertThat(calls()).isEqualTo(1);
    }

    @Test
    void aRenewalIsAskedForAheadOfTheEndWhileTheOldTokenStillServes() throws Exception {
        AccessToken first = of(get(tokens));
        wechat.clock().forward(Duration.ofMinutes(116));
        Gate gate = wechat.faults().hold(PATH);

        for (int i = 0; i < 20; i++) {
            Call<AccessToken> served = get(tokens);
            assertThat(served.toFuture()).as("nobody waits for the renewal").isCompletedWithValue(first);
        }
        gate.awaitHeld(1, PATIENCE);
        gate.open();
        await().atMost(PATIENCE).until(() -> !of(get(tokens)).authorization().value().equals(first.authorization().value()));

        assertThat(calls()).isEqualTo(2);
        assertThat(wechat.tokens().valid("wxdemo")).as("the old one was not forced out")
                .contains(first.authorization().value());
    }

    @Test
    void soIsOneOfTheClassicInterfaceWhoseOldTokenLivesOnForFiveMinutes() throws Exception {
        AccessTokens classic = tokens(new Credentials.ClassicToken("wxdemo", "s"), timer);
        AccessToken first = of(get(classic));
        wechat.clock().forward(Duration.ofSeconds(7200 - 240 - 1));
        assertThat(of(get(classic))).isSameAs(first);
        assertThat(wechat.journal().count(CLASSIC_PATH)).isEqualTo(1);

        wechat.clock().forward(Duration.ofSeconds(1));
        assertThat(of(get(classic))).isSameAs(first);
        await().atMost(PATIENCE).until(() -> !of(get(classic)).authorization().value().equals(first.authorization().value()));

        assertThat(wechat.journal().count(CLASSIC_PATH)).isEqualTo(2);
        assertThat(wechat.tokens().valid("wxdemo")).contains(first.authorization().value());
        assertThat(calls()).as("the stable interface was left alone").isZero();
    }

    @Test
    void aRenewalThatFailsIsNoHarmWhileTheOldTokenServes() throws Exception {
        AccessToken first = of(get(tokens));
        wechat.clock().forward(Duration.ofMinutes(116));
        wechat.faults().next(PATH, Fault.status(502));
        assertThat(of(get(tokens))).isSameAs(first);
        wechat.journal().awaitEntries(PATH, 2, PATIENCE);

        assertThat(of(get(tokens))).isSameAs(first);
        assertThat(calls()).as("not at every upload").isEqualTo(2);
        wechat.clock().forward(AccessTokens.RENEWAL_PAUSE);
        await().atMost(PATIENCE).until(() -> !of(get(tokens)).authorization().value().equals(first.authorization().value()));
    }

    @Test
    void aTokenPastItsEndDoesNotServe() throws Exception {
        AccessToken first = of(get(tokens));
        wechat.clock().forward(Duration.ofSeconds(7200 - 5));

        assertThat(of(get(tokens)).authorization().value()).isNotEqualTo(first.authorization().value());
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
        assertThat(of(get(tokens)).authorization().value()).isNotEmpty();
        assertThat(calls()).isEqualTo(2);
    }

    @Test
    void aLostAnswerIsNotSentForTheUploadAndIsAskedForAgainAtOnce() throws Exception {
        wechat.faults().next(PATH, Fault.answerLost());
        failure(tokens, NotSentException.class);

        assertThat(of(get(tokens)).authorization().value()).isNotEmpty();
    }

    @Test
    void aTokenIsDroppedByValueSoALateRefusalDropsNoNewerOne() throws Exception {
        AccessToken old = of(get(tokens));
        Promise<List<Authorization>> late = new Promise<>((self, why) -> self.fail(new IllegalStateException(why)));
        Call<List<Authorization>> upload = tokens.authorize(WechatInterface.ADD_MATERIAL,
                authorization -> authorization.get().equals(old.authorization())
                        ? late : Call.of(List.of(authorization.get())));
        wechat.tokens().displace("wxdemo");
        use(tokens, old.authorization()::equals).toFuture().get(20, TimeUnit.SECONDS);
        AccessToken newer = of(get(tokens));
        assertThat(newer.authorization()).isNotEqualTo(old.authorization());

        late.fail(refused);

        assertThat(upload.toFuture()).succeedsWithin(PATIENCE).isEqualTo(List.of(newer.authorization()));
        assertThat(of(get(tokens))).isSameAs(newer);
        assertThat(calls()).isEqualTo(2);
    }

    @Test
    void aRequestThatHasWaitedGoesOutWithTheNewestToken() throws Exception {
        AtomicReference<Supplier<Authorization>> waiting = new AtomicReference<>();
        AccessToken old = of(get(tokens));
        tokens.authorize(WechatInterface.ADD_MATERIAL, authorization -> {
            waiting.set(authorization);
            return new Promise<>((self, why) -> self.fail(new IllegalStateException(why)));
        });
        wechat.clock().forward(Duration.ofHours(2));
        AccessToken newer = of(get(tokens));
        assertThat(newer.isSameAs(old)).isFalse();

        assertThat(waiting.get().get()).isEqualTo(newer.authorization());
    }

    @Test
    void aRequestThatGoesOutBeginsARenewalThatIsDue() throws Exception {
        Call<Authorization> sent = tokens.authorize(WechatInterface.ADD_MATERIAL, authorization -> {
            wechat.clock().forward(Duration.ofMinutes(117));
            return Call.of(authorization.get());
        });
        assertThat(sent.toFuture()).succeedsWithin(PATIENCE);

        wechat.journal().awaitEntries(PATH, 2, PATIENCE);
    }

    /** Requests that wait long for their turn may meet more than one renewal. */
    @Test
    void aTokenThatWasReplacedBeforeItsRefusalIsNoReasonToGiveUp() throws Exception {
        List<Authorization> used = new ArrayList<>();
        Call<List<Authorization>> call = tokens.authorize(WechatInterface.ADD_MATERIAL, authorization -> {
            used.add(authorization.get());
            if (used.size() == 3) {
                return Call.of(used);
            }
            wechat.tokens().displace("wxdemo");
            wechat.clock().forward(Duration.ofHours(2));
            return get(tokens).then(newer -> Call.failed(refused));
        });

        assertThat(call.toFuture()).succeedsWithin(PATIENCE);
        assertThat(used).doesNotHaveDuplicates().hasSize(3);
    }

    @Test
    void noRequestIsSentMoreThanFourTimes() throws Exception {
        List<Authorization> used = new CopyOnWriteArrayList<>();
        Call<List<Authorization>> call = tokens.authorize(WechatInterface.ADD_MATERIAL, authorization -> {
            used.add(authorization.get());
            wechat.clock().forward(Duration.ofHours(2));
            return get(tokens).then(newer -> Call.failed(refused));
        });

        assertThat(call.toFuture()).failsWithin(PATIENCE).withThrowableThat().withCause(refused);
        assertThat(used).hasSize(4);
    }

    @Test
    void shortTokensAreRenewedAheadOneAfterTheOther() throws Exception {
        Instant begin = wechat.clock().instant();
        AtomicInteger fetched = new AtomicInteger();
        AccessTokens brief = new AccessTokens(
                stale -> Call.of(AccessToken.of(
                        Authorization.accessToken("T" + fetched.incrementAndGet(), true), wechat.clock().instant(),
                        Duration.ofSeconds(3))),
                wechat.clock());

        for (int second = 0; second < 10; second++) {
            get(brief);
            wechat.clock().forward(Duration.ofMillis(1600));
            assertThat(of(get(brief)).servesAt(wechat.clock().instant())).isTrue();
        }

        assertThat(fetched).hasValue(11);
        assertThat(Duration.between(begin, wechat.clock().instant())).isEqualTo(Duration.ofSeconds(16));
    }

    @Test
    void aSourceThatInsistsOnARefusedTokenIsNotAskedAgainForThirtySeconds() throws Exception {
        for (int i = 0; i < 10; i++) {
            assertThat(use(tokens, any -> true).toFuture()).failsWithin(PATIENCE).withThrowableThat().withCause(refused);
        }
        assertThat(calls()).isEqualTo(2);

        wechat.clock().forward(Duration.ofSeconds(30));
        assertThat(use(tokens, any -> true).toFuture()).failsWithin(PATIENCE);
        assertThat(calls()).isEqualTo(3);
    }

    @Test
    void aTokenThatWasRefusedOnceServesOn() throws Exception {
        AtomicBoolean spurious = new AtomicBoolean(true);
        use(tokens, any -> spurious.get()).toFuture().exceptionally(failed -> List.of()).get(20, TimeUnit.SECONDS);
        spurious.set(false);

        for (int i = 0; i < 10; i++) {
            assertThat(use(tokens, any -> false).toFuture()).succeedsWithin(PATIENCE);
        }
        assertThat(calls()).isEqualTo(2);
    }

    @Test
    void aTokenThatWasRefusedOnceServesOnWhileThereIsNoOtherToBeHad() throws Exception {
        use(tokens, any -> true).toFuture().exceptionally(failed -> List.of()).get(20, TimeUnit.SECONDS);
        wechat.clock().forward(Duration.ofSeconds(30));
        wechat.faults().always(PATH, Fault.errcode(40164));

        assertThat(use(tokens, any -> false).toFuture()).succeedsWithin(PATIENCE);
        assertThat(use(tokens, any -> false).toFuture()).succeedsWithin(PATIENCE);
    }

    /** Another machine renews the token of a store that both share. */
    @Test
    void aTokenThatAnotherMachineStoresIsUsedAtOnce() {
        AccessToken first = AccessToken.fixed(Authorization.accessToken("T1", true));
        AccessToken second = AccessToken.fixed(Authorization.accessToken("T2", true));
        AtomicReference<AccessToken> store = new AtomicReference<>(first);
        List<@Nullable Authorization> told = new ArrayList<>();
        AccessTokens shared = new AccessTokens(stale -> {
            told.add(stale);
            return Call.of(store.get());
        }, wechat.clock());
        Predicate<Authorization> refusesFirst = first.authorization()::equals;

        assertThat(use(shared, refusesFirst).toFuture()).isCompletedExceptionally();
        assertThat(told).containsExactly(null, first.authorization());
        store.set(second);
        assertThat(use(shared, refusesFirst).toFuture()).isCompletedWithValue(List.of(second.authorization()));
        // and where it is stored while the refusal is on its way
        store.set(first);
        AccessTokens late = new AccessTokens(stale -> Call.of(store.get()), wechat.clock());
        assertThat(use(late, authorization -> {
            store.set(second);
            return refusesFirst.test(authorization);
        }).toFuture()).isCompletedWithValue(List.of(first.authorization(), second.authorization()));
    }

    @Test
    void aRefusalIsForgottenWhereSomethingHasChanged() throws Exception {
        wechat.faults().next(PATH, Fault.errcode(40164));
        failure(tokens, WechatApiException.class);

        tokens.fresh();

        assertThat(of(get(tokens)).authorization().value()).isNotEmpty();
    }

    @Test
    void blockedTheyAreGivenToNobodyAndAnAnswerUnderWayDoesNotUndoThat() throws Exception {
        Gate gate = wechat.faults().hold(PATH);
        Call<AccessToken> waiting = get(tokens);
        gate.awaitHeld(1, PATIENCE);

        tokens.block(new WechatApiException("getMaterial", 61003, "component is not authorized", null));

        assertThat(waiting.toFuture()).failsWithin(PATIENCE).withThrowableThat().withMessageContaining("61003");
        gate.open();
        wechat.journal().awaitEntries(PATH, 1, PATIENCE);
        for (int i = 0; i < 10; i++) {
            assertThat(failure(tokens, WechatApiException.class).getErrcode()).isEqualTo(61003);
        }
        assertThat(calls()).isEqualTo(1);

        tokens.fresh();
        assertThat(of(get(tokens)).authorization().value()).isNotEmpty();
    }

    @Test
    void whoWaitsForATokenCanBeAborted() throws Exception {
        try (Gate gate = wechat.faults().hold(PATH)) {
            Call<List<Authorization>> upload = use(tokens, any -> false);
            gate.awaitHeld(1, PATIENCE);

            upload.abort("time is up");

            assertThat(upload.toFuture()).failsWithin(PATIENCE).withThrowableThat()
                    .withCauseInstanceOf(NotSentException.class).withMessageContaining("addMaterial: not sent, time is up");
        }
    }
}
