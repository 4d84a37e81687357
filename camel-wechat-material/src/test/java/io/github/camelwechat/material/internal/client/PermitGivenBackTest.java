package io.github.camelwechat.material.internal.client;

import java.net.URI;
import java.nio.channels.ReadableByteChannel;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;

import io.github.camelwechat.material.error.NotSentException;
import io.github.camelwechat.material.internal.token.AccessTokens;
import io.github.camelwechat.material.internal.transport.AccountSettings;
import io.github.camelwechat.material.internal.transport.ApiExchange;
import io.github.camelwechat.material.internal.transport.ApiRequest;
import io.github.camelwechat.material.internal.transport.Credentials;
import io.github.camelwechat.material.internal.transport.Effect;
import io.github.camelwechat.material.internal.transport.FileReaders;
import io.github.camelwechat.material.internal.transport.HttpEngine;
import io.github.camelwechat.material.internal.transport.Json;
import io.github.camelwechat.material.internal.transport.JsonAnswer;
import io.github.camelwechat.material.internal.transport.Permits;
import io.github.camelwechat.material.internal.transport.RequestBody;
import io.github.camelwechat.material.internal.transport.TransportSettings;
import io.github.camelwechat.material.internal.transport.WechatApi;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

/** A request that cannot even begin must not take a permit with it for ever. */
class PermitGivenBackTest {

    private final ScheduledExecutorService timer = Executors.newSingleThreadScheduledExecutor();
    private final HttpEngine engine = HttpEngine.start(
            TransportSettings.direct(), Runnable::run, new FileReaders(Runnable::run, System::nanoTime));

    @AfterEach
    void close() {
        engine.close();
        timer.shutdownNow();
    }

    @Test
    void whereMemoryRunsOutWhileARequestIsPrepared() {
        Duration minute = Duration.ofMinutes(1);
        AccountSettings account = new AccountSettings(
                new Credentials.FixedToken(null, "a-token"), URI.create("http://127.0.0.1:1"), 1,
                TransportSettings.direct(), minute, minute, minute);
        WechatApi api = new WechatApi(engine, account);
        Permits permits = new Permits(1);
        ApiRequest request = new ApiRequest(Effect.CHANGE, "addMaterial", "/", List.of(), new NoMemoryForIt());
        AuthorizedCall<JsonAnswer, JsonAnswer> call = new AuthorizedCall<>(
                request, AccessTokens.of(account, api, timer, Clock.systemUTC()), permits,
                (token, released) -> api.prepare(request, token, released), answer -> answer, unwanted -> {
                });

        call.start();

        assertThat(call.result()).isCompletedExceptionally().failsWithin(Duration.ZERO).withThrowableThat()
                .withCauseInstanceOf(NotSentException.class).withStackTraceContaining("addMaterial: not sent")
                .withRootCauseInstanceOf(OutOfMemoryError.class);
        AtomicBoolean granted = new AtomicBoolean();
        permits.acquire(() -> granted.set(true));
        assertThat(granted).isTrue();
    }

    @Test
    void whereMemoryRunsOutBeforeItsAnswerCanBeTakenIn() {
        ExecutorService starter = Executors.newSingleThreadExecutor();
        Duration minute = Duration.ofMinutes(1);
        AccountSettings account = new AccountSettings(
                new Credentials.FixedToken(null, "a-token"), URI.create("http://127.0.0.1:1"), 1,
                TransportSettings.direct(), minute, minute, minute);
        AtomicInteger released = new AtomicInteger();
        try (HttpEngine threaded = HttpEngine.start(
                TransportSettings.direct(), starter, new FileReaders(Runnable::run, System::nanoTime))) {
            ApiExchange<?> exchange = new WechatApi(threaded, account).<DownloadSpool> prepareDownload(
                    new ApiRequest(Effect.NONE, "getMaterial", "/", List.of(), Json.body(List.of())), () -> {
                        throw new OutOfMemoryError("planted");
                    }, "a-token", released::incrementAndGet);

            exchange.start(true);

            assertThat(exchange.answer()).failsWithin(Duration.ofSeconds(30)).withThrowableThat()
                    .withCauseInstanceOf(NotSentException.class).withRootCauseInstanceOf(OutOfMemoryError.class);
            await().until(() -> released.get() == 1);
        } finally {
            starter.shutdownNow();
        }
    }

    private static final class NoMemoryForIt implements RequestBody {

        @Override
        public String contentType() {
            return "text/plain";
        }

        @Override
        public long contentLength() {
            throw new OutOfMemoryError("planted");
        }

        @Override
        public boolean isInMemory() {
            return true;
        }

        @Override
        public ReadableByteChannel open() {
            throw new IllegalStateException("never opened");
        }
    }
}
