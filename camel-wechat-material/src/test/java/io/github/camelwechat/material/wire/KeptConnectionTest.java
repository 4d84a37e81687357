package io.github.camelwechat.material.wire;

import java.time.Duration;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.Semaphore;

import io.github.camelwechat.material.Samples;
import io.github.camelwechat.material.error.NotSentException;
import io.github.camelwechat.material.error.UnknownOutcomeException;
import io.github.camelwechat.material.result.AddMaterialResult;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

/** WeChat keeps some connections and closes others, and does not say which. */
class KeptConnectionTest {

    private static final int ROUNDS = 300;

    @Test
    void aConnectionIsUsedAgain() throws Exception {
        try (RawServer server = new RawServer(RawConnection::serve); Uploader uploader = new Uploader(server.url())) {
            for (int i = 0; i < 100; i++) {
                uploader.upload(Samples.png(), "camel.png");
            }

            assertThat(server.requests()).hasSize(100);
            assertThat(server.connections()).hasSizeLessThan(20);
        }
    }

    @ParameterizedTest
    @ValueSource(ints = { 100, 5000, 100_000, 3_000_000 })
    void oneThatTheServerHasClosedBetweenTwoUploadsCostsNothing(int size) throws Exception {
        Semaphore closed = new Semaphore(0);
        byte[] png = Samples.png(size, 1);
        try (RawServer server = new RawServer(connection -> {
            connection.readRequest();
            connection.answer(RawConnection.GOOD);
            connection.close();
            closed.release();
        }); Uploader uploader = new Uploader(server.url())) {
            for (int i = 0; i < ROUNDS; i++) {
                assertThat(uploader.upload(png, "camel.png").mediaId()).isEqualTo("MEDIA");
                closed.acquire();
            }

            assertThat(server.requests()).hasSize(ROUNDS);
        }
    }

    /** The next upload meets one that is closed after the other, before anybody has heard of it. */
    @ParameterizedTest
    @ValueSource(booleans = { false, true })
    void asManyAsAreClosedAtOnceCostTheNextUploadNothing(boolean throughProxy) throws Exception {
        int many = 8;
        byte[] png = Samples.png(5000, 1);
        ExecutorService senders = Executors.newFixedThreadPool(many);
        try (RawServer server = new RawServer(RawConnection::serve);
             Uploader uploader = throughProxy
                     ? new Uploader(
                             "http://wechat.example", "allowPlainHttp=true&proxyHost=127.0.0.1&proxyPort=" + server.port())
                     : new Uploader(server.url())) {
            for (int i = 0; i < 100; i++) {
                CyclicBarrier all = new CyclicBarrier(many);
                server.goOnWith(connection -> {
                    connection.readRequest();
                    all.await();
                    connection.answer(RawConnection.GOOD);
                    connection.serve();
                });
                List<Callable<AddMaterialResult>> uploads = Collections.nCopies(many, () -> uploader.upload(png, "camel.png"));
                for (Future<AddMaterialResult> upload : senders.invokeAll(uploads)) {
                    assertThat(upload.get().mediaId()).isEqualTo("MEDIA");
                }

                server.goOnWith(RawConnection::serve);
                server.connections().forEach(RawConnection::close);

                assertThat(uploader.upload(png, "camel.png").mediaId()).isEqualTo("MEDIA");
                server.connections().forEach(RawConnection::close);
            }
        } finally {
            senders.shutdownNow();
        }
    }

    @Test
    void oneThatBreaksAmidABodyIsNotTriedAgain() throws Exception {
        try (RawServer server = new RawServer(connection -> {
            connection.readRequest();
            connection.answer(RawConnection.GOOD);
            connection.readHead();
            connection.readSome();
            connection.reset();
        }); Uploader uploader = new Uploader(server.url())) {
            uploader.upload(Samples.png(), "camel.png");

            assertThatThrownBy(() -> uploader.upload(Samples.png(10 << 20, 1), "camel.png"))
                    .isExactlyInstanceOf(NotSentException.class);
            assertThat(server.connections()).hasSize(1);
        }
    }

    /** Nobody waits for its answer any more, which may be a minute away. */
    @Test
    void oneWhoseRequestIsAbortedIsClosed() throws Exception {
        CompletableFuture<Void> closed = new CompletableFuture<>();
        try (RawServer server = new RawServer(connection -> {
            connection.readRequest();
            connection.answer(RawConnection.GOOD);
            connection.readRequest();
            try {
                connection.readRest();
            } finally {
                closed.complete(null);
            }
        }); Uploader uploader = new Uploader(server.url(), "requestTimeout=1000")) {
            assertThatThrownBy(() -> {
                // the next upload may begin before the connection is given back
                for (int i = 0; i < 100; i++) {
                    uploader.upload(Samples.png(), "camel.png");
                }
            }).isExactlyInstanceOf(UnknownOutcomeException.class);

            assertThat(closed).succeedsWithin(Duration.ofSeconds(10));
        }
    }
}
