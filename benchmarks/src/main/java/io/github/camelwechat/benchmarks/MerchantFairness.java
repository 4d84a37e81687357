package io.github.camelwechat.benchmarks;

import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.atomic.AtomicReference;

import io.github.camelwechat.feeds.Picture;
import io.github.camelwechat.material.WechatMaterialComponent;
import io.github.camelwechat.material.WechatMaterialConstants;
import io.github.camelwechat.material.WechatMaterialPlatform;
import io.github.camelwechat.simulator.WechatSimulator;
import io.github.camelwechat.simulator.push.Push;
import org.apache.camel.AsyncProducer;
import org.apache.camel.Exchange;
import org.apache.camel.ProducerTemplate;
import org.apache.camel.impl.DefaultCamelContext;
import org.apache.camel.support.DefaultExchange;
import org.jspecify.annotations.Nullable;

/**
 * Two merchants of one platform: A has thousands of pictures, B sends one now and then. Ends with 1 unless B's slowest
 * upload takes at most three times as long as B's slowest upload without A; the quick form tells the times only.
 * <p>
 * Many threads bring A's pictures. With a single one, which waits as soon as there is no slot, no more than one round
 * of answers is queued: in order of arrival B would take 2.5 times as long, and pass.
 */
public final class MerchantFairness {

    private static final String QUICK = "--quick";
    private static final String ONE_MERCHANT = "--one-merchant";
    private static final List<String> OPTIONS = List.of(QUICK, ONE_MERCHANT);
    private static final String ADD_MATERIAL = "/cgi-bin/material/add_material";
    private static final String PLATFORM = "wxplatform";
    private static final String SECRET = "secret-of-the-platform";
    private static final String RECEIVE = "wechat-material-platform:p";
    private static final int FEEDERS = 256;
    private static final int MOST_TIMES_AS_LONG = 3;
    private static final int SIZE = 1024;

    /** The uploads of one merchant. */
    private interface Merchant {
        /**
         * Sends one picture. May hold the calling thread until there is room for another one.
         *
         * @param ended takes the failure; null if there is none
         */
        void send(Ended ended);
    }

    private interface Ended {
        void with(@Nullable Throwable failure);
    }

    /**
     * Load.
     *
     * @param ofA      pictures of A
     * @param ofB      pictures of B
     * @param interval between two of B
     * @param permits  requests at once
     * @param latency  of an answer
     */
    private record Load(int ofA, int ofB, Duration interval, int permits, Duration latency) {

        static final Load FULL = new Load(10_000, 60, Duration.ofSeconds(1), 64, Duration.ofMillis(200));
        static final Load QUICK = new Load(2000, 10, Duration.ofMillis(500), 64, Duration.ofMillis(200));
    }

    private final Load load;
    private final AtomicReference<@Nullable Throwable> failure = new AtomicReference<>();

    private MerchantFairness(Load load) {
        this.load = load;
    }

    public static void main(String[] args) throws Exception {
        System.setProperty("org.slf4j.simpleLogger.defaultLogLevel", "warn");
        List<String> options = List.of(args);
        if (!OPTIONS.containsAll(options)) {
            throw new IllegalArgumentException("Unknown option among " + options + ", there are " + OPTIONS);
        }
        boolean quick = options.contains(QUICK);
        MerchantFairness fairness = new MerchantFairness(quick ? Load.QUICK : Load.FULL);
        boolean fair = fairness.measure(options.contains(ONE_MERCHANT));
        System.exit(fair || quick ? 0 : 1);
    }

    /** @param oneMerchant whether A and B are one and the same for the component, so that there are no turns */
    private boolean measure(boolean oneMerchant) throws Exception {
        try (WechatSimulator wechat = WechatSimulator.builder().app("wxa", "a").app("wxb", "b").platform(PLATFORM, SECRET)
                .start();
             DefaultCamelContext context = new DefaultCamelContext()) {
            wechat.faults().latency(ADD_MATERIAL, load.latency());
            // nobody is there: the pushes go to the endpoint directly
            wechat.platform(PLATFORM).callbackUrl("http://127.0.0.1:1/");
            wechat.switches().platform().pushAttempts(1);
            context.addComponent("wechat-material", component(wechat));
            context.start();
            receive(context, wechat.platform(PLATFORM).tickets().push());
            receive(context, Objects.requireNonNull(wechat.platform(PLATFORM).merchants().authorize("wxa").push()));
            receive(context, Objects.requireNonNull(wechat.platform(PLATFORM).merchants().authorize("wxb").push()));
            byte[] picture = Picture.make(1, SIZE).get(0).bytes();
            try (AsyncProducer producer = context.getEndpoint("wechat-material:*?platform=p&allowMerchantByHeader=true")
                    .createAsyncProducer()) {
                producer.start();
                return isFair(
                        merchant("wxa", context, producer, picture),
                        merchant(oneMerchant ? "wxa" : "wxb", context, producer, picture));
            }
        }
    }

