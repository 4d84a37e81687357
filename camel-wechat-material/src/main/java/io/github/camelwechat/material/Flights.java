package io.github.camelwechat.material;

import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;

import io.github.camelwechat.material.operation.Running;
import org.apache.camel.AsyncCallback;
import org.apache.camel.Exchange;
import org.jspecify.annotations.Nullable;

/** All exchanges of a component that are under way, so that a stop can wait for them or end them. Thread-safe. */
final class Flights {

    private final Workers workers;
    private final Set<Flight> inTheAir = ConcurrentHashMap.newKeySet();
    private final Set<Flight> goingOn = ConcurrentHashMap.newKeySet();
    /** Those that an {@link #abortAll} has found in the air, or that began after it. */
    private final Set<Flight> aborted = ConcurrentHashMap.newKeySet();
    private final Set<String> abortedExchanges = ConcurrentHashMap.newKeySet();
    private volatile @Nullable String abortedBecause;
    /** Once somebody waits; what has landed before is seen by whoever begins to. */
    private volatile boolean waiting;
    private @Nullable Long abortDeadline;

    Flights(Workers workers) {
        this.workers = workers;
    }

    boolean byWorker() {
        return workers.isWorker();
    }

    boolean begin(Exchange exchange, AsyncCallback callback, Running running, OpenAccount account, boolean hasSlot) {
        Flight flight = new Flight(exchange, callback, running, account, hasSlot, this);
        inTheAir.add(flight);
        String why = abortedBecause;
        if (why != null) {
            abort(flight, why);
        }
        return flight.begin();
    }

    void goOn(Runnable task) {
        workers.execute(task);
    }

    /** The network is done with it; its exchange goes on. */
    void landed(Flight flight) {
        goingOn.add(flight);
        inTheAir.remove(flight);
        tellWaiting();
    }

    /** Its exchange has gone on, as far as that is up to us. */
    void ended(Flight flight) {
        goingOn.remove(flight);
        tellWaiting();
    }

    private void tellWaiting() {
        if (waiting) {
            synchronized (this) {
                notifyAll();
            }
        }
    }

    /** Waits until the network has none left, or time is up. */
    void awaitAll(long millis) throws InterruptedException {
        await(inTheAir::isEmpty, deadline(millis));
    }

    /** Waits until the network has none left of those that are in no route, or time is up. */
    void awaitThoseInNoRoute(long millis) throws InterruptedException {
        await(() -> inTheAir.stream().allMatch(Flight::isInRoute), deadline(millis));
    }

    /** Ends all that are under way, and those that begin later at once. */
    void abortAll(String why) {
        abortedBecause = why;
        inTheAir.forEach(Flight::stopSending);
        inTheAir.forEach(flight -> abort(flight, why));
    }

    private void abort(Flight flight, String why) {
        aborted.add(flight);
        // before it goes on, when it is somebody else's
        flight.exchangeIds().forEach(abortedExchanges::add);
        flight.abort(why);
    }

    /**
     * As {@link #abortAll}, and waits until their exchanges have gone on, or time is up, which begins with the first
     * call: not for those whose answers were there before, which may be held up by a step of their route.
     *
     * @return the exchanges that were ended so far, and those that they are parts of, by their IDs
     */
    Set<String> abortAndAwaitAll(String why, long millis) throws InterruptedException {
        long until = untilAborted(millis);
        abortAll(why);
        await(() -> aborted.stream().noneMatch(flight -> inTheAir.contains(flight) || goingOn.contains(flight)), until);
        return Set.copyOf(abortedExchanges);
    }

    private synchronized long untilAborted(long millis) {
        if (abortDeadline == null) {
            abortDeadline = deadline(millis);
        }
        return abortDeadline;
    }

    private static long deadline(long millis) {
        return System.nanoTime() + TimeUnit.MILLISECONDS.toNanos(millis);
    }

    private synchronized void await(BooleanSupplier done, long deadline) throws InterruptedException {
        waiting = true;
        while (!done.getAsBoolean()) {
            long left = TimeUnit.NANOSECONDS.toMillis(deadline - System.nanoTime());
            if (left <= 0) {
                return;
            }
            wait(left);
        }
    }
}
