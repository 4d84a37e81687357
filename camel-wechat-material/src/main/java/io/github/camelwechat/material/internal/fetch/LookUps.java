package io.github.camelwechat.material.internal.fetch;

import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.ArrayDeque;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.Set;
import java.util.concurrent.Executor;
import java.util.concurrent.RejectedExecutionException;

import io.github.camelwechat.material.internal.call.Call;
import io.github.camelwechat.material.internal.call.Promise;
import io.github.camelwechat.material.internal.fetch.FetchException.Reason;
import org.jspecify.annotations.Nullable;

/**
 * Look-ups of host names on their own threads, a bounded number at once. A look-up cannot be broken off: one that hangs
 * keeps its thread, and its waiters give up when their time is over. All waiters for one name share one look-up, so a
 * name takes one thread at most. Nothing is kept: the next fetch asks again. Thread-safe.
 */
final class LookUps {

    private final HostResolver resolver;
    private final Executor threads;
    private int free;
    private final Map<String, LookUp> byHost = new HashMap<>();
    private final Queue<LookUp> queue = new ArrayDeque<>();

    private static final class LookUp {

        private final String host;
        private final Set<Promise<List<InetAddress>>> waiters = new LinkedHashSet<>();

        LookUp(String host) {
            this.host = host;
        }
    }

    /**
     * @param threads grow where all of them are held up, to {@code max} at least
     * @param max     look-ups at once
     */
    LookUps(HostResolver resolver, Executor threads, int max) {
        this.resolver = resolver;
        this.threads = threads;
        this.free = max;
    }

    /** Begins, or joins, the look-up of a host; it gives one address or more. */
    Call<List<InetAddress>> of(String host) {
        Promise<List<InetAddress>> waiter = new Promise<>((self, why) -> abandon(host, self, why));
        LookUp begun = null;
        synchronized (this) {
            LookUp lookUp = byHost.get(host);
            if (lookUp == null) {
                lookUp = new LookUp(host);
                byHost.put(host, lookUp);
                if (free > 0) {
                    free--;
                    begun = lookUp;
                } else {
                    queue.add(lookUp);
                }
            }
            lookUp.waiters.add(waiter);
        }
        if (begun != null) {
            start(begun);
        }
        return waiter;
    }

    private void start(LookUp lookUp) {
        try {
            threads.execute(() -> run(lookUp));
        } catch (RejectedExecutionException e) {
            end(lookUp, null, FetchException.aborted(lookUp.host, "the component is stopped"));
        }
    }

    private void run(LookUp lookUp) {
        String host = lookUp.host;
        try {
            InetAddress[] found = resolver.resolve(host);
            if (found == null || found.length == 0) {
                throw new UnknownHostException(host);
            }
            end(lookUp, List.of(found), null);
        } catch (UnknownHostException e) {
            end(lookUp, null, FetchException.passing(Reason.LOOK_UP,
                    host + ": not fetched, no address is known for this name. Check the name, or this machine's DNS."));
        } catch (RuntimeException | Error e) {
            end(lookUp, null, FetchException.of(Reason.LOOK_UP, true, host + ": not fetched, its look-up failed", e));
        }
    }

    private void end(LookUp lookUp, @Nullable List<InetAddress> found, @Nullable FetchException failure) {
        List<Promise<List<InetAddress>>> told;
        LookUp next;
        synchronized (this) {
            byHost.remove(lookUp.host, lookUp);
            told = List.copyOf(lookUp.waiters);
            lookUp.waiters.clear();
            next = queue.poll();
            free += next == null ? 1 : 0;
        }
        if (next != null) {
            start(next);
        }
        for (Promise<List<InetAddress>> waiter : told) {
            if (failure != null) {
                waiter.fail(failure);
            } else if (found != null) {
                waiter.complete(found);
            }
        }
    }

    private void abandon(String host, Promise<List<InetAddress>> waiter, String why) {
        boolean removed;
        synchronized (this) {
            LookUp lookUp = byHost.get(host);
            removed = lookUp != null && lookUp.waiters.remove(waiter);
            if (removed && lookUp != null && lookUp.waiters.isEmpty() && queue.remove(lookUp)) {
                byHost.remove(host);
            }
        }
        if (removed) {
            waiter.fail(FetchException.aborted(host, why + "; its name is still being looked up"));
        }
    }
}
