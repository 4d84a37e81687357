package io.github.camelwechat.material.internal.inflight;

import java.util.Set;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.IntSupplier;

import org.apache.camel.spi.ExecutorServiceManager;
import org.apache.camel.spi.ThreadPoolProfile;
import org.apache.camel.util.concurrent.ThreadPoolRejectedPolicy;

/**
 * Threads for tasks that may be held up: a pool of a few, and more only while all of them are held up. A task is never
 * run by the one who hands it over, since that is an I/O thread, and never lost: it waits in a queue of our own,
 * whatever kind of pool a Camel with tracing, metrics or virtual threads gives us. Thread-safe.
 */
public final class Workers {

    private static final long EXTRA_IDLE_MILLIS = 1000;
    private static final long LOOK_MILLIS = 1;

    private final ExecutorServiceManager manager;
    private final String name;
    private final int size;
    private final ExecutorService pool;
    private final IntSupplier bound;
    private final WorkerGrowth growth;
    private final BlockingQueue<Runnable> queue = new LinkedBlockingQueue<>();
    private final Set<Thread> busy = ConcurrentHashMap.newKeySet();
    private final AtomicInteger extras = new AtomicInteger();
    private final AtomicLong ended = new AtomicLong();
    private final ThreadLocal<Boolean> worker = ThreadLocal.withInitial(() -> false);
    private volatile boolean stopping;

    /**
     * @param name  of the threads
     * @param size  the number of threads while none is held up
     * @param bound the most threads at the moment of asking
     */
    public Workers(ExecutorServiceManager manager, Object source, String name, int size, ScheduledExecutorService timer,
                   IntSupplier bound) {
        this.manager = manager;
        this.name = name;
        this.size = size;
        this.pool = manager.newThreadPool(source, name, profile());
        this.bound = bound;
        this.growth = new WorkerGrowth(this, timer);
    }

    private ThreadPoolProfile profile() {
        ThreadPoolProfile profile = new ThreadPoolProfile(name);
        profile.setPoolSize(size);
        profile.setMaxPoolSize(size);
        profile.setMaxQueueSize(Integer.MAX_VALUE);
        profile.setKeepAliveTime(10L);
        profile.setTimeUnit(TimeUnit.SECONDS);
        profile.setAllowCoreThreadTimeOut(true);
        // Camel's default, caller runs, would put user code on an I/O thread
        profile.setRejectedPolicy(ThreadPoolRejectedPolicy.Abort);
        return profile;
    }

    /** Returns whether the current thread is running a task of these workers. */
    boolean isWorker() {
        return worker.get();
    }

    public void execute(Runnable task) {
        queue.add(task);
        try {
            pool.execute(this::drain);
        } catch (RejectedExecutionException e) {
            addThread();
        } catch (OutOfMemoryError e) {
            // no further thread to be had: those that there are take it, or growth tries again
        }
        growth.watch();
    }

    boolean hasQueue() {
        return !queue.isEmpty();
    }

    /** Returns the number of ended tasks. */
    long ended() {
        return ended.get();
    }

    boolean allHeldUp() {
        return busy.size() >= size + extras.get()
                && busy.stream().noneMatch(thread -> thread.getState() == Thread.State.RUNNABLE);
    }

    /** As many threads again as there are, within the bound. */
    void grow() {
        int threads = size + extras.get();
        // one at least, or what is in the queue after a lack of threads would stay there
        int more = Math.max(busy.isEmpty() ? 1 : 0, Math.min(threads, bound.getAsInt() - threads));
        for (int i = 0; i < more; i++) {
            addThread();
        }
    }

    /**
     * Lets what runs come to its end, for a while; what has not begun by then gets a thread of its own. A task that
     * calls this is not waited for.
     */
    public void stop(long millis) throws InterruptedException {
        stopping = true;
        manager.shutdown(pool);
        if (isWorker() ? !awaitOthers(millis) : !manager.awaitTermination(pool, millis)) {
            manager.shutdownNow(pool);
            for (int left = queue.size(); left > 0; left--) {
                addThread();
            }
        }
    }

    private boolean awaitOthers(long millis) throws InterruptedException {
        long begun = System.nanoTime();
        while (!queue.isEmpty() || busy.stream().anyMatch(thread -> thread != Thread.currentThread())) {
            if (System.nanoTime() - begun > TimeUnit.MILLISECONDS.toNanos(millis)) {
                return false;
            }
            Thread.sleep(LOOK_MILLIS);
        }
        return true;
    }

    private void addThread() {
        extras.incrementAndGet();
        try {
            manager.newThread(name + "Extra", this::drainAndLinger).start();
        } catch (OutOfMemoryError e) {
            extras.decrementAndGet();
        }
    }

    private void drain() {
        for (Runnable task = queue.poll(); task != null; task = queue.poll()) {
            run(task);
        }
    }

    /** Runs queued tasks, and keeps the thread for a while: where the pool was not enough, the next lack is not far. */
    private void drainAndLinger() {
        try {
            Runnable task = queue.poll();
            while (task != null) {
                run(task);
                task = stopping ? queue.poll() : queue.poll(EXTRA_IDLE_MILLIS, TimeUnit.MILLISECONDS);
            }
        } catch (InterruptedException e) {
            drain();
        } finally {
            extras.decrementAndGet();
        }
    }

    private void run(Runnable task) {
        Thread thread = Thread.currentThread();
        worker.set(true);
        busy.add(thread);
        try {
            task.run();
        } finally {
            busy.remove(thread);
            worker.remove();
            ended.incrementAndGet();
        }
    }
}
