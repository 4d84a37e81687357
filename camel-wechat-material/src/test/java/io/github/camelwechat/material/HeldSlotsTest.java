package io.github.camelwechat.material;

import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;

import io.github.camelwechat.material.error.NotSentException;
import io.github.camelwechat.material.result.AddMaterialResult;
import io.github.camelwechat.simulator.WechatSimulator;
import io.github.camelwechat.simulator.fault.Gate;
import org.apache.camel.AsyncProducer;
import org.apache.camel.Exchange;
import org.apache.camel.ProducerTemplate;
import org.apache.camel.builder.RouteBuilder;
import org.apache.camel.impl.DefaultCamelContext;
import org.apache.camel.support.DefaultExchange;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import static io.github.camelwechat.material.TwoAccounts.A;
import static io.github.camelwechat.material.TwoAccounts.ADD_MATERIAL;
import static org.assertj.core.api.Assertions.assertThat;

/** A thread without a slot waits for the network only, never for what stands behind other uploads. */
class HeldSlotsTest {

    private static final int SLOTS = 2;
    private static final Duration SOON = Duration.ofSeconds(20);

    private final WechatSimulator wechat = TwoAccounts.simulator();
    private final DefaultCamelContext context = new DefaultCamelContext();
    private final CountDownLatch release = new CountDownLatch(1);
    private final CountDownLatch held = new CountDownLatch(SLOTS);
    private final CountDownLatch ended = new CountDownLatch(SLOTS);

    @BeforeEach
    void start() throws Exception {
        TwoAccounts.addTo(context, wechat, SLOTS / 2);
        context.addRoutes(new RouteBuilder() {
            @Override
            public void configure() {
                from("direct:held").to(A).process(exchange -> {
                    held.countDown();
                    release.await();
                });
            }
        });
        context.start();
    }

    @AfterEach
    void stop() throws Exception {
        release.countDown();
        context.close();
        wechat.close();
    }

    @Test
    void oneMoreUploadReachesWechatAndItsCallerGetsTheAnswer() throws Exception {
        holdEverySlot();
        CompletableFuture<AddMaterialResult> more = CompletableFuture.supplyAsync(
                () -> context.createProducerTemplate().requestBody(A, Samples.png(), AddMaterialResult.class));
        assertThat(more).succeedsWithin(SOON);
        assertThat(wechat.journal().count(ADD_MATERIAL)).isEqualTo(SLOTS + 1);
        release.countDown();
        assertThat(ended.await(SOON.toSeconds(), TimeUnit.SECONDS)).isTrue();
    }

    @Test
    void aCallerThatIsInterruptedGivesUpItsUploadAndStaysInterrupted() throws Exception {
        holdEverySlot();
        Exchange exchange = new DefaultExchange(context);
        exchange.getMessage().setBody(Samples.png());
        CompletableFuture<Boolean> flag = new CompletableFuture<>();
        AtomicInteger callbacks = new AtomicInteger();
        try (Gate gate = wechat.faults().hold("/cgi-bin/material/add_material");
             AsyncProducer producer = context.getEndpoint(A).createAsyncProducer()) {
            producer.start();
            Thread caller = new Thread(() -> {
                producer.process(exchange, sync -> callbacks.incrementAndGet());
                flag.complete(Thread.currentThread().isInterrupted());
            });
            caller.start();
            gate.awaitHeld(1, SOON);
            caller.interrupt();
            assertThat(flag).succeedsWithin(SOON).isEqualTo(true);
        }
        assertThat(exchange.getException()).hasMessageContaining("interrupted").isNotInstanceOf(NotSentException.class);
        // a second callback would come from a worker
        release.countDown();
        context.stop();
        assertThat(callbacks).hasValue(1);
    }

    /** The calling thread is free at once: with a slot it waits for nothing. */
    private void holdEverySlot() throws Exception {
        ProducerTemplate template = context.createProducerTemplate();
        for (int i = 0; i < SLOTS; i++) {
            template.asyncSend("direct:held", exchange -> exchange.getMessage().setBody(Samples.png()))
                    .whenComplete((exchange, failure) -> ended.countDown());
        }
        assertThat(held.await(SOON.toSeconds(), TimeUnit.SECONDS)).isTrue();
    }
}
