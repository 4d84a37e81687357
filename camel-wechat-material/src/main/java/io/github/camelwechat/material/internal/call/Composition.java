package io.github.camelwechat.material.internal.call;

import java.util.Objects;
import java.util.function.BiConsumer;
import java.util.function.Supplier;

import org.jspecify.annotations.Nullable;

/**
 * Calls in turn as one. An abort reaches the stage under way, and each later one as soon as it has begun: that stage
 * knows what to say of the outcome. Thread-safe.
 */
final class Composition<T extends @Nullable Object> implements Call<T> {

    private final Promise<T> whole = new Promise<>(why -> {
    });
    private @Nullable Call<?> stage;
    private @Nullable String aborted;

    /** @param first stage; null if it is to begin yet */
    Composition(@Nullable Call<?> first) {
        this.stage = first;
    }

    /** Begins the last stage. */
    void goOn(Supplier<Call<T>> last) {
        Call<T> begun;
        try {
            begun = Objects.requireNonNull(last.get(), "The next stage is null");
        } catch (Throwable e) {
            fail(e);
            return;
        }
        String why;
        synchronized (this) {
            stage = begun;
            why = aborted;
        }
        // before the abort, which may throw
        begun.listen(this::end);
        if (why != null) {
            begun.abort(why);
        }
    }

    void fail(Throwable failure) {
        end(null, failure);
    }

    void end(@Nullable T result, @Nullable Throwable failure) {
        synchronized (this) {
            stage = null;
        }
        whole.end(result, failure);
    }

    @Override
    public void listen(BiConsumer<? super @Nullable T, ? super @Nullable Throwable> listener) {
        whole.listen(listener);
    }

    /** Descends in a loop: nested compositions of a long chain would overflow the stack. */
    @Override
    public void abort(String why) {
        Call<?> reached = this;
        while (reached instanceof Composition<?> composition) {
            reached = composition.abortStage(why);
        }
        if (reached != null) {
            reached.abort(why);
        }
    }

    private synchronized @Nullable Call<?> abortStage(String why) {
        aborted = why;
        return stage;
    }

    @Override
    public boolean isEnded() {
        return whole.isEnded();
    }
}
