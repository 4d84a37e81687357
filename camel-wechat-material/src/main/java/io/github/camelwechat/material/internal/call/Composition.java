package io.github.camelwechat.material.internal.call;

import java.util.Objects;
import java.util.function.BiConsumer;
import java.util.function.Function;

import io.github.camelwechat.material.error.UnknownOutcomeException;
import org.jspecify.annotations.Nullable;

/**
 * Calls in turn as one. An abort reaches the stage under way, and each later one as soon as it has begun: that stage
 * knows what to say of the outcome. Thread-safe.
 */
final class Composition<T extends @Nullable Object> implements Call<T> {

    private final Promise<T> whole = new Promise<>();
    private @Nullable Call<?> stage;
    private @Nullable String aborted;
    private boolean over;

    /** @param first stage; null if it is to begin yet */
    Composition(@Nullable Call<?> first) {
        this.stage = first;
    }

    /** Begins the last stage, which is made of the outcome of the first one. */
    <V extends @Nullable Object> void resume(Function<? super V, Call<T>> last, V outcome) {
        Call<T> begun;
        try {
            begun = Objects.requireNonNull(last.apply(outcome), "The next stage is null");
            // before anybody sees the stage: one that has ended unheard would never end this
            begun.listen(this::end);
        } catch (Throwable e) {
            fail(e);
            return;
        }
        String why;
        synchronized (this) {
            if (!over) {
                stage = begun;
            }
            why = aborted;
        }
        if (why != null) {
            begun.abort(why);
        }
    }

    void fail(Throwable failure) {
        end(null, failure);
    }

    void end(@Nullable T result, @Nullable Throwable failure) {
        synchronized (this) {
            over = true;
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
        Composition<?> innermost = this;
        Call<?> reached = this;
        while (reached instanceof Composition<?> composition) {
            innermost = composition;
            reached = composition.abortStage(why);
        }
        if (reached != null) {
            reached.abort(why);
            innermost.endIfLost(reached, why);
        }
    }

    /**
     * A stage that has told all its listeners and is still this one's has lost this one, most likely for want of
     * memory.
     */
    private void endIfLost(Call<?> reached, String why) {
        boolean lost;
        synchronized (this) {
            lost = reached.isEnded() && stage == reached;
        }
        if (lost) {
            fail(new UnknownOutcomeException("The outcome of a call was lost. Look whether it was done: " + why));
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
