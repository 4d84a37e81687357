package io.github.camelwechat.material;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;
import java.util.stream.Collectors;

import io.github.camelwechat.material.internal.operation.Running;
import org.apache.camel.AsyncCallback;
import org.apache.camel.Exchange;
import org.jspecify.annotations.Nullable;

/** Registry of a component's exchanges in flight. A stop waits for them or aborts them. Thread-safe. */
final class Flights {

    private final Workers workers;
    private final Set<Flight> inTheAir = ConcurrentHashMap.newKeySet();
    private final Set<Flight> goingOn = ConcurrentHashMap.newKeySet();
    /** Aborted flights that nobody has waited for yet, with the IDs of their exchanges. */
    private final Map<Flight, List<String>> aborted = new ConcurrentHashMap<>();
    private volatile @Nullable String abortedBecause;
    /** Set by the first waiter, before it looks at the flights. Until then nobody has to be notified. */
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

    /** Notes that a flight has its outcome, before its exchange continues. */
    void landed(Flight flight) {
        goingOn.add(flight);
        inTheAir.remove(flight);
        tellWaiting();
    }

    /** Notes that the callback of a flight has returned. */
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

    /** Waits until all flights have their outcomes, or time is up. */
    void awaitAll(long millis) throws InterruptedException {
        await(inTheAir::isEmpty, millis);
    }

    /** Waits until all flights outside routes have their outcomes, or time is up. */
    void awaitThoseInNoRoute(long millis) throws InterruptedException {
        await(() -> inTheAir.stream().allMatch(Flight::isInRoute), millis);
    }

    /** Aborts all flights, and later ones as soon as they begin. */
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
     * Aborts as {@link #abortAll} does, and waits until the callbacks of all aborted flights have returned, or time is
     * up. Does not wait for flights that had their outcomes before, as a step of their route may block, and for no
     * flight twice.
     *
     * @return the IDs of the exchanges that it has waited for, and of the exchanges that they were split from
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
