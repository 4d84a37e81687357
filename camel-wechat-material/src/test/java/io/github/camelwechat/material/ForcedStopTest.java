package io.github.camelwechat.material;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;

import io.github.camelwechat.material.error.NotSentException;
import io.github.camelwechat.material.error.UnknownOutcomeException;
import io.github.camelwechat.simulator.WechatSimulator;
import io.github.camelwechat.simulator.fault.Gate;
import org.apache.camel.Exchange;
import org.apache.camel.ProducerTemplate;
import org.apache.camel.builder.RouteBuilder;
import org.apache.camel.impl.DefaultCamelContext;
import org.apache.camel.support.SynchronizationAdapter;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import static io.github.camelwechat.material.TwoAccounts.A;
import static io.github.camelwechat.material.TwoAccounts.ADD_MATERIAL;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

/** What an exchange ends with when Camel gives it up: what became of its request, and not Camel's bare refusal. */
@Timeout(60)
class ForcedStopTest {

    private static final int PERMITS = 4;
    private static final int SENDERS = 20;
    private static final Duration SOON = Duration.ofSeconds(20);

    @TempDir
    Path inbox;

    private final WechatSimulator wechat = TwoAccounts.simulator();
    private final DefaultCamelContext context = new DefaultCamelContext();
    private final ExecutorService senders = Executors.newCachedThreadPool();
    private final List<Exception> failures = new CopyOnWriteArrayList<>();
    private final CountDownLatch waiting = new CountDownLatch(1);
    private final CountDownLatch goOn = new CountDownLatch(1);
    private final CompletableFuture<Thread> stopping = new CompletableFuture<>();

    @BeforeEach
    void start() throws Exception {
        context.getShutdownStrategy().setTimeout(1);
        context.getShutdownStrategy().setSuppressLoggingOnTimeout(true);
        TwoAccounts.addTo(context, wechat, PERMITS);
        context.addRoutes(new RouteBuilder() {
            @Override
            public void configure() {
                from("direct:in").routeId("direct").to(A).log("stored");
                from("file:" + inbox + "?initialDelay=0&moveFailed=.failed").routeId("folder").autoStartup(false)
                        .process(ForcedStopTest.this::collectFailure).to(A).log("stored");
                from("direct:deletion").routeId("deletion").to(A + "?operation=delMaterial").log("deleted");
                from("direct:list").routeId("list").to(A + "?operation=getMaterialCount").log("counted");
                from("direct:rejected").routeId("rejected").to(A).process(exchange -> {
                    waiting.countDown();
                    goOn.await();
                    throw new RejectedExecutionException("a full pool of the route's own");
                });
                from("direct:stop").routeId("stop").to("wechat-material:brand-b?operation=getMaterialCount")
                        .process(exchange -> {
                            stopping.complete(Thread.currentThread());
                            context.stop();
                        });
                from("direct:caller").routeId("caller").to("direct:in").log("called");
                from("direct:first").routeId("first").to("direct:caller").log("called");
                from("direct:parts").routeId("parts")
                        .setBody(exchange -> List.of(exchange.getMessage().getBody())).split(body())
                        .process(ForcedStopTest.this::collectFailure).to("direct:in").log("called").end();
            }
        });
        context.start();
    }

    @AfterEach
    void stop() throws Exception {
        goOn.countDown();
        context.close();
        wechat.close();
        senders.shutdownNow();
    }

    private void collectFailure(Exchange exchange) {
        exchange.getExchangeExtension().addOnCompletion(new SynchronizationAdapter() {
            @Override
            public void onFailure(Exchange failed) {
                failures.add(failed.getException());
            }
        });
    }

    private List<CompletableFuture<Exception>> send(String uri, int count) {
        ProducerTemplate template = context.createProducerTemplate();
        return IntStream.range(0, count).mapToObj(i -> CompletableFuture.supplyAsync(
                () -> template.send(uri, exchange -> exchange.getMessage().setBody(Samples.png(1000, i))).getException(),
                senders)).toList();
    }

