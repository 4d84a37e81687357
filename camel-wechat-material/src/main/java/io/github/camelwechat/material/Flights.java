package io.github.camelwechat.material;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;
import java.util.stream.Collectors;

import io.github.camelwechat.material.operation.Running;
import org.apache.camel.AsyncCallback;
import org.apache.camel.Exchange;
import org.jspecify.annotations.Nullable;

/** All exchanges of a component that are under way, so that a stop can wait for them or end them. Thread-safe. */
final class Flights {

    private final Workers workers;
    private final Set<Flight> inTheAir = ConcurrentHashMap.newKeySet();
    private final Set<Flight> goingOn = ConcurrentHashMap.newKeySet();
    /**
     * Those that the first {@link #abortAll} has found in the air, or that began after it, and their exchanges' IDs.
     */
    private final Map<Flight, List<String>> aborted = new ConcurrentHashMap<>();
    private volatile @Nullable String abortedBecause;
    /** Once somebody waits; what has landed before is seen by whoever begins to. */
    private volatile boolean waiting;

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
            addAborted(flight);
            flight.abort(why);
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
        await(inTheAir::isEmpty, millis);
    }

    /** Waits until the network has none left of those that are in no route, or time is up. */
    void awaitThoseInNoRoute(long millis) throws InterruptedException {
        await(() -> inTheAir.stream().allMatch(Flight::isInRoute), millis);
    }

    /** Ends all that are under way, and those that begin later at once. */
    void abortAll(String why) {
        boolean first = abortedBecause == null;
        abortedBecause = why;
        if (first) {
            inTheAir.forEach(this::addAborted);
        }
        inTheAir.forEach(Flight::stopSending);
        inTheAir.forEach(flight -> flight.abort(why));
    }

    private void addAborted(Flight flight) {
        aborted.put(flight, flight.exchangeIds().toList());
    }

    /**
     * As {@link #abortAll}, and waits until the exchanges of all that were ended so, by whomever, have gone on, or time
     * is up: not for those whose answers were there before, which may be held up by a step of their route, and not for
     * those that a call before this one has waited for.
     *
     * @return the exchanges, and those that they are parts of, by their IDs
     */
    Set<String> abortAndAwaitAll(String why, long millis) throws InterruptedException {
        abortAll(why);
        Map<Flight, List<String>> awaited = Map.copyOf(aborted);
        await(() -> awaited.keySet().stream().noneMatch(flight -> inTheAir.contains(flight) || goingOn.contains(flight)),
                millis);
        awaited.keySet().forEach(aborted::remove);
        return awaited.values().stream().flatMap(List::stream).collect(Collectors.toSet());
    }

    private synchronized void await(BooleanSupplier done, long millis) throws InterruptedException {
        waiting = true;
        long deadline = System.nanoTime() + TimeUnit.MILLISECONDS.toNanos(millis);
        while (!done.getAsBoolean()) {
            long left = TimeUnit.NANOSECONDS.toMillis(deadline - System.nanoTime());
            if (left <= 0) {
                return;
            }
            wait(left);
        }
    }
}
