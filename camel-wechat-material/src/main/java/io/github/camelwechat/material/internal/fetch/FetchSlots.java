package io.github.camelwechat.material.internal.fetch;

import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.atomic.AtomicBoolean;

import io.github.camelwechat.material.internal.call.Call;
import io.github.camelwechat.material.internal.call.Promise;
import org.jspecify.annotations.Nullable;

/**
 * Bound on the fetches at once, of all and of those from one host. Hosts take turns, so a host at its bound holds up no
 * other one. Waiting holds no thread: the waiter goes on on the thread that gives a slot back. Thread-safe.
 */
final class FetchSlots {

    private final int perHost;
    private int free;
    private final Map<String, Integer> taken = new HashMap<>();
    /** The host whose turn is next comes first. */
    private final Map<String, Set<Promise<Slot>>> waiting = new LinkedHashMap<>();

    FetchSlots(int all, int perHost) {
        this.free = all;
        this.perHost = perHost;
    }

    /** Right to fetch from one host. */
    final class Slot {

        private final String host;
        private final AtomicBoolean held = new AtomicBoolean(true);

        private Slot(String host) {
            this.host = host;
        }

        /** Gives the slot back; further calls do nothing. */
        void release() {
            if (held.compareAndSet(true, false)) {
                FetchSlots.this.release(host);
            }
        }
    }

    private record Grant(String host, Promise<Slot> waiter) {
    }

    /** Returns a slot, at once if one is free. Its owner gives it back. */
    Call<Slot> acquire(String host) {
        Promise<Slot> slot = new Promise<>((self, why) -> abort(host, self, why));
        synchronized (this) {
            if (!isFree(host)) {
                waiting.computeIfAbsent(host, key -> new LinkedHashSet<>()).add(slot);
                return slot;
            }
            take(host);
        }
        slot.complete(new Slot(host));
        return slot;
    }

    private boolean isFree(String host) {
        return free > 0 && taken.getOrDefault(host, 0) < perHost;
    }

    private void take(String host) {
        free--;
        taken.merge(host, 1, Integer::sum);
    }

    private void abort(String host, Promise<Slot> waiter, String why) {
        boolean removed;
        synchronized (this) {
            Set<Promise<Slot>> waiters = waiting.getOrDefault(host, Set.of());
            removed = waiters.contains(waiter) && waiters.remove(waiter);
            if (removed && waiters.isEmpty()) {
                waiting.remove(host);
            }
        }
        if (removed) {
            waiter.fail(FetchException.aborted(host, why));
        }
    }

    private void release(String host) {
        Grant next;
        synchronized (this) {
            free++;
            taken.computeIfPresent(host, (key, number) -> number == 1 ? null : number - 1);
            next = next();
        }
        if (next != null) {
            next.waiter().complete(new Slot(next.host()));
        }
    }

    private @Nullable Grant next() {
        String host = waiting.keySet().stream().filter(this::isFree).findFirst().orElse(null);
        Set<Promise<Slot>> waiters = host == null ? null : waiting.remove(host);
        if (host == null || waiters == null) {
            return null;
        }
        Promise<Slot> waiter = waiters.iterator().next();
        waiters.remove(waiter);
        if (!waiters.isEmpty()) {
            // to the end of the queue of hosts
            waiting.put(host, waiters);
        }
        take(host);
        return new Grant(host, waiter);
    }
}
