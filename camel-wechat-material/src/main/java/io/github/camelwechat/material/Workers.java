package io.github.camelwechat.material;

import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.function.IntSupplier;

import org.apache.camel.spi.ExecutorServiceManager;
import org.apache.camel.spi.ThreadPoolProfile;
import org.apache.camel.util.concurrent.ThreadPoolRejectedPolicy;

/**
 * The threads on which exchanges go on after their answer: eight, and more only while all of them are held up by what
 * stands behind the uploads. A task is never run by the one who hands it over, since that is an I/O thread, and never
 * lost. Thread-safe.
 */
final class Workers {

    static final int SIZE = 8;
    private static final String NAME = "WechatMaterial";

    private final ExecutorServiceManager manager;
    private final ExecutorService pool;
    /** Null with virtual threads, of which there is one for each task. */
    private final WorkerGrowth growth;
    private final ThreadLocal<Boolean> worker = ThreadLocal.withInitial(() -> false);

    /** @param bound how many threads there may be at most, at the moment of asking */
    Workers(ExecutorServiceManager manager, Object source, ScheduledExecutorService timer, IntSupplier bound) {
        this.manager = manager;
        this.pool = manager.newThreadPool(source, NAME, profile());
        this.growth = pool instanceof ThreadPoolExecutor threads ? new WorkerGrowth(threads, bound, timer) : null;
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
        } catch (RejectedExecutionException e) {
            runSpare(marked);
            return;
        }
        if (growth != null) {
            growth.watch();
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
        Thread thread = Thread.currentThread();
        worker.set(true);
        if (growth != null) {
            growth.begins(thread);
        }
        try {
            task.run();
        } finally {
            worker.remove();
            if (growth != null) {
                growth.ends(thread);
            }
        }
    }

    private void runSpare(Runnable task) {
        manager.newThread(NAME + "Spare", task).start();
    }
}
