package io.github.camelwechat.benchmarks.candidate;

import java.util.concurrent.CompletionException;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.Semaphore;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Supplier;

/** Keeps sixteen uploads in flight that hold no thread. */
final class InFlight {

    static final int MOST = 16;

    private InFlight() {
    }

    static void run(int uploads, Supplier<CompletionStage<?>> upload) throws InterruptedException {
        Semaphore free = new Semaphore(MOST);
        AtomicReference<Throwable> failure = new AtomicReference<>();
        for (int i = 0; i < uploads && failure.get() == null; i++) {
            free.acquire();
            upload.get().whenComplete((result, cause) -> {
                failure.compareAndSet(null, cause);
                free.release();
            });
        }
        free.acquire(MOST);
        if (failure.get() != null) {
            throw new CompletionException(failure.get());
        }
    }
}
