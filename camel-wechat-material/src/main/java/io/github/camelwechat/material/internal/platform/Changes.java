package io.github.camelwechat.material.internal.platform;

import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Queue;
import java.util.concurrent.Executor;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ScheduledExecutorService;
import java.util.function.Supplier;

import io.github.camelwechat.material.error.WechatMaterialException;
import io.github.camelwechat.material.internal.call.Call;
import io.github.camelwechat.material.internal.call.Deadline;
import io.github.camelwechat.material.internal.call.Promise;
import org.jspecify.annotations.Nullable;

/**
 * Changes of what a platform knows: made one after the other, on a thread that may wait for the store. Everybody else
 * goes on when a change is done. Thread-safe.
 */
final class Changes {

    /** WeChat repeats a push that is not answered within five seconds. */
    private static final Duration LIMIT = Duration.ofSeconds(4);
    private static final int MAX_WAITING = 2000;

    private final Executor threads;
    private final Deadline limit;
    private final Queue<Runnable> waiting = new ArrayDeque<>();
    private boolean running;

    /**
     * @param threads may be held up by a store
     * @param timer   ends the waiting for a store that hangs
     */
    Changes(Executor threads, ScheduledExecutorService timer) {
        this.threads = threads;
        this.limit = new Deadline(timer, LIMIT, "the limit for the store");
    }

    /**
     * Begins a change. One whose time is up may be made all the same.
     *
     * @param change what it throws is the failure
     */
    <T extends @Nullable Object> Call<T> begin(Supplier<T> change) {
        return limit.over("store", () -> {
            Promise<T> done = new Promise<>((self, why) -> self.fail(new WechatMaterialException("Not stored: " + why)));
            if (!enqueue(() -> make(change, done))) {
                done.fail(new WechatMaterialException("Not stored: the store is too slow for what comes"));
            } else {
                run();
            }
            return done;
        });
    }

    private synchronized boolean enqueue(Runnable task) {
        return waiting.size() < MAX_WAITING && waiting.add(task);
    }

    private void run() {
        synchronized (this) {
            if (running) {
                return;
            }
            running = true;
        }
        try {
            threads.execute(this::makeAll);
        } catch (RejectedExecutionException e) {
            synchronized (this) {
                running = false;
                // each ends by its limit, as the component is stopped
                waiting.clear();
            }
            throw new WechatMaterialException("Not stored: the component is stopped", e);
        }
    }

    private void makeAll() {
        for (Runnable next = next(); next != null; next = next()) {
            next.run();
        }
    }

    private synchronized @Nullable Runnable next() {
        Runnable next = waiting.poll();
        running = next != null;
        return next;
    }

    private static <T extends @Nullable Object> void make(Supplier<T> change, Promise<T> done) {
        T result;
        try {
            result = change.get();
        } catch (RuntimeException | Error e) {
            done.fail(e);
            return;
        }
        done.complete(result);
    }
}
