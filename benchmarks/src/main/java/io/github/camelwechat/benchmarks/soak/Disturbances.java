package io.github.camelwechat.benchmarks.soak;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.TimeUnit;

/** Faults that are not those of a single call: tokens that end, callers that are interrupted, contexts that stop. */
final class Disturbances implements AutoCloseable {

    private static final int CALLERS = 4;
    private static final int UPLOADS_PER_STOP = 16;
    private static final int PAUSE_MILLIS = 1500;
    private static final int WITHIN_MILLIS = 60;
    /** Each time costs all exchanges in flight a refused request. */
    private static final int TOKENS_END_EACH = 4;
    private static final int ENDED_SECONDS = 20;

    private final ExecutorService callers = Executors.newFixedThreadPool(CALLERS);
    private final SoakProcess server;
    private final Workload workload;
    private final Feeds feeds;
    private long rounds;
    private long expired;
    private long displaced;

    Disturbances(SoakProcess server, Workload workload, Feeds feeds) {
        this.server = server;
        this.workload = workload;
        this.feeds = feeds;
    }

    /** {@return how often all tokens have expired} */
    long tokensExpired() {
        return expired;
    }

    /** {@return how often all tokens have been displaced} */
    long tokensDisplaced() {
        return displaced;
    }

    /** Goes on until that time, by {@link System#nanoTime}; every exchange has ended then, or has had the time to. */
    void run(long end) throws Exception {
        while (System.nanoTime() < end) {
            if (++rounds % TOKENS_END_EACH == 0) {
                boolean byAge = expired == displaced;
                server.endTokens(byAge);
                if (byAge) {
                    expired++;
                } else {
                    displaced++;
                }
            }
            interruptCallers();
            stopByForce();
            TimeUnit.MILLISECONDS.sleep(PAUSE_MILLIS);
        }
    }

    private void interruptCallers() throws Exception {
        CountDownLatch ended = new CountDownLatch(CALLERS);
        List<Future<?>> calling = new ArrayList<>();
        for (int i = 0; i < CALLERS; i++) {
            calling.add(callers.submit(() -> {
                workload.upload(ClientFault.CALLER_INTERRUPTED, feeds, ended::countDown);
                return null;
            }));
        }
        TimeUnit.MILLISECONDS.sleep(ThreadLocalRandom.current().nextInt(WITHIN_MILLIS));
        calling.forEach(caller -> caller.cancel(true));
        // one that was cancelled before it began never counts down
        ended.await(1, TimeUnit.SECONDS);
    }

    private void stopByForce() throws Exception {
        CountDownLatch ended = new CountDownLatch(UPLOADS_PER_STOP);
        Feeds stopped = new Feeds(server.url());
        for (int i = 0; i < UPLOADS_PER_STOP; i++) {
            workload.upload(ClientFault.STOPPED, stopped, ended::countDown);
        }
        TimeUnit.MILLISECONDS.sleep(ThreadLocalRandom.current().nextInt(WITHIN_MILLIS));
        stopped.stopByForce();
        ended.await(ENDED_SECONDS, TimeUnit.SECONDS);
    }

    @Override
    public void close() {
        callers.shutdownNow();
    }
}
