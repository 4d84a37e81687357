package io.github.camelwechat.material;

import java.util.List;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicReference;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;

import io.github.camelwechat.simulator.WechatSimulator;
import org.apache.camel.AsyncProducer;
import org.apache.camel.Exchange;
import org.apache.camel.impl.DefaultCamelContext;
import org.apache.camel.impl.engine.PooledExchangeFactory;
import org.apache.camel.support.DefaultExchange;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

import static io.github.camelwechat.material.TwoAccounts.A;
import static io.github.camelwechat.material.TwoAccounts.B;
import static org.assertj.core.api.Assertions.assertThat;

/** However routes make threads wait for each other, every exchange comes to its end. */
class NoLockUpTest {

    private static final int EXCHANGES = 100;
    private static final List<String> OWNERS = List.of(
            "wechat-material:owner-1", "wechat-material:owner-2", "wechat-material:owner-3");
    private static final RouteShapes SHAPES = new RouteShapes();

    private static WechatSimulator wechat;

    @BeforeAll
    static void start() {
        wechat = TwoAccounts.simulator();
    }

    @AfterAll
    static void stop() {
        wechat.close();
    }

    static Stream<Arguments> shapes() {
        return IntStream.of(1, 4, 16).boxed().flatMap(permits -> StreamSupport
                .stream(SHAPES.names().spliterator(), false).map(shape -> Arguments.of(shape, permits)));
    }

    @ParameterizedTest(name = "{0}, {1} permits")
    @MethodSource("shapes")
    void everyExchangeEnds(String shape, int permits) throws Exception {
        run(shape, permits, false, new WechatMaterialComponent());
    }

    @ParameterizedTest(name = "{0}, {1} permits, pooled exchanges")
    @MethodSource("shapes")
    void everyPooledExchangeEnds(String shape, int permits) throws Exception {
        run(shape, permits, true, new WechatMaterialComponent());
    }

    /** The bounded pool of a store, say, on which a call is asked for and noted down. */
    @ParameterizedTest(name = "{0}, {1} permits, two hops more")
    @MethodSource("shapes")
    void everyExchangeWithMoreHopsEnds(String shape, int permits) throws Exception {
        ExecutorService elsewhere = Executors.newFixedThreadPool(2);
        try {
            run(shape, permits, false, new HoppingComponent(elsewhere));
        } finally {
            elsewhere.shutdownNow();
        }
    }

    /** Each of three owners waits for the next one, in a circle. */
    @ParameterizedTest(name = "{0}, {1} permits, three owners of one bound")
    @MethodSource("shapes")
    void everyExchangeOnASharedBoundEnds(String shape, int permits) throws Exception {
        try (OneBoundComponent component = new OneBoundComponent(permits);
             DefaultCamelContext context = new DefaultCamelContext()) {
            TwoAccounts.addTo(context, wechat, permits, component);
            component.setAccounts(Map.of(
                    "owner-1", TwoAccounts.account(), "owner-2", TwoAccounts.account(), "owner-3", TwoAccounts.account()));
            for (int i = 0; i < OWNERS.size(); i++) {
                context.addRoutes(SHAPES.route(shape, "direct:in" + i, OWNERS.get(i), OWNERS.get((i + 1) % OWNERS.size())));
            }
            context.start();
            feedAll(context, List.of("direct:in0", "direct:in1", "direct:in2"));
            assertThat(component.owners()).isEqualTo(OWNERS.size());
        }
    }

    private static void run(String shape, int permits, boolean pooled, WechatMaterialComponent component)
            throws Exception {
        try (DefaultCamelContext context = new DefaultCamelContext()) {
            if (pooled) {
                context.getCamelContextExtension().setExchangeFactory(new PooledExchangeFactory());
            }
            TwoAccounts.addTo(context, wechat, permits, component);
            context.addRoutes(SHAPES.route(shape, "direct:in", A, B));
            context.start();
            feedAll(context, List.of("direct:in"));
        }
    }

    private static void feedAll(DefaultCamelContext context, List<String> routes) throws Exception {
        CountDownLatch done = new CountDownLatch(EXCHANGES * routes.size());
        AtomicReference<Throwable> failure = new AtomicReference<>();
        List<Thread> feeders = routes.stream()
                .map(route -> new Thread(() -> feed(context, route, done, failure), "feeder of " + route)).toList();
        feeders.forEach(Thread::start);
        assertThat(done.await(60, TimeUnit.SECONDS)).as("all ended, %d did not", done.getCount()).isTrue();
        assertThat(failure.get()).isNull();
        for (Thread feeder : feeders) {
            feeder.join();
        }
    }

    /** One thread that hands over one exchange after the other, as a consumer does. */
    private static void feed(
            DefaultCamelContext context, String route, CountDownLatch done, AtomicReference<Throwable> failure) {
        try (AsyncProducer in = context.getEndpoint(route).createAsyncProducer()) {
            in.start();
            for (int i = 0; i < EXCHANGES; i++) {
                Exchange exchange = new DefaultExchange(context);
                in.process(exchange, sync -> {
                    failure.compareAndSet(null, exchange.getException());
                    done.countDown();
                });
            }
        } catch (Exception e) {
            failure.compareAndSet(null, e);
        }
    }
}
