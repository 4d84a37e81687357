package io.github.camelwechat.material.internal.transport;

import java.io.IOException;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executor;
import java.util.function.LongSupplier;

/**
 * The threads that read and close files. A read may hang for ever, on a network file system for example, and then holds
 * one of these threads and nothing else; while several hang, no further file is begun. Thread-safe.
 */
public final class FileReaders implements Executor {

    /** The time after which a read counts as hung. */
    static final Duration HUNG_AFTER = Duration.ofSeconds(5);
    /** The number of hung reads from which on no further file is begun. */
    static final int MAX_HUNG = 4;

    private final Executor threads;
    private final LongSupplier nanoTime;
    /** When the read that each thread is in was started. */
    private final Map<Thread, Long> started = new ConcurrentHashMap<>();

    /**
     * @param threads  grow where all of them are held up, and never reject
     * @param nanoTime {@link System#nanoTime}, or a clock of a test's
     */
    public FileReaders(Executor threads, LongSupplier nanoTime) {
        this.threads = threads;
        this.nanoTime = nanoTime;
    }

    @Override
    public void execute(Runnable task) {
        threads.execute(() -> run(task));
    }

    private void run(Runnable task) {
        Thread thread = Thread.currentThread();
        started.put(thread, nanoTime.getAsLong());
        try {
            task.run();
        } finally {
            started.remove(thread);
        }
    }

    /** Notes that the task of this thread starts a further read: a slow file does not hang. */
    void startNextRead() {
        started.computeIfPresent(Thread.currentThread(), (thread, before) -> nanoTime.getAsLong());
    }

    /** @throws IOException while {@value #MAX_HUNG} reads or more hang */
    void requireResponsive() throws IOException {
        if (started.size() < MAX_HUNG) {
            return;
        }
        long now = nanoTime.getAsLong();
        long hung = started.values().stream().filter(since -> now - since > HUNG_AFTER.toNanos()).count();
        if (hung >= MAX_HUNG) {
            throw new IOException(
                    hung + " files have not been read for " + HUNG_AFTER.toSeconds() + " s, the limit is " + MAX_HUNG
                                  + "; check the file systems that the files are on");
        }
    }
}
