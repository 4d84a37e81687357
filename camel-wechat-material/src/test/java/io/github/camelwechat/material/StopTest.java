package io.github.camelwechat.material;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.stream.Stream;

import io.github.camelwechat.material.error.NotSentException;
import io.github.camelwechat.material.error.UnknownOutcomeException;
import io.github.camelwechat.simulator.WechatSimulator;
import io.github.camelwechat.simulator.fault.Fault;
import io.github.camelwechat.simulator.fault.Gate;
import org.apache.camel.Exchange;
import org.apache.camel.builder.RouteBuilder;
import org.apache.camel.impl.DefaultCamelContext;
import org.apache.camel.support.SynchronizationAdapter;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import static io.github.camelwechat.material.TwoAccounts.A;
import static io.github.camelwechat.material.TwoAccounts.ADD_MATERIAL;
import static org.assertj.core.api.Assertions.assertThat;

/** A context that is stopped in the middle of its work loses nothing and doubles nothing. */
class StopTest {

    private static final int FILES = 60;
    private static final int PERMITS = 4;
    private static final Duration SOON = Duration.ofSeconds(20);

    @TempDir
    Path inbox;

    private final WechatSimulator wechat = TwoAccounts.simulator();
    private final DefaultCamelContext context = new DefaultCamelContext();
    private final List<Exception> failures = new CopyOnWriteArrayList<>();

    @BeforeEach
    void start() throws Exception {
        for (int i = 0; i < FILES; i++) {
            Files.write(inbox.resolve("picture-" + i + ".png"), Samples.png(1000, i));
        }
        TwoAccounts.addTo(context, wechat, PERMITS);
        context.addRoutes(new RouteBuilder() {
            @Override
            public void configure() {
                from("file:" + inbox + "?initialDelay=0&move=.done&moveFailed=.failed").process(StopTest.this::collectFailure)
                        .to(A);
            }
        });
    }

    @AfterEach
    void stop() throws Exception {
        context.close();
        wechat.close();
    }

    @Test
    void aGracefulStopFinishesWhatIsUnderWay() throws Exception {
        wechat.faults().always(ADD_MATERIAL, Fault.delay(Duration.ofMillis(50)));
        context.start();
        wechat.journal().awaitInFlight(ADD_MATERIAL, PERMITS, SOON);
        context.stop();
        assertThat(failures).isEmpty();
        assertThat(files(".done")).isGreaterThanOrEqualTo(PERMITS).isEqualTo(wechat.library("wxa").materials().size());
        assertThat(files(".done") + files(".")).isEqualTo(FILES);
    }

    @Test
    void aForcedStopEndsWhatIsUnderWayAndSaysWhatBecameOfIt() throws Exception {
        context.getShutdownStrategy().setTimeout(1);
        context.getShutdownStrategy().setSuppressLoggingOnTimeout(true);
        try (Gate gate = wechat.faults().hold(ADD_MATERIAL)) {
            context.start();
            gate.awaitHeld(PERMITS, SOON);
            context.stop();
        }
        long unknown = failures.stream().filter(UnknownOutcomeException.class::isInstance).count();
        long notSent = failures.stream().filter(NotSentException.class::isInstance).count();
        assertThat(unknown).as("sent whole").isEqualTo(PERMITS);
        assertThat(notSent).as("waiting for a permit").isGreaterThanOrEqualTo(PERMITS);
        assertThat(failures).hasSize((int) (unknown + notSent));
        assertThat(files(".failed")).isEqualTo(failures.size());
        assertThat(files(".failed") + files(".")).isEqualTo(FILES);
    }

    @Test
    void whatABareTemplateSentMayFinish() throws Exception {
        CompletableFuture<Exchange> sent;
        CompletableFuture<Void> stopped;
        try (Gate gate = wechat.faults().hold(ADD_MATERIAL)) {
            context.getRouteDefinitions().clear();
            context.start();
            sent = context.createProducerTemplate().asyncSend(A, exchange -> exchange.getMessage().setBody(Samples.png()));
            gate.awaitHeld(1, SOON);
            stopped = CompletableFuture.runAsync(context::stop);
            gate.open();
        }
        assertThat(stopped).succeedsWithin(SOON);
        assertThat(sent).succeedsWithin(SOON).satisfies(exchange -> assertThat(exchange.getException()).isNull());
    }

    private void collectFailure(Exchange exchange) {
        exchange.getExchangeExtension().addOnCompletion(new SynchronizationAdapter() {
            @Override
            public void onFailure(Exchange failed) {
                failures.add(failed.getException());
            }
        });
    }

    private int files(String folder) {
        Path path = inbox.resolve(folder);
        if (!Files.exists(path)) {
            return 0;
        }
        try (Stream<Path> files = Files.list(path)) {
            return (int) files.filter(Files::isRegularFile).filter(f -> f.toString().endsWith(".png")).count();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