    private WechatMaterialComponent component(WechatSimulator wechat) {
        WechatMaterialPlatform platform = new WechatMaterialPlatform();
        platform.setAppId(PLATFORM);
        platform.setSecret(SECRET);
        platform.setToken(wechat.platform(PLATFORM).messageToken());
        platform.setSecretKey(wechat.platform(PLATFORM).encodingAesKey());
        platform.setApiUrl(wechat.url());
        platform.setMaxConcurrentRequests(load.permits());
        platform.setStore("memory");
        WechatMaterialComponent component = new WechatMaterialComponent();
        component.setPlatforms(Map.of("p", platform));
        return component;
    }

    private static void receive(DefaultCamelContext context, Push push) throws Exception {
        push.awaitEnd(Duration.ofSeconds(30));
        try (ProducerTemplate template = context.createProducerTemplate()) {
            Exchange answered = template.send(RECEIVE, exchange -> {
                exchange.getMessage().setHeader(Exchange.HTTP_METHOD, "POST");
                exchange.getMessage().setHeader(Exchange.HTTP_QUERY, push.query());
                exchange.getMessage().setBody(push.body());
            });
            if (!"success".equals(answered.getMessage().getBody(String.class))) {
                throw new IllegalStateException("A push was refused", answered.getException());
            }
        }
    }

    private static Merchant merchant(String appId, DefaultCamelContext context, AsyncProducer producer, byte[] picture) {
        return ended -> {
            Exchange exchange = new DefaultExchange(context);
            exchange.getMessage().setHeader(WechatMaterialConstants.MERCHANT, appId);
            exchange.getMessage().setBody(picture);
            producer.process(exchange, synchronous -> ended.with(exchange.getException()));
        };
    }

    private boolean isFair(Merchant a, Merchant b) throws InterruptedException {
        // not counted: connections, and the classes of the way
        slowest(b);
        long alone = slowest(b);
        print("B alone:          slowest of %d %d ms", load.ofB(), alone);
        CountDownLatch left = new CountDownLatch(load.ofA());
        ExecutorService feeders = Executors.newFixedThreadPool(FEEDERS);
        AtomicLong lastOfA = new AtomicLong();
        long begun = System.nanoTime();
        try {
            for (int i = 0; i < load.ofA(); i++) {
                feeders.execute(() -> a.send(failed -> {
                    failure.compareAndSet(null, failed);
                    lastOfA.accumulateAndGet(System.nanoTime() - begun, Math::max);
                    left.countDown();
                }));
            }
            long besideA = slowest(b);
            long unsent = left.getCount();
            left.await();
            print("B beside A:       slowest of %d %d ms, which is %.1f times as long", load.ofB(), besideA,
                    (double) besideA / alone);
            print("A:                %d in %.1f s, %d of them after B's last one", load.ofA(),
                    lastOfA.get() / 1e9, unsent);
            Throwable failed = failure.get();
            if (failed != null) {
                throw new IllegalStateException("Not all of the pictures were uploaded", failed);
            }
            return besideA <= MOST_TIMES_AS_LONG * alone;
        } finally {
            feeders.shutdownNow();
        }
    }

    /** Sends the pictures of B at their times, each on a thread of its own. Returns the milliseconds of the slowest. */
    private long slowest(Merchant b) throws InterruptedException {
        Queue<Long> nanos = new ConcurrentLinkedQueue<>();
        CountDownLatch left = new CountDownLatch(load.ofB());
        ScheduledExecutorService senders = Executors.newScheduledThreadPool(load.ofB());
        try {
            for (int i = 0; i < load.ofB(); i++) {
                senders.schedule(() -> {
                    long begun = System.nanoTime();
                    b.send(failed -> {
                        nanos.add(System.nanoTime() - begun);
                        failure.compareAndSet(null, failed);
                        left.countDown();
                    });
                }, (i + 1) * load.interval().toMillis(), TimeUnit.MILLISECONDS);
            }
            left.await();
        } finally {
            senders.shutdownNow();
        }
        return TimeUnit.NANOSECONDS.toMillis(nanos.stream().mapToLong(Long::longValue).max().orElseThrow());
    }

    private static void print(String format, Object... values) {
        System.out.println(String.format(Locale.ROOT, format, values));
    }
}
