package io.github.camelwechat.material.internal.call;

import java.time.Duration;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;

import io.github.camelwechat.material.error.NotSentException;
import org.jspecify.annotations.Nullable;

/**
 * Time limit over all stages of a composition. Thread-safe.
 *
 * @param timer aborts
 * @param time  from before the first stage
 * @param name  of the option that sets it, for messages
 */
public record Deadline(ScheduledExecutorService timer, Duration time, String name) {

    /**
     * Begins a composition within the time.
     *
     * @param  operation        for messages
     * @param  stages           what it throws is the failure
     * @throws NotSentException if the component is stopped
     */
    public <T extends @Nullable Object> Call<T> over(String operation, Supplier<Call<T>> stages) {
        Composition<T> whole = new Composition<>(null);
        long millis = time.toMillis();
        ScheduledFuture<?> limit;
        try {
            limit = timer.schedule(
                    () -> whole.abort("no answer came within " + millis + " ms (" + name + ")"), millis, TimeUnit.MILLISECONDS);
        } catch (RejectedExecutionException e) {
            throw new NotSentException(operation + ": not sent, the component is stopped", e);
        }
        whole.listen((result, failure) -> limit.cancel(false));
        whole.resume(begun -> stages.get(), operation);
        return whole;
    }
}