    /** A stop in the midst of exchanges, of the context or of a route. */
    private interface Stop {
        void now() throws Exception;
    }

    /** Sends, stops while as many requests as may be are held, and then lets these go on. */
    private List<CompletableFuture<Exception>> stopAmid(String path, String uri, int count, Stop stop) throws Exception {
        try (Gate gate = wechat.faults().hold(path)) {
            List<CompletableFuture<Exception>> ends = send(uri, count);
            gate.awaitHeld(Math.min(count, PERMITS), SOON);
            // those that wait for a permit too: a sender that comes after the stop learns of no upload
            await().atMost(SOON).until(() -> context.getInflightRepository().size() >= count);
            stop.now();
            return ends;
        }
    }

    private void stopRoute(String id) throws Exception {
        context.getRouteController().stopRoute(id, 1, TimeUnit.SECONDS);
    }

    private int stored() {
        return wechat.library("wxa").materials().size();
    }

    private static void assertDone(Exception failure, String operation) {
        assertThat(failure).isInstanceOf(UnknownOutcomeException.class).hasMessageStartingWith(operation + " was done")
                .hasCauseInstanceOf(RejectedExecutionException.class);
    }

    @Test
    void threadThatWaitsForARouteLearnsWhatBecameOfItsUpload() throws Exception {
        List<Exception> all
                = stopAmid(ADD_MATERIAL, "direct:in", SENDERS, context::stop).stream().map(CompletableFuture::join).toList();
        assertThat(all).filteredOn(UnknownOutcomeException.class::isInstance).hasSize(PERMITS);
        assertThat(all).filteredOn(NotSentException.class::isInstance).hasSize(SENDERS - PERMITS);
    }

    /** A context that is stopped by a step behind an upload, on a thread of the component's. */
    @Test
    void threadThatStopsTheContextWaitsUntilTheOthersHaveGoneOn() throws Exception {
        ProducerTemplate template = context.createProducerTemplate();
        CompletableFuture<Exception> end;
        try (Gate gate = wechat.faults().hold(ADD_MATERIAL)) {
            end = CompletableFuture.supplyAsync(() -> template.send("direct:in", exchange -> {
                exchange.getMessage().setBody(Samples.png());
                exchange.getExchangeExtension().addOnCompletion(new SynchronizationAdapter() {
                    @Override
                    public void onFailure(Exchange failed) {
                        await().atMost(SOON).until(() -> stopping.join().getState() == Thread.State.TIMED_WAITING);
                    }
                });
            }).getException(), senders);
            gate.awaitHeld(1, SOON);
            template.asyncSendBody("direct:stop", null);
            await().atMost(SOON).until(end::isDone);
        }
        assertThat(end.join()).isInstanceOf(UnknownOutcomeException.class);
    }

    @Test
    void uploadThatIsDoneAfterItsRouteWasStoppedSaysSo() throws Exception {
        assertThat(
                stopAmid(ADD_MATERIAL, "direct:in", SENDERS, () -> stopRoute("direct")).stream().map(CompletableFuture::join))
                .hasSize(SENDERS)
                .allSatisfy(failure -> assertDone(failure, "addMaterial"));
        assertThat(stored()).isEqualTo(SENDERS);
    }

    @ParameterizedTest
    @CsvSource({ "direct:caller,caller", "direct:first,caller", "direct:first,first" })
    void uploadInARouteThatIsCalledSaysSoWhenTheCallingRouteIsStopped(String uri, String stopped) throws Exception {
        assertDone(stopAmid(ADD_MATERIAL, uri, 1, () -> stopRoute(stopped)).get(0).join(), "addMaterial");
    }

    @Test
    void partOfASplitSaysSo() throws Exception {
        assertThat(stopAmid(ADD_MATERIAL, "direct:parts", 1, () -> stopRoute("parts")).get(0)).succeedsWithin(SOON);
        assertThat(failures).singleElement().satisfies(failure -> assertDone(failure, "addMaterial"));
    }

