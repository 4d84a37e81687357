package io.github.camelwechat.material.internal.inflight;

import java.util.concurrent.atomic.AtomicBoolean;

import io.github.camelwechat.material.error.NotSentException;
import io.github.camelwechat.material.internal.call.Call;
import io.github.camelwechat.material.internal.call.Promise;

/**
 * Bound on what is under way at once, material requests on the wire for example: the permits of one owner, which shares
 * them with the other owners. Waiting for a permit holds no thread: who waits goes on on the thread that gives a permit
 * back. Thread-safe.
 */
public final class Permits {

    private final FairBound<Promise<Permit>> bound;
    private final FairBound<Promise<Permit>>.Owner owner;

    /** The right to be under way. */
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

    /** Creates so many permits, and their first owner. */
    public Permits(int permits) {
        // an aborted one does not wait any more
        this(new FairBound<>(permits, waiting -> true));
    }

    private Permits(FairBound<Promise<Permit>> bound) {
        this.bound = bound;
        this.owner = bound.newOwner();
    }

    /** Returns a view of the same permits for a new owner. Keep it for as long as the owner asks for permits. */
    public Permits forAnotherOwner() {
        return new Permits(bound);
    }

    /**
     * Returns a permit, at once if one is free. Whoever gets it gives it back.
     *
     * @param waiting for messages: what waits for it
     */
    public Call<Permit> acquire(String waiting) {
        Promise<Permit> permit = new Promise<>((self, why) -> abort(self, waiting, why));
        if (owner.takeOrWait(permit)) {
            permit.complete(new Permit());
        }
        return permit;
    }

    private void abort(Promise<Permit> permit, String waiting, String why) {
        // else it has been granted, and is about to end with it
        if (owner.remove(permit)) {
            permit.fail(new NotSentException(waiting + ": not sent, " + why));
        }
    }

    /** Grants no more, to any owner: who waits, waits until it is aborted. */
    public void close() {
        bound.close();
    }

    private void release() {
        Promise<Permit> next = bound.giveBack();
        if (next != null) {
            next.complete(new Permit());
        }
    }
}
