package io.github.camelwechat.material.internal.call;

import java.util.concurrent.CompletableFuture;
import java.util.function.BiConsumer;
import java.util.function.Function;

import org.jspecify.annotations.Nullable;

/**
 * Asynchronous work under way. It ends exactly once: with its result, with a failure, or by {@link #abort}. It ends on
 * a thread that nobody may hold up: an I/O thread, a timer, or the aborting one. So no listener waits, or runs code of
 * a user. Thread-safe.
 *
 * @param <T> the result; null only for {@code Call<Void>}
 */
public interface Call<T extends @Nullable Object> {

    /**
     * Adds a listener. Listeners are told one after the other, in the order in which they were added. One that is added
     * after all have been told is told at once, on the thread that adds it. Where listeners end further calls, and
     * those have listeners in turn, deeply nested ones are told when the outer ones have returned.
     *
     * @param listener takes the result, or null and the failure
     */
    void listen(BiConsumer<? super @Nullable T, ? super @Nullable Throwable> listener);

    /**
     * Ends the call now, unless it has ended. Of a composition, reaches the stage under way: as
     * {@code NotSentException} where WeChat cannot get the whole request any more, else as
     * {@code UnknownOutcomeException}.
     *
     * @param why part of the message
     */
    void abort(String why);

    /** Returns whether the call has ended and all its listeners have been told. */
    boolean isEnded();

    /** Returns an ended call. */
    static <T extends @Nullable Object> Call<T> of(T result) {
        Promise<T> ended = new Promise<>();
        ended.complete(result);
        return ended;
    }

    /** Returns a failed call. */
    static <T extends @Nullable Object> Call<T> failed(Throwable failure) {
        Promise<T> ended = new Promise<>();
        ended.fail(failure);
        return ended;
    }

    /**
     * Returns the call whose result is made of this one's.
     *
     * @param mapping what it throws is the failure
     */
    default <R extends @Nullable Object> Call<R> map(Function<? super T, ? extends R> mapping) {
        return then(result -> of(mapping.apply(result)));
    }

    /**
     * Returns the composition of this call and, after its success, another one.
     *
     * @param next what it throws is the failure
     */
    default <R extends @Nullable Object> Call<R> then(Function<? super T, Call<R>> next) {
        Composition<R> both = new Composition<>(this);
        listen((result, failure) -> {
            if (failure != null) {
                both.fail(failure);
            } else {
                both.resume(next, result);
            }
        });
        return both;
    }

    /**
     * Returns the composition of this call and, after a failure of this type, another one.
     *
     * @param next what it throws is the failure
     */
    default <X extends Throwable> Call<T> recover(Class<X> type, Function<? super X, Call<T>> next) {
        Composition<T> both = new Composition<>(this);
        listen((result, failure) -> {
            if (failure != null && type.isInstance(failure)) {
                both.resume(next, type.cast(failure));
            } else {
                both.end(result, failure);
            }
        });
        return both;
    }

    /** Adds a listener that does not look at the outcome, and returns this call. */
    default Call<T> onEnd(Runnable listener) {
        listen((result, failure) -> listener.run());
        return this;
    }

    /** Returns the outcome as a future, for those who wait. Cancelling it does nothing. */
    default CompletableFuture<T> toFuture() {
        CompletableFuture<T> future = new CompletableFuture<>();
        listen((result, failure) -> {
            if (failure != null) {
                future.completeExceptionally(failure);
            } else {
                future.complete(result);
            }
        });
        return future;
    }
}
