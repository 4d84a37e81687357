package io.github.camelwechat.material.internal.transport;

import java.util.ArrayDeque;
import java.util.Queue;

/**
 * How many material requests of one account are on the wire at once. Waiting for a permit holds no thread: who waits is
 * called back, on the thread that gives a permit back. Thread-safe.
 */
public final class Permits {

    private final Queue<Runnable> waiting = new ArrayDeque<>();
    private int free;
    private boolean closed;

    public Permits(int permits) {
        this.free = permits;
    }

    /**
     * Calls {@code granted} once a permit is free, at once if one is. The permit has to be {@link #release() released}
     * for each such call, by those too that no longer want it.
     */
    public void acquire(Runnable granted) {
        synchronized (this) {
            if (free == 0 || closed) {
                waiting.add(granted);
                return;
            }
            free--;
        }
        granted.run();
    }

    /** Takes one out of the queue that no longer wants a permit; false if it has one already, or never waited. */
    public synchronized boolean forget(Runnable granted) {
        return waiting.remove(granted);
    }

    /** Grants no more: who waits, waits until it is told otherwise by whoever closed. */
    public synchronized void close() {
        closed = true;
    }

    public void release() {
        Runnable next;
        synchronized (this) {
            next = closed ? null : waiting.poll();
            if (next == null) {
                free++;
                return;
            }
        }
        next.run();
    }
}
