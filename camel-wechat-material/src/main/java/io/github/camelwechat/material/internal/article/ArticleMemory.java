package io.github.camelwechat.material.internal.article;

import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;

import io.github.camelwechat.material.error.NotSentException;

/**
 * Bound on the memory of the articles under way, of all accounts together. Only the thread that brings an article waits
 * for it; those that have theirs wait for the network alone, so that they end. Thread-safe.
 */
public final class ArticleMemory {

    private static final int UNIT = 1024;

    private final int units;
    private final Semaphore free;

    /** Part of the memory, held by one article. */
    public final class Share {

        private final AtomicInteger held;

        private Share(int units) {
            this.held = new AtomicInteger(units);
        }

        /** Gives back what is beyond so many bytes; does nothing where less is held. */
        public void shrinkTo(long bytes) {
            int kept = units(bytes);
            int before = held.getAndUpdate(now -> Math.min(now, kept));
            free.release(Math.max(0, before - kept));
        }

        /**
         * Gives all back, then waits for another amount: who waits holds nothing that others wait for.
         *
         * @param  millis           the most to wait
         * @throws NotSentException if the time is up, or the thread is interrupted; nothing is held then
         */
        public void replace(long bytes, long millis) {
            release();
            held.set(acquire(bytes, millis));
        }

        /** Gives all back; further calls do nothing. */
        public void release() {
            free.release(held.getAndSet(0));
        }
    }

    /** @param bytes for all articles together */
    public ArticleMemory(long bytes) {
        this.units = (int) Math.min(Integer.MAX_VALUE, Math.max(1, bytes / UNIT));
        this.free = new Semaphore(units, true);
    }

    /**
     * Waits for memory, in the order of asking. An article that needs more than there is waits for all.
     *
     * @param  millis           the most to wait
     * @throws NotSentException if the time is up, or the thread is interrupted
     */
    public Share take(long bytes, long millis) {
        return new Share(acquire(bytes, millis));
    }

    private int acquire(long bytes, long millis) {
        int wanted = units(bytes);
        try {
            if (!free.tryAcquire(wanted, millis, TimeUnit.MILLISECONDS)) {
                throw new NotSentException(
                        "rewriteArticle: not begun, no memory came free within " + millis
                                           + " ms (articleTimeout). Send fewer articles at once, or set maxArticleMemory higher.");
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new NotSentException("rewriteArticle: not begun, the thread that waited for memory was interrupted", e);
        }
        return wanted;
    }

    private int units(long bytes) {
        return (int) Math.max(1, Math.min(units, (bytes + UNIT - 1) / UNIT));
    }
}
