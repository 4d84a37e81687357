package io.github.camelwechat.material.internal.inflight;

import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;

/**
 * Doubles the workers while all of them are held up by what they wait for, so that the tasks in the queue, which may be
 * what they wait for, get on. Looks only while there is a queue. Thread-safe.
 */
final class WorkerGrowth {

    private static final long TICK_MILLIS = 50;
    /** Waiting for a socket looks like computing, so after a second without progress the looks no longer count. */
    private static final int TICKS_TO_DOUBT = 20;

    private final Workers workers;
    private final ScheduledExecutorService timer;
    private final AtomicBoolean ticking = new AtomicBoolean();

    WorkerGrowth(Workers workers, ScheduledExecutorService timer) {
        this.workers = workers;
        this.timer = timer;
    }

    /** To be called after a task was handed over. */
    void watch() {
        if (workers.hasQueue() && ticking.compareAndSet(false, true)) {
            schedule(workers.ended(), 0);
        }
    }

    private void schedule(long endedBefore, int ticksWithoutProgress) {
        try {
            timer.schedule(() -> tick(endedBefore, ticksWithoutProgress), TICK_MILLIS, TimeUnit.MILLISECONDS);
        } catch (RejectedExecutionException e) {
            // the component is stopping, and looks itself after what is queued
            ticking.set(false);
        }
    }

    private void tick(long endedBefore, int ticksBefore) {
        if (!workers.hasQueue()) {
            ticking.set(false);
            watch();
            return;
        }
        long ended = workers.ended();
        int ticks = ended == endedBefore ? ticksBefore + 1 : 0;
        if ((ticks > 0 && workers.allHeldUp()) || ticks >= TICKS_TO_DOUBT) {
            workers.grow();
            ticks = 0;
        }
        schedule(ended, ticks);
    }
}
