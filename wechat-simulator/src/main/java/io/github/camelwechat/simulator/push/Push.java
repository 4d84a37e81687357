package io.github.camelwechat.simulator.push;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

import org.jspecify.annotations.Nullable;

/** One event on its way to a platform's callback URL. Thread-safe. */
public final class Push {

    /** The state of a push. */
    public enum State {
        /** it is under way, or will be repeated */
        PENDING,
        /** the platform has answered {@code success}, or with the echo */
        DELIVERED,
        /** no attempt was answered so, or there is no callback URL */
        FAILED;

        /** {@return the name in the control API, for example {@code delivered}} */
        public String wireName() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    private final long number;
    private final Event event;
    private final @Nullable String url;
    private final List<Attempt> attempts = new ArrayList<>();
    private State state = State.PENDING;
    private @Nullable Sealed sealed;

    Push(long number, Event event, @Nullable String url) {
        this.number = number;
        this.event = event;
        this.url = url;
    }

    /** {@return its number in the order of the platform's pushes, from 1} */
    public long number() {
        return number;
    }

    /**
     * {@return the kind of event, for example {@code component_verify_ticket}; {@link Pushes#URL_CHECK} for a check}
     */
    public String infoType() {
        return event.infoType();
    }

    /** {@return the {@code CreateTime} of the event} */
    public Instant createTime() {
        return event.createTime();
    }

    /** {@return the callback URL, null if the platform had none} */
    public @Nullable String url() {
        return url;
    }

    /** {@return the attempts that have ended} */
    public synchronized List<Attempt> attempts() {
        return List.copyOf(attempts);
    }

    /** {@return the state now} */
    public synchronized State state() {
        return state;
    }

    /** {@return the query of the newest attempt, as sent; null if nothing was sent} */
    public synchronized @Nullable String query() {
        return sealed == null ? null : sealed.query();
    }

    /** {@return the body of the newest attempt, as sent; null if nothing was sent, and for the check of the URL} */
    public synchronized byte @Nullable [] body() {
        return sealed == null || sealed.body() == null ? null : sealed.body().getBytes(StandardCharsets.UTF_8);
    }

    /**
     * Waits until it is delivered or has failed.
     *
     * @param  atMost               the longest wait; after that an {@link AssertionError} says how far it has come
     * @return                      the state at the end
     * @throws InterruptedException if the thread is interrupted meanwhile
     */
    public synchronized State awaitEnd(Duration atMost) throws InterruptedException {
        long deadline = System.nanoTime() + atMost.toNanos();
        while (state == State.PENDING) {
            long left = deadline - System.nanoTime();
            if (left <= 0) {
                throw new AssertionError("After " + atMost + " without an end: " + this);
            }
            wait(left / 1_000_000 + 1);
        }
        return state;
    }

    Event event() {
        return event;
    }

    synchronized void sent(Sealed as) {
        sealed = as;
    }

    synchronized void attempted(Attempt attempt) {
        attempts.add(attempt);
    }

    synchronized void end(State as) {
        state = as;
        notifyAll();
    }

    /** Without the event's fields and the bytes: tickets and codes are in them. */
    @Override
    public synchronized String toString() {
        return "Push[" + number + " " + event + " to " + url + ", " + state.wireName() + ", " + attempts + "]";
    }
}
