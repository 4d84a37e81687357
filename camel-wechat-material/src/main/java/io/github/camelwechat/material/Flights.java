package io.github.camelwechat.material;

import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;

import io.github.camelwechat.material.operation.Running;
import org.apache.camel.AsyncCallback;
import org.apache.camel.Exchange;
import org.jspecify.annotations.Nullable;

/** All exchanges of a component that are under way, so that a stop can wait for them or end them. Thread-safe. */
final class Flights {

    private final Workers workers;
    private final Set<Flight> inTheAir = ConcurrentHashMap.newKeySet();
    private volatile @Nullable String abortedBecause;

    Flights(Workers workers) {
        this.workers = workers;
    }

    boolean byWorker() {
        return workers.isWorker();
    }

    boolean begin(Exchange exchange, AsyncCallback callback, Running running, OpenAccount account, boolean hasSlot) {
        Flight flight = new Flight(exchange, callback, running, account, hasSlot, this);
        inTheAir.add(flight);
        String aborted = abortedBecause;
        if (aborted != null) {
            flight.abort(aborted);
        }
        return flight.begin();
    }

    void goOn(Runnable task) {
        workers.execute(task);
    }

    void landed(Flight flight) {
        inTheAir.remove(flight);
        if (inTheAir.isEmpty()) {
            synchronized (this) {
                notifyAll();
            }
        }
    }

    /** Waits until none is left, or time is up. */
    synchronized void awaitAll(long millis) throws InterruptedException {
        long deadline = System.nanoTime() + TimeUnit.MILLISECONDS.toNanos(millis);
        while (!inTheAir.isEmpty()) {
            long left = TimeUnit.NANOSECONDS.toMillis(deadline - System.nanoTime());
            if (left <= 0) {
                return;
            }
            wait(left);
        }
    }

    /** Ends all that are under way, and those that begin later at once. */
    void abortAll(String why) {
        abortedBecause = why;
        inTheAir.forEach(Flight::stopSending);
        inTheAir.forEach(flight -> flight.abort(why));
    }
}
