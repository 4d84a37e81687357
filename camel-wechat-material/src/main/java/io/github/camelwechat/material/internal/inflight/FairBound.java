package io.github.camelwechat.material.internal.inflight;

import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Predicate;

import org.jspecify.annotations.Nullable;

/**
 * Bound that several owners share. What is given back goes to the owner that has gone longest without a grant, within
 * an owner to the first waiter. Refers to no owner without waiters. Each operation takes O(log owners). Thread-safe.
 *
 * @param <W> waits for a grant
 */
final class FairBound<W> {

    private final Predicate<W> offer;
    private final TreeSet<Owner> waiting = new TreeSet<>(Comparator.comparingLong(owner -> owner.lastGrant));
    /** Below zero while reserved ones are taken. */
    private int free;
    private long clock;
    private boolean closed;

    /**
     * Creates a bound without owners.
     *
     * @param free  to be granted
     * @param offer returns false where a waiter does not want its grant any more. Called under the lock.
     */
    FairBound(int free, Predicate<W> offer) {
        this.free = free;
        this.offer = offer;
    }

    /** Creates an owner. It takes its turn as if it had been granted one now. */
    synchronized Owner newOwner() {
        return new Owner();
    }

    /** Grants no more to any owner. */
    synchronized void close() {
        closed = true;
    }

    /**
     * Takes one back, and grants it unless it pays for one of the reserve.
     *
     * @return the waiter that has it now; null if none
     */
    synchronized @Nullable W giveBack() {
        while (free >= 0 && !closed && !waiting.isEmpty()) {
            Owner owner = waiting.first();
            W waiter = owner.waiters.iterator().next();
            owner.remove(waiter);
            if (offer.test(waiter)) {
                owner.granted();
                return waiter;
            }
        }
        free++;
        return null;
    }

    /** One owner and its waiters. */
    final class Owner {

        private final Set<W> waiters = new LinkedHashSet<>();
        /** Differs from owner to owner. */
        private long lastGrant = ++clock;

        private Owner() {
        }

        /** Takes one if it is free, or if all are taken but not the whole reserve. */
        boolean tryTake(int reserve) {
            synchronized (FairBound.this) {
                if (closed || free + reserve <= 0) {
                    return false;
                }
                take();
                return true;
            }
        }

        /** Takes a free one that the waiter wants, else lets the waiter wait. Returns whether it has been granted. */
        boolean takeOrWait(W waiter) {
            synchronized (FairBound.this) {
                if (!closed && free > 0 && offer.test(waiter)) {
                    take();
                    return true;
                }
                waiters.add(waiter);
                waiting.add(this);
                return false;
            }
        }

        /** Removes a waiter. Returns false if it does not wait, as after a grant. */
        boolean remove(W waiter) {
            synchronized (FairBound.this) {
                boolean removed = waiters.remove(waiter);
                if (waiters.isEmpty()) {
                    waiting.remove(this);
                }
                return removed;
            }
        }

        private void take() {
            free--;
            granted();
        }

        private void granted() {
            // out of the set while its place changes
            boolean waits = waiting.remove(this);
            lastGrant = ++clock;
            if (waits) {
                waiting.add(this);
            }
        }
    }
}
