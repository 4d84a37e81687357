package io.github.camelwechat.material.internal.media;

import java.util.concurrent.locks.ReentrantLock;

/**
 * Lock around the uses of a resource that is released once, when it is closed and not in use. A use may hang for ever,
 * so {@link #close()} does not wait for it: the end of that use releases the resource. Thread-safe.
 */
final class UseGuard {

    private final ReentrantLock use = new ReentrantLock();
    private final Runnable giveUp;
    private volatile boolean closed;
    private boolean givenUp;

    /** @param giveUp called once, under the lock */
    UseGuard(Runnable giveUp) {
        this.giveUp = giveUp;
    }

    /** Begins a use, after the one that is under way. */
    void begin() {
        use.lock();
    }

    /** Ends the use that the current thread has begun. */
    void end() {
        use.unlock();
        if (closed && use.tryLock()) {
            giveUpOnce();
        }
    }

    boolean isClosed() {
        return closed;
    }

    /** Closes without waiting for a use. */
    void close() {
        closed = true;
        if (use.tryLock()) {
            giveUpOnce();
        }
    }

    /** Closes after the use that is under way, which must be a short one. */
    void closeAfterUse() {
        closed = true;
        use.lock();
        giveUpOnce();
    }

    /** Gives up under the lock, which is then given back. */
    private void giveUpOnce() {
        try {
            if (!givenUp) {
                givenUp = true;
                giveUp.run();
            }
        } finally {
            use.unlock();
        }
    }
}
