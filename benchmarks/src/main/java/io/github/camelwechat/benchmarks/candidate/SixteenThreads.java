package io.github.camelwechat.benchmarks.candidate;

import java.util.Collections;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;

/** Keeps as many uploads in flight that hold a thread each. */
final class SixteenThreads implements AutoCloseable {

    private final ExecutorService threads = Executors.newFixedThreadPool(InFlight.MOST);

    /** Every thread takes its next upload itself: a task for each would cost those that block a hand-over. */
    void run(int uploads, Callable<?> upload) throws InterruptedException, ExecutionException {
        AtomicInteger left = new AtomicInteger(uploads);
        Callable<Void> loop = () -> {
            while (left.getAndDecrement() > 0) {
                upload.call();
            }
            return null;
        };
        for (Future<Void> thread : threads.invokeAll(Collections.nCopies(InFlight.MOST, loop))) {
            thread.get();
        }
    }

    @Override
    public void close() {
        threads.shutdownNow();
    }
}