    @Test
    void failureHandlerOfTheRouteSeesItBeforeTheFileIsMoved() throws Exception {
        for (int i = 0; i < PERMITS; i++) {
            Files.write(inbox.resolve(i + ".png"), Samples.png(1000, i));
        }
        try (Gate gate = wechat.faults().hold(ADD_MATERIAL)) {
            context.getRouteController().startRoute("folder");
            gate.awaitHeld(PERMITS, SOON);
            stopRoute("folder");
        }
        await().atMost(SOON).until(() -> failures.size() == PERMITS);
        assertThat(failures).allSatisfy(failure -> assertDone(failure, "addMaterial"));
        await().atMost(SOON).untilAsserted(() -> assertThat(inbox.resolve(".failed")).isDirectoryContaining("glob:**.png"));
        assertThat(stored()).isEqualTo(PERMITS);
    }

    @Test
    void deletionThatIsDoneSaysSo() throws Exception {
        context.createProducerTemplate().requestBody(A, Samples.png());
        String id = wechat.library("wxa").materials().get(0).mediaId();
        CompletableFuture<Exception> end;
        try (Gate gate = wechat.faults().hold("/cgi-bin/material/del_material")) {
            ProducerTemplate template = context.createProducerTemplate();
            end = CompletableFuture.supplyAsync(
                    () -> template.send("direct:deletion", exchange -> exchange.getMessage()
                            .setHeader(WechatMaterialConstants.MEDIA_ID, id)).getException(),
                    senders);
            gate.awaitHeld(1, SOON);
            stopRoute("deletion");
        }
        assertDone(end.join(), "delMaterial");
        assertThat(stored()).isZero();
    }

    @Test
    void operationThatChangesNothingIsGivenUp() throws Exception {
        assertThat(stopAmid("/cgi-bin/material/get_materialcount", "direct:list", 1, () -> stopRoute("list")).get(0).join())
                .isInstanceOf(RejectedExecutionException.class);
    }

    @ParameterizedTest
    @ValueSource(booleans = { false, true })
    void refusalByAPoolOfTheRouteStaysAsItIs(boolean amidAGracefulStop) throws Exception {
        context.getShutdownStrategy().setTimeout(SOON.toSeconds());
        CompletableFuture<Exception> end = send("direct:rejected", 1).get(0);
        waiting.await();
        Thread stopping = new Thread(context::stop, "stopping");
        if (amidAGracefulStop) {
            stopping.start();
            await().atMost(SOON).until(context::isStopping);
        }
        goOn.countDown();
        assertThat(end.join()).isInstanceOf(RejectedExecutionException.class)
                .hasMessage("a full pool of the route's own");
        stopping.join();
    }

    @Test
    void threadThatSendsWithoutARouteMayFinish() throws Exception {
        CompletableFuture<Exception> end;
        Thread stopping = new Thread(context::stop, "stopping");
        try (Gate gate = wechat.faults().hold(ADD_MATERIAL)) {
            end = send(A, 1).get(0);
            gate.awaitHeld(1, SOON);
            stopping.start();
            await().atMost(SOON).until(() -> stopping.getState() == Thread.State.TIMED_WAITING);
        }
        assertThat(end).succeedsWithin(SOON).isNull();
        stopping.join();
    }

    /** It is not the context that is stopped by force. */
    @Test
    void componentThatIsRemovedAfterAForcedStopOfARouteLetsUploadsFinish() throws Exception {
        CompletableFuture<Exchange> sent;
        Thread removing = new Thread(() -> context.removeComponent("wechat-material"), "removing");
        try (Gate gate = wechat.faults().hold(ADD_MATERIAL)) {
            sent = context.createProducerTemplate().asyncSend(A, exchange -> exchange.getMessage().setBody(Samples.png()));
            send("direct:in", 1);
            gate.awaitHeld(2, SOON);
            stopRoute("direct");
            removing.start();
            await().atMost(SOON).until(() -> removing.getState() == Thread.State.TIMED_WAITING);
        }
        assertThat(sent).succeedsWithin(SOON).satisfies(exchange -> assertThat(exchange.getException()).isNull());
        removing.join();
    }
}
