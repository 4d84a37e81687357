package io.github.camelwechat.material;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.AbstractExecutorService;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.ThreadFactory;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;

import io.github.camelwechat.material.result.AddMaterialResult;
import io.github.camelwechat.simulator.WechatSimulator;
import org.apache.camel.AsyncProducer;
import org.apache.camel.Exchange;
import org.apache.camel.ProducerTemplate;
import org.apache.camel.builder.RouteBuilder;
import org.apache.camel.impl.DefaultCamelContext;
import org.apache.camel.spi.ThreadPoolProfile;
import org.apache.camel.support.DefaultExchange;
import org.apache.camel.support.DefaultThreadPoolFactory;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

import static io.github.camelwechat.material.TwoAccounts.A;
import static io.github.camelwechat.material.TwoAccounts.ADD_MATERIAL;
import static io.github.camelwechat.material.TwoAccounts.B;
import static org.assertj.core.api.Assertions.assertThat;

/** What a Camel with tracing, a great load, a lack of threads and a restart in operation do to exchanges. */
class HardTimesTest {

    private final WechatSimulator wechat = TwoAccounts.simulator();
    private final DefaultCamelContext context = new DefaultCamelContext();

    @AfterEach
    void stop() throws Exception {
        context.close();
        wechat.close();
    }

    /** As tracing and metrics do: what they give is no ThreadPoolExecutor. */
    @Test
    void aPoolThatIsWrappedDoesNotLockUp() throws Exception {
        context.getExecutorServiceManager().setThreadPoolFactory(new DefaultThreadPoolFactory() {
            @Override
            public ExecutorService newThreadPool(ThreadPoolProfile profile, ThreadFactory factory) {
                return new Wrapped(super.newThreadPool(profile, factory));
            }
        });
        TwoAccounts.addTo(context, wechat, 16);
        context.addRoutes(new RouteBuilder() {
            @Override
            public void configure() {
                from("direct:in").to(A).setBody(exchange -> Samples.png()).to(B + "?synchronous=true");
            }
        });
        context.start();
        assertAllEnd("direct:in", 100);
    }

    /** Camel's own pools for timers refuse the thousand and first task. */
    @Test
    void moreThanAThousandAreUnderWayAtOnce() throws Exception {
        TwoAccounts.addTo(context, wechat, 600);
        context.start();
        wechat.faults().hold(ADD_MATERIAL);
        try (AsyncProducer producer = context.getEndpoint(A).createAsyncProducer()) {
            producer.start();
            CountDownLatch done = new CountDownLatch(1100);
            AtomicInteger failed = new AtomicInteger();
            for (int i = 0; i < 1100; i++) {
                send(producer, done, failed);
            }
            wechat.faults().clear();
            assertThat(done.await(60, TimeUnit.SECONDS)).isTrue();
            assertThat(failed).hasValue(0);
        }
    }

    /** The first thread that cannot be had, as at a container's limit, is made up for by the next one. */
    @Test
    void aLackOfThreadsLosesNoExchange() throws Exception {
        AtomicInteger refused = new AtomicInteger(4);
        context.getExecutorServiceManager().setThreadPoolFactory(new DefaultThreadPoolFactory() {
            @Override
            public ExecutorService newThreadPool(ThreadPoolProfile profile, ThreadFactory factory) {
                return super.newThreadPool(profile, task -> {
                    if ("WechatMaterial".equals(profile.getId()) && refused.getAndDecrement() > 0) {
                        throw new OutOfMemoryError("unable to create native thread");
                    }
                    return factory.newThread(task);
                });
            }
        });
        TwoAccounts.addTo(context, wechat, 4);
        context.start();
        assertAllEnd(A, 30);
        assertThat(refused.get()).isLessThanOrEqualTo(0);
    }

