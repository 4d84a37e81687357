package io.github.camelwechat.material.internal.client;

import java.net.URI;
import java.nio.channels.ReadableByteChannel;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Supplier;

import io.github.camelwechat.material.error.NotSentException;
import io.github.camelwechat.material.internal.call.Call;
import io.github.camelwechat.material.internal.call.CallReporter;
import io.github.camelwechat.material.internal.call.CallerThread;
import io.github.camelwechat.material.internal.call.WechatInterface;
import io.github.camelwechat.material.internal.inflight.Permits;
import io.github.camelwechat.material.internal.media.MaterialType;
import io.github.camelwechat.material.internal.media.Media;
import io.github.camelwechat.material.internal.media.MediaFormat;
import io.github.camelwechat.material.internal.media.UploadRule;
import io.github.camelwechat.material.internal.token.AccessToken;
import io.github.camelwechat.material.internal.token.AccessTokens;
import io.github.camelwechat.material.internal.transport.ApiRequest;
import io.github.camelwechat.material.internal.transport.Authorization;
import io.github.camelwechat.material.internal.transport.BytesOrJson;
import io.github.camelwechat.material.internal.transport.FileReaders;
import io.github.camelwechat.material.internal.transport.HttpEngine;
import io.github.camelwechat.material.internal.transport.Json;
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

    private WechatApi api(HttpEngine of) {
        Duration minute = Duration.ofMinutes(1);
        return new WechatApi(of, URI.create("http://127.0.0.1:1"), minute, minute, List.of());
    }

    @Test
    void whereMemoryRunsOutWhileARequestIsPrepared() {
        Permits permits = new Permits(1);
        AccessToken token = new AccessToken(
                Authorization.accessToken("a-token", false), Instant.MAX, Instant.MAX);
        MaterialClient client = new MaterialClient(
                new InterfaceCalls(
                        api(engine), new AccessTokens(refused -> Call.of(token), Clock.systemUTC()), permits,
                        new CallReporter(List.of(), "name", System::nanoTime)));

        Call<Outcome> call = client.addMaterial(new NoMemoryForIt(), null);

        assertThat(call.toFuture()).failsWithin(Duration.ZERO).withThrowableThat()
                .withCauseInstanceOf(NotSentException.class).withStackTraceContaining("addMaterial: not sent")
                .withRootCauseInstanceOf(OutOfMemoryError.class);
        assertThat(permits.acquire("addMaterial").isEnded()).isTrue();
    }

    @Test
    void whereMemoryRunsOutBeforeItsAnswerCanBeTakenIn() {
        ExecutorService dnsExecutor = Executors.newSingleThreadExecutor();
        AtomicInteger released = new AtomicInteger();
        try (HttpEngine threaded = HttpEngine.start(
                TransportSettings.direct(), dnsExecutor, new FileReaders(Runnable::run, System::nanoTime))) {
            Call<BytesOrJson<DownloadSpool>> call = api(threaded).fetch(
                    new ApiRequest(WechatInterface.GET_MATERIAL, List.of(), Json.body(List.of())),
                    Authorization.accessToken("a-token", false), (Supplier<DownloadSpool>) () -> {
                        throw new OutOfMemoryError("planted");
                    }, answer -> answer, CallerThread.begin(), released::incrementAndGet);

            assertThat(call.toFuture()).failsWithin(Duration.ofSeconds(30)).withThrowableThat()
                    .withCauseInstanceOf(NotSentException.class).withRootCauseInstanceOf(OutOfMemoryError.class);
            await().until(() -> released.get() == 1);
        } finally {
            dnsExecutor.shutdownNow();
        }
    }

    private static final class NoMemoryForIt implements Media {

        @Override
        public String fileName() {
            return "a.png";
        }

        @Override
        public MediaFormat format() {
            return MediaFormat.PNG;
        }

        @Override
        public String contentType() {
            return "image/png";
        }

        @Override
        public UploadRule rule() {
            return MaterialType.IMAGE.rule();
        }

        @Override
        public long length() {
            return 1;
        }

        @Override
        public boolean isInMemory() {
            throw new OutOfMemoryError("planted");
        }

        @Override
        public ReadableByteChannel open() {
            throw new IllegalStateException("never opened");
        }

        @Override
        public void close() {
            // nothing is held
        }
    }
}
