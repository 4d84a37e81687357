package io.github.camelwechat.simulator.fault;

import java.time.Duration;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;

/**
 * Holds the answers of one interface back until they are released; the calls have been carried out before, and no
 * thread waits. Thread-safe.
 */
public final class Gate implements AutoCloseable {

    private final String path;
    private final Deque<Runnable> waiting = new ArrayDeque<>();
    private boolean open;

    Gate(String path) {
        this.path = path;
    }

    /** {@return the interface whose answers it holds} */
    public String path() {
        return path;
    }

    /** {@return how many answers it holds now} */
    public synchronized int held() {
        return waiting.size();
    }

    /**
     * Waits until it holds at least that many answers.
     *
     * @param  number               how many
     * @param  atMost               after that an {@link AssertionError} says how many there are
     * @throws InterruptedException if the thread is interrupted meanwhile
     */
    public synchronized void awaitHeld(int number, Duration atMost) throws InterruptedException {
        long deadline = System.nanoTime() + atMost.toNanos();
        while (waiting.size() < number) {
            long left = deadline - System.nanoTime();
            if (left <= 0) {
                throw new AssertionError(
                        "After " + atMost + " " + waiting.size() + " of " + number
                                         + " answers of " + path + " are held");
            }
            wait(left / 1_000_000 + 1);
        }
    }

    /**
     * Lets at most that many answers go, the oldest first; the gate stays shut for others.
     *
     * @param number how many
     */
    public void release(int number) {
        List<Runnable> released = new ArrayList<>();
        synchronized (this) {
            while (released.size() < number && !waiting.isEmpty()) {
                released.add(waiting.removeFirst());
            }
        }
        released.forEach(Runnable::run);
    }

    /** Lets all answers go, and those to come. */
    public void open() {
        synchronized (this) {
            open = true;
        }
        release(Integer.MAX_VALUE);
    }

    /** The same as {@link #open}. */
    @Override
    public void close() {
        open();
    }

    /**
     * Goes on with {@code then} when the gate lets it: now, or on the thread that releases it.
     *
     * @param then sends the answer
     */
    void pass(Runnable then) {
        synchronized (this) {
            if (!open) {
                waiting.addLast(then);
                notifyAll();
                return;
            }
        }
        then.run();
    }

    synchronized boolean isOpen() {
        return open;
    }
}