    @Test
    void endpointsGoOnAfterTheirComponentWasStoppedAndStarted() throws Exception {
        WechatMaterialComponent component = TwoAccounts.addTo(context, wechat, 4);
        context.addRoutes(new RouteBuilder() {
            @Override
            public void configure() {
                from("direct:in").to(A);
            }
        });
        context.start();
        assertAllEnd("direct:in", 3);
        component.stop();
        try (ProducerTemplate template = context.createProducerTemplate()) {
            Exchange exchange = template.send("direct:in", e -> e.getMessage().setBody(Samples.png()));
            assertThat(exchange.getException()).hasMessageContaining("the component is stopped");
        }
        component.start();
        assertAllEnd("direct:in", 3);
    }

    @Test
    void endpointsThatAreNotCachedShareTheirToken() throws Exception {
        TwoAccounts.addTo(context, wechat, 4);
        context.addRoutes(new RouteBuilder() {
            @Override
            public void configure() {
                from("direct:in").toD().uri(A + "?title=${exchangeId}").cacheSize(-1);
            }
        });
        context.start();
        assertAllEnd("direct:in", 20);
        assertThat(wechat.journal().count("/cgi-bin/stable_token")).isEqualTo(1);
    }

    /** Callers that keep sending while the component stops are answered, one way or the other. */
    @Test
    void nobodyIsLeftWaitingWhenTheComponentStops() throws Exception {
        for (int round = 0; round < 10; round++) {
            try (DefaultCamelContext stopping = new DefaultCamelContext()) {
                WechatMaterialComponent component = TwoAccounts.addTo(stopping, wechat, 2);
                stopping.start();
                wechat.faults().latency(ADD_MATERIAL, Duration.ofMillis(3));
                CountDownLatch first = new CountDownLatch(20);
                List<CompletableFuture<Void>> callers = new ArrayList<>();
                for (int i = 0; i < 12; i++) {
                    callers.add(CompletableFuture.runAsync(() -> sendUntilRefused(stopping, first),
                            caller -> new Thread(caller).start()));
                }
                assertThat(first.await(30, TimeUnit.SECONDS)).isTrue();
                component.stop();
                assertThat(callers).allSatisfy(caller -> assertThat(caller).succeedsWithin(Duration.ofSeconds(30)));
            }
        }
    }

    private static void sendUntilRefused(DefaultCamelContext context, CountDownLatch first) {
        try (ProducerTemplate template = context.createProducerTemplate()) {
            Exchange exchange;
            do {
                exchange = template.send(A, e -> e.getMessage().setBody(Samples.png()));
                first.countDown();
            } while (exchange.getException() == null);
        } catch (Exception e) {
            throw new IllegalStateException(e);
        }
    }

    private void assertAllEnd(String uri, int number) throws Exception {
        CountDownLatch done = new CountDownLatch(number);
        AtomicInteger failed = new AtomicInteger();
        try (AsyncProducer producer = context.getEndpoint(uri).createAsyncProducer()) {
            producer.start();
            for (int i = 0; i < number; i++) {
                send(producer, done, failed);
            }
            assertThat(done.await(30, TimeUnit.SECONDS)).as("%d did not end", done.getCount()).isTrue();
        }
        assertThat(failed).hasValue(0);
    }

    private void send(AsyncProducer producer, CountDownLatch done, AtomicInteger failed) {
        Exchange exchange = new DefaultExchange(context);
        exchange.getMessage().setBody(Samples.png());
        producer.process(exchange, sync -> {
            if (exchange.getException() != null || !(exchange.getMessage().getBody() instanceof AddMaterialResult)) {
                failed.incrementAndGet();
            }
            done.countDown();
        });
    }

    /** Nothing but what it wraps. */
    private static final class Wrapped extends AbstractExecutorService {

        private final ExecutorService pool;

        Wrapped(ExecutorService pool) {
            this.pool = pool;
        }

        @Override
        public void execute(Runnable task) {
            pool.execute(task);
        }

        @Override
        public void shutdown() {
            pool.shutdown();
        }

        @Override
        public List<Runnable> shutdownNow() {
            return pool.shutdownNow();
        }

        @Override
        public boolean isShutdown() {
            return pool.isShutdown();
        }

        @Override
        public boolean isTerminated() {
            return pool.isTerminated();
        }

        @Override
        public boolean awaitTermination(long timeout, TimeUnit unit) throws InterruptedException {
            return pool.awaitTermination(timeout, unit);
        }
    }
}
