package io.github.camelwechat.material;

import java.util.Objects;
import java.util.concurrent.atomic.AtomicReference;
import java.util.concurrent.locks.LockSupport;
import java.util.stream.Stream;

import io.github.camelwechat.material.internal.operation.Outcome;
import io.github.camelwechat.material.internal.operation.Running;
import io.github.camelwechat.material.internal.transport.Failures;
import org.apache.camel.AsyncCallback;
import org.apache.camel.Exchange;
import org.apache.camel.ExchangePropertyKey;
import org.apache.camel.support.ExchangeHelper;
import org.jspecify.annotations.Nullable;

/**
 * One exchange from the moment its request was handed on until it goes on in its route. With a slot the calling thread
 * is free at once, and a worker takes the exchange on. Without one the calling thread waits for a slot or for this
 * exchange's own answer: only ever for the network, never for what stands behind other exchanges.
 */
final class Flight {

    private enum State {
        CALLER_WAITS,
        HAS_SLOT,
        ANSWERED_TO_CALLER
    }

    private final Exchange exchange;
    private final AsyncCallback callback;
    private final Running running;
    private final OpenAccount account;
    private final Flights flights;
    private final Thread caller = Thread.currentThread();
    private final boolean inRoute;
    private final AtomicReference<State> state;
    private volatile @Nullable Outcome outcome;
    private volatile @Nullable Throwable failure;

    Flight(Exchange exchange, AsyncCallback callback, Running running, OpenAccount account, boolean hasSlot,
           Flights flights) {
        this.exchange = exchange;
        this.callback = callback;
        this.running = running;
        this.account = account;
        this.flights = flights;
        this.inRoute = ExchangeHelper.getRoute(exchange) != null;
        this.state = new AtomicReference<>(hasSlot ? State.HAS_SLOT : State.CALLER_WAITS);
    }

    /** What {@code process} returns; with true the callback has been called. */
    boolean begin() {
        // read first: with a slot the exchange may be somebody else's as soon as the answer is asked for
        boolean free = state.get() == State.HAS_SLOT;
        running.outcome().whenComplete(this::ended);
        return !free && waitForSlotOrAnswer();
    }

    /** Called by {@link Slots}: true if the slot is taken, and the caller free. */
    boolean takeSlot() {
        return leaveCaller(State.HAS_SLOT);
    }

    /** Returns the ID of the exchange, and that of the exchange that it was split from, if any. */
    Stream<String> exchangeIds() {
        return Stream.of(exchange.getExchangeId(), exchange.getProperty(ExchangePropertyKey.CORRELATION_ID, String.class))
                .filter(Objects::nonNull);
    }

    boolean isInRoute() {
        return inRoute;
    }

    /** So that the permit of one that is aborted does not send off another that is going to be. */
    void stopSending() {
        account.permits().close();
    }

    void abort(String why) {
        running.abort().accept(why);
    }

    private boolean waitForSlotOrAnswer() {
        account.slots().waitFor(this);
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
        account.slots().forget(this);
        goOn(true);
        return true;
    }

    private void ended(@Nullable Outcome result, @Nullable Throwable cause) {
        outcome = result;
        failure = cause == null ? null : Failures.unwrapped(cause);
        if (!leaveCaller(State.ANSWERED_TO_CALLER)) {
            flights.goOn(this::goOnWithSlot);
        }
    }

    private boolean leaveCaller(State next) {
        if (state.compareAndSet(State.CALLER_WAITS, next)) {
            LockSupport.unpark(caller);
            return true;
        }
        return false;
    }

    private void goOnWithSlot() {
        try {
            goOn(false);
        } finally {
            account.slots().giveBack();
        }
    }

    private void goOn(boolean sync) {
        flights.landed(this);
        try {
            leaveOutcome();
            callback.done(sync);
        } finally {
            flights.ended(this);
        }
    }

    private void leaveOutcome() {
        Outcome reached = outcome;
        if (reached == null) {
            exchange.setException(failure);
        } else {
            try {
                OutcomeWriter.write(reached, exchange);
            } catch (RuntimeException | Error e) {
                // whatever it is, the exchange has to go on
                exchange.setException(e);
            }
        }
    }
}
