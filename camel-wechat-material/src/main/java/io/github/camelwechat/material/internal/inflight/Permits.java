package io.github.camelwechat.material.internal.inflight;

import java.util.ArrayDeque;
import java.util.Queue;
import java.util.concurrent.atomic.AtomicBoolean;

import io.github.camelwechat.material.error.NotSentException;
import io.github.camelwechat.material.internal.call.Call;
import io.github.camelwechat.material.internal.call.Promise;
import io.github.camelwechat.material.internal.call.WechatInterface;

/**
 * Bound on the material requests of one account that are on the wire at once. Waiting for a permit holds no thread: who
 * waits goes on on the thread that gives a permit back. Thread-safe.
 */
public final class Permits {

    private final Queue<Promise<Permit>> waiting = new ArrayDeque<>();
    private int free;
    private boolean closed;

    /** The right to be on the wire. */
    public final class Permit {

        private final AtomicBoolean held = new AtomicBoolean(true);

        private Permit() {
        }

        /** Gives the permit back; further calls do nothing. */
        public void release() {
            if (held.compareAndSet(true, false)) {
                Permits.this.release();
            }
        }
    }

    /** Creates so many permits. */
    public Permits(int permits) {
        this.free = permits;
    }

    /**
     * Returns a permit, at once if one is free. Whoever gets it gives it back.
     *
     * @param called waits for it, for messages
     */
    public Call<Permit> acquire(WechatInterface called) {
        synchronized (this) {
            if (free == 0 || closed) {
                Promise<Permit> permit = new Promise<>((self, why) -> abort(self, called, why));
                waiting.add(permit);
                return permit;
            }
            free--;
        }
        return Call.of(new Permit());
    }

    private void abort(Promise<Permit> permit, WechatInterface called, String why) {
        permit.fail(new NotSentException(called.wechatName() + ": not sent, " + why));
        synchronized (this) {
            waiting.remove(permit);
        }
    }

    /** Grants no more: who waits, waits until it is aborted. */
    public synchronized void close() {
        closed = true;
    }

    private void release() {
        Promise<Permit> next;
        do {
            synchronized (this) {
                next = closed ? null : waiting.poll();
                if (next == null) {
                    free++;
                    return;
                }
            }
            // an aborted one does not take it
        } while (!next.complete(new Permit()));
    }
}
