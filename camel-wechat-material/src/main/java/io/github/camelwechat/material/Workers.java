package io.github.camelwechat.material;

import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.IntSupplier;

import org.apache.camel.spi.ExecutorServiceManager;
import org.apache.camel.spi.ThreadPoolProfile;
import org.apache.camel.util.concurrent.ThreadPoolRejectedPolicy;

/**
 * The threads on which exchanges go on after their answer: eight, and more only while all of them are held up by what
 * stands behind the uploads. A task is never run by the one who hands it over, since that is an I/O thread, and never
 * lost.
 */
final class Workers {

    static final int SIZE = 8;
    private static final String NAME = "WechatMaterial";
    private static final long TICK = 50;

    private final ExecutorServiceManager manager;
    private final ExecutorService pool;
    private final ScheduledExecutorService timer;
    private final IntSupplier bound;
    private final ThreadLocal<Boolean> worker = ThreadLocal.withInitial(() -> false);
    private final AtomicBoolean ticking = new AtomicBoolean();

    /** @param bound how many threads there may be at most, at the moment of asking */
    Workers(ExecutorServiceManager manager, Object source, ScheduledExecutorService timer, IntSupplier bound) {
        this.manager = manager;
        this.timer = timer;
        this.bound = bound;
        this.pool = manager.newThreadPool(source, NAME, profile());
    }

    private static ThreadPoolProfile profile() {
        ThreadPoolProfile profile = new ThreadPoolProfile(NAME);
        profile.setPoolSize(SIZE);
        profile.setMaxPoolSize(SIZE);
        profile.setMaxQueueSize(Integer.MAX_VALUE);
        profile.setKeepAliveTime(10L);
        profile.setTimeUnit(TimeUnit.SECONDS);
        profile.setAllowCoreThreadTimeOut(true);
        // Camel's default, caller runs, would put user code on an I/O thread
        profile.setRejectedPolicy(ThreadPoolRejectedPolicy.Abort);
        return profile;
    }

    /** Whether the current thread is running a task of these workers. */
    boolean isWorker() {
        return worker.get();
    }

    void execute(Runnable task) {
        Runnable marked = () -> runMarked(task);
        try {
            pool.execute(marked);
            watch();
        } catch (RejectedExecutionException e) {
            runSpare(marked);
        }
    }

    /** Lets what runs come to its end, for a while; what has not begun by then gets a thread of its own. */
    void stop(long millis) throws InterruptedException {
        manager.shutdown(pool);
        if (!manager.awaitTermination(pool, millis)) {
            List<Runnable> left = manager.shutdownNow(pool);
            left.forEach(this::runSpare);
        }
    }

    private void runMarked(Runnable task) {
        boolean before = worker.get();
        worker.set(true);
        try {
            task.run();
        } finally {
            worker.set(before);
        }
    }

    private void runSpare(Runnable task) {
        manager.newThread(NAME + "Spare", task).start();
    }

    /** Virtual threads need no watching: there is one for each task. */
    private void watch() {
        if (pool instanceof ThreadPoolExecutor threads && !threads.getQueue().isEmpty() && ticking.compareAndSet(false, true)) {
            scheduleTick(threads, -1);
        }
    }

    private void scheduleTick(ThreadPoolExecutor threads, long completedBefore) {
        try {
            timer.schedule(() -> tick(threads, completedBefore), TICK, TimeUnit.MILLISECONDS);
        } catch (RejectedExecutionException e) {
            // the component is stopping: stop() looks after what is queued
            ticking.set(false);
        }
    }

    private void tick(ThreadPoolExecutor threads, long completedBefore) {
        long completed = threads.getCompletedTaskCount();
        if (!threads.getQueue().isEmpty()) {
            if (completed == completedBefore) {
                resize(threads, Math.max(SIZE, Math.min(bound.getAsInt(), threads.getCorePoolSize() * 2)));
            }
            scheduleTick(threads, completed);
        } else if (threads.getActiveCount() > 0) {
            scheduleTick(threads, completed);
        } else {
            resize(threads, SIZE);
            ticking.set(false);
            watch();
        }
    }

    private static void resize(ThreadPoolExecutor threads, int size) {
        if (size > threads.getCorePoolSize()) {
            threads.setMaximumPoolSize(size);
            threads.setCorePoolSize(size);
        } else if (size < threads.getCorePoolSize()) {
            threads.setCorePoolSize(size);
            threads.setMaximumPoolSize(size);
        }
    }
}
