package io.github.camelwechat.material;

import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.IntSupplier;

/**
 * Doubles a pool whose threads are all held up by what they wait for, so that the tasks in its queue, which may be what
 * they wait for, get on. Looks only while there is a queue. Thread-safe.
 */
final class WorkerGrowth {

    private static final long TICK_MILLIS = 50;
    /** Waiting for a socket looks like computing, so after a second without progress the looks no longer count. */
    private static final int TICKS_TO_DOUBT = 20;

    private final ThreadPoolExecutor pool;
    private final int usualSize;
    private final IntSupplier bound;
    private final ScheduledExecutorService timer;
    private final Set<Thread> busy = ConcurrentHashMap.newKeySet();
    private final AtomicBoolean ticking = new AtomicBoolean();

    WorkerGrowth(ThreadPoolExecutor pool, IntSupplier bound, ScheduledExecutorService timer) {
        this.pool = pool;
        this.usualSize = pool.getCorePoolSize();
        this.bound = bound;
        this.timer = timer;
    }

    void begins(Thread worker) {
        busy.add(worker);
    }

    void ends(Thread worker) {
        busy.remove(worker);
    }

    /** To be called after a task was handed over. */
    void watch() {
        if (!pool.getQueue().isEmpty() && ticking.compareAndSet(false, true)) {
            schedule(pool.getCompletedTaskCount(), 0);
        }
    }

    private void schedule(long completedBefore, int ticksWithoutProgress) {
        try {
            timer.schedule(() -> tick(completedBefore, ticksWithoutProgress), TICK_MILLIS, TimeUnit.MILLISECONDS);
        } catch (RejectedExecutionException e) {
            // the component is stopping, and looks itself after what is queued
            ticking.set(false);
        }
    }

    private void tick(long completedBefore, int ticksBefore) {
        long completed = pool.getCompletedTaskCount();
        if (!pool.getQueue().isEmpty()) {
            int ticks = completed == completedBefore ? ticksBefore + 1 : 0;
            if (ticks > 0 && allHeldUp() || ticks >= TICKS_TO_DOUBT) {
                resize(Math.max(usualSize, Math.min(bound.getAsInt(), pool.getCorePoolSize() * 2)));
                ticks = 0;
            }
            schedule(completed, ticks);
        } else if (pool.getActiveCount() > 0) {
            schedule(completed, 0);
        } else {
            resize(usualSize);
            ticking.set(false);
            watch();
        }
    }

    private boolean allHeldUp() {
        return busy.size() >= pool.getCorePoolSize()
                && busy.stream().noneMatch(worker -> worker.getState() == Thread.State.RUNNABLE);
    }

    private void resize(int size) {
        if (size > pool.getCorePoolSize()) {
            pool.setMaximumPoolSize(size);
            pool.setCorePoolSize(size);
        } else if (size < pool.getCorePoolSize()) {
            pool.setCorePoolSize(size);
            pool.setMaximumPoolSize(size);
        }
    }
}
