package io.github.camelwechat.material.internal.inflight;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;
import java.util.function.BiConsumer;
import java.util.function.BooleanSupplier;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import io.github.camelwechat.material.internal.call.Call;
import org.apache.camel.AsyncCallback;
import org.apache.camel.Exchange;
import org.jspecify.annotations.Nullable;

/** Registry of a component's exchanges under way. A stop waits for them or aborts them. Thread-safe. */
public final class InflightExchanges<T> {

    private final Workers workers;
    private final BiConsumer<T, Exchange> writer;
    private final Set<InflightExchange<T>> inflight = ConcurrentHashMap.newKeySet();
    private final Set<InflightExchange<T>> resumed = ConcurrentHashMap.newKeySet();
    /** Aborted exchanges that nobody has waited for yet, with the IDs of their exchanges. */
    private final Map<InflightExchange<T>, List<String>> aborted = new ConcurrentHashMap<>();
    private volatile @Nullable String abortedBecause;
    /** Set by the first waiter, before it looks at the exchanges. Until then nobody has to be notified. */
    private volatile boolean waiting;

    /**
     * Creates an empty registry.
     *
     * @param workers resume exchanges
     * @param writer  puts an outcome on an exchange
     */
    public InflightExchanges(Workers workers, BiConsumer<T, Exchange> writer) {
        this.workers = workers;
        this.writer = writer;
    }

    /** Returns whether the current thread is a worker, who may take a slot of the reserve. */
    public boolean byWorker() {
        return workers.isWorker();
    }

    /**
     * Takes an exchange over.
     *
     * @param  call    under way
     * @param  hasSlot of the bounds
     * @param  inRoute whether a route sends it, and not a bare producer template
     * @return         the value for {@code process} to return; with true the callback has been called
     */
    public boolean begin(
            Exchange exchange, AsyncCallback callback, Call<T> call, Bounds bounds, boolean hasSlot, boolean inRoute) {
        InflightExchange<T> begun = new InflightExchange<>(exchange, callback, call, bounds, hasSlot, inRoute, this);
        inflight.add(begun);
        String why = abortedBecause;
        if (why != null) {
            addAborted(begun);
            begun.abort(why);
        }
        return begun.begin();
    }

    void write(T outcome, Exchange exchange) {
        writer.accept(outcome, exchange);
    }

    void resume(Runnable task) {
        workers.execute(task);
    }

    /** Notes that an exchange has its outcome, before its exchange continues. */
    void completed(InflightExchange<T> exchange) {
        resumed.add(exchange);
        inflight.remove(exchange);
        tellWaiting();
    }

    /** Notes that the callback of an exchange has returned. */
    void ended(InflightExchange<T> exchange) {
        resumed.remove(exchange);
        tellWaiting();
    }

    private void tellWaiting() {
        if (waiting) {
            synchronized (this) {
                notifyAll();
            }
        }
    }

    /** Waits until all exchanges have their outcomes, or time is up. */
    public void awaitAll(long millis) throws InterruptedException {
        await(inflight::isEmpty, millis);
    }

    /**
     * Waits until the callbacks of all exchanges outside routes have returned, or time is up. Does not wait for the one
     * that calls this, if any: a hook of an exchange may stop the component.
     *
     * @return the IDs of those that were there, and of the exchanges that they were split from
     */
    public Set<String> awaitThoseInNoRoute(long millis) throws InterruptedException {
        Set<String> ids = inNoRoute().flatMap(InflightExchange::exchangeIds).collect(Collectors.toSet());
        await(() -> inNoRoute().findAny().isEmpty(), millis);
        return ids;
    }

    private Stream<InflightExchange<T>> inNoRoute() {
        return Stream.concat(inflight.stream(), resumed.stream())
                .filter(exchange -> !exchange.isInRoute() && !exchange.isResumedHere());
    }

    /** Aborts all exchanges, and later ones as soon as they begin. */
    public void abortAll(String why) {
        boolean first = abortedBecause == null;
        abortedBecause = why;
        if (first) {
            inflight.forEach(this::addAborted);
        }
        inflight.forEach(InflightExchange::stopSending);
        inflight.forEach(exchange -> exchange.abort(why));
    }

    private void addAborted(InflightExchange<T> exchange) {
        aborted.put(exchange, exchange.exchangeIds().toList());
    }

    /**
     * Aborts as {@link #abortAll} does, and waits until the callbacks of all aborted exchanges have returned, or time
     * is up. Does not wait for exchanges that had their outcomes before, as a step of their route may block, and for no
     * exchange twice.
     *
     * @return the IDs of the exchanges that it has waited for, and of the exchanges that they were split from
     */
    public Set<String> abortAndAwaitAll(String why, long millis) throws InterruptedException {
        abortAll(why);
        Map<InflightExchange<T>, List<String>> awaited = Map.copyOf(aborted);
        await(() -> awaited.keySet().stream().noneMatch(exchange -> inflight.contains(exchange) || resumed.contains(exchange)),
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
