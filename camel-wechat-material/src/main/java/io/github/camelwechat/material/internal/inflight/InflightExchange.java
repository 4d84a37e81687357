package io.github.camelwechat.material.internal.inflight;

import java.util.Objects;
import java.util.concurrent.atomic.AtomicReference;
import java.util.concurrent.locks.LockSupport;
import java.util.stream.Stream;

import io.github.camelwechat.material.internal.call.Call;
import org.apache.camel.AsyncCallback;
import org.apache.camel.Exchange;
import org.jspecify.annotations.Nullable;

/**
 * One exchange from the moment its request was handed on until it goes on in its route. With a slot the calling thread
 * is free at once, and a worker takes the exchange on. Without one the calling thread waits for a slot or for this
 * exchange's own answer: only ever for the network, never for what stands behind other exchanges.
 */
final class InflightExchange<T> {

    private enum State {
        CALLER_WAITS,
        HAS_SLOT,
        ANSWERED_TO_CALLER
    }

    private final Exchange exchange;
    private final AsyncCallback callback;
    private final Call<T> call;
    private final Bounds bounds;
    private final InflightExchanges<T> all;
    private final Thread caller = Thread.currentThread();
    private final boolean inRoute;
    private final AtomicReference<State> state;
    private volatile @Nullable T outcome;
    private volatile @Nullable Throwable failure;
    /** Runs the callback, and what a hook of the exchange does in it. */
    private volatile @Nullable Thread resuming;

    InflightExchange(Exchange exchange, AsyncCallback callback, Call<T> call, Bounds bounds, boolean hasSlot,
                     boolean inRoute, InflightExchanges<T> all) {
        this.exchange = exchange;
        this.callback = callback;
        this.call = call;
        this.bounds = bounds;
        this.all = all;
        this.inRoute = inRoute;
        this.state = new AtomicReference<>(hasSlot ? State.HAS_SLOT : State.CALLER_WAITS);
    }

    /** Returns the value for {@code process} to return; with true the callback has been called. */
    boolean begin() {
        // read first: with a slot the exchange may be somebody else's as soon as the answer is asked for
        boolean free = state.get() == State.HAS_SLOT;
        call.listen(this::ended);
        return !free && waitForSlotOrAnswer();
    }

    /** Called by {@link Slots}: true if the slot is taken, and the caller free. */
    boolean takeSlot() {
        return leaveCaller(State.HAS_SLOT);
    }

    /** Returns the ID of the exchange, and that of the exchange that it was split from, if any. */
    Stream<String> exchangeIds() {
        return Stream.of(exchange.getExchangeId(), exchange.getProperty(Exchange.CORRELATION_ID, String.class))
                .filter(Objects::nonNull);
    }

    boolean isInRoute() {
        return inRoute;
    }

    /** Returns whether the callback is called on the current thread: it cannot be waited for here. */
    boolean isResumedHere() {
        return resuming == Thread.currentThread();
    }

    /** So that the permit of one that is aborted does not send off another that is going to be. */
    void stopSending() {
        bounds.permits().close();
        bounds.window().close();
    }

    void abort(String why) {
        call.abort(why);
    }

    private boolean waitForSlotOrAnswer() {
        bounds.slots().waitFor(this);
        boolean interrupted = false;
        while (state.get() == State.CALLER_WAITS) {
            LockSupport.park(this);
            if (Thread.interrupted()) {
                interrupted = true;
                abort("the thread that waited for it was interrupted");
            }
        }
        if (interrupted) {
            Thread.currentThread().interrupt();
        }
        if (state.get() == State.HAS_SLOT) {
            return false;
        }
        bounds.slots().forget(this);
        resume(true);
        return true;
    }

    private void ended(@Nullable T result, @Nullable Throwable cause) {
        outcome = result;
        failure = cause;
        if (!leaveCaller(State.ANSWERED_TO_CALLER)) {
            all.resume(this::resumeWithSlot);
        }
    }

    private boolean leaveCaller(State next) {
        if (state.compareAndSet(State.CALLER_WAITS, next)) {
            LockSupport.unpark(caller);
            return true;
        }
        return false;
    }

    private void resumeWithSlot() {
        try {
            resume(false);
        } finally {
            bounds.slots().giveBack();
        }
    }

    private void resume(boolean sync) {
        resuming = Thread.currentThread();
        all.completed(this);
        try {
            leaveOutcome();
            callback.done(sync);
        } finally {
            all.ended(this);
        }
    }

    private void leaveOutcome() {
        T reached = outcome;
        if (reached == null) {
            exchange.setException(failure);
        } else {
            try {
                all.write(reached, exchange);
            } catch (RuntimeException | Error e) {
                // whatever it is, the exchange has to go on
                exchange.setException(e);
            }
        }
    }
}
