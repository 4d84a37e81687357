package io.github.camelwechat.material.internal.call;

import java.io.IOException;
import java.lang.ref.WeakReference;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.BiConsumer;

import io.github.camelwechat.material.error.UnknownOutcomeException;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

import static io.github.camelwechat.material.internal.call.Calls.onAnotherThread;
import static io.github.camelwechat.material.internal.call.Calls.outcome;
import static io.github.camelwechat.material.internal.call.Calls.promise;
import static org.assertj.core.api.Assertions.assertThat;

/** Stages of a composition: results, failures, aborts, locks and memory. */
class CompositionTest {

    private final List<Object> told = new ArrayList<>();
    private final Abortable first = new Abortable();
    private final Abortable second = new Abortable();

    @Test
    void compositionTakesTheResultOfTheLastStage() {
        Call<String> both = first.call.then(result -> {
            told.add(result);
            return second.call;
        });
        Call<Integer> mapped = both.map(String::length);

        first.call.complete("first");
        assertThat(both.isEnded()).isFalse();
        second.call.complete("second");

        assertThat(told).containsExactly("first");
        assertThat(outcome(both)).isEqualTo("second");
        assertThat(outcome(mapped)).isEqualTo(6);
    }

    @Test
    void failurePassesTheStagesAfterIt() {
        IOException failure = new IOException();
        Call<String> both = first.call.then(result -> second.call).recover(RuntimeException.class, e -> second.call);

        first.call.fail(failure);

        assertThat(outcome(both)).isSameAs(failure);
    }

    @Test
    void recoveryBeginsAfterItsFailureOnly() {
        Call<String> recovered = first.call.recover(RuntimeException.class, e -> {
            told.add(e);
            return second.call;
        });
        IllegalStateException failure = new IllegalStateException();

        first.call.fail(failure);
        second.call.complete("second");

        assertThat(told).containsExactly(failure);
        assertThat(outcome(recovered)).isEqualTo("second");
        assertThat(outcome(second.call.recover(RuntimeException.class, e -> first.call))).isEqualTo("second");
    }

    @Test
    void stageThatCannotBeginIsAFailure() {
        IOException failure = new IOException();
        first.call.complete("result");

        assertThat(outcome(first.call.then(result -> {
            Calls.<RuntimeException> throwUnchecked(failure);
            return second.call;
        }))).isSameAs(failure);
        assertThat(outcome(first.call.map(result -> {
            throw new StackOverflowError();
        }))).isInstanceOf(StackOverflowError.class);
        assertThat(outcome(first.call.then(result -> noCall()))).isInstanceOf(NullPointerException.class);
    }

    @SuppressWarnings("NullAway")
    private static Call<String> noCall() {
        return null;
    }

    @Test
    void abortReachesTheStageUnderWay() {
        Call<String> both = first.call.then(result -> second.call);
        Call<Integer> mapped = both.map(String::length);

        first.call.complete("first");
        mapped.abort("why");

        assertThat(first.aborts).isEmpty();
        assertThat(second.aborts).containsExactly("why");
        assertThat(outcome(mapped)).isSameAs(outcome(second.call));
    }

    @Test
    void abortReachesTheFirstStageAndNoLaterOne() {
        Call<String> both = first.call.then(result -> second.call);

        both.abort("why");

        assertThat(first.aborts).containsExactly("why");
        assertThat(second.aborts).isEmpty();
        assertThat(outcome(both)).isSameAs(outcome(first.call));
    }

    @Test
    void abortBetweenStagesReachesTheLaterOne() {
        AtomicReference<Call<String>> both = new AtomicReference<>();
        both.set(first.call.then(result -> {
            onAnotherThread(() -> both.get().abort("why"));
            return second.call;
        }));

        first.call.complete("first");

        assertThat(first.aborts).isEmpty();
        assertThat(second.aborts).containsExactly("why");
        assertThat(outcome(both.get())).isSameAs(outcome(second.call));
    }

    @Test
    void abortReachesTheRecoveryThatItCauses() {
        Call<String> recovered = first.call.recover(IllegalStateException.class, e -> second.call);

        recovered.abort("why");

        assertThat(first.aborts).containsExactly("why");
        assertThat(second.aborts).containsExactly("why");
        assertThat(outcome(recovered)).isSameAs(outcome(second.call));
    }

    @Test
    void completedStaysCompletedDespiteAnAbort() {
        AtomicReference<Call<String>> both = new AtomicReference<>();
        first.call.onEnd(() -> both.get().abort("while listeners are told"));
        both.set(first.call.map(result -> result + "!"));

        first.call.complete("result");
        both.get().abort("after the end");

        assertThat(first.aborts).isEmpty();
        assertThat(outcome(both.get())).isEqualTo("result!");
    }

    @Test
    void failingAbortLeavesTheEndOfItsStage() {
        Promise<String> obstinate = new Promise<>((self, why) -> {
            throw new IllegalArgumentException(why);
        });
        Promise<String> stage = promise();
        Call<String> both = stage.then(result -> obstinate);
        both.abort("why");

        stage.complete("first");
        assertThat(both.isEnded()).isFalse();
        obstinate.complete("second");

        assertThat(outcome(both)).isEqualTo("second");
    }

    @Test
    void noLockIsHeldWhileForeignCodeRuns() {
        AtomicReference<Promise<String>> begun = new AtomicReference<>();
        AtomicReference<Call<String>> both = new AtomicReference<>();
        Runnable useAll = () -> onAnotherThread(() -> {
            assertThat(both.get().isEnded()).isFalse();
            assertThat(begun.get().isEnded()).isFalse();
            both.get().onEnd(() -> told.add("end"));
            begun.get().onEnd(() -> told.add("end"));
        });
        begun.set(new Promise<>((self, why) -> {
            if (why.equals("again")) {
                begun.get().fail(new IOException());
            } else {
                useAll.run();
                onAnotherThread(() -> both.get().abort("again"));
            }
        }));
        both.set(first.call.then(result -> {
            useAll.run();
            return begun.get();
        }));
        begun.get().onEnd(useAll);
        both.get().onEnd(() -> onAnotherThread(() -> both.get().abort("late")));

        first.call.complete("first");
        both.get().abort("why");

        assertThat(outcome(both.get())).isInstanceOf(IOException.class);
        assertThat(told).hasSize(6);
    }

    private static boolean isCollected(WeakReference<?> reference) {
        for (int i = 0; i < 100 && reference.get() != null; i++) {
            System.gc();
        }
        return reference.get() == null;
    }

    @Test
    void compositionReleasesItsEndedStages() {
        List<Call<String>> kept = new ArrayList<>();
        WeakReference<?> ofRunning = firstOf(kept, false, true);
        WeakReference<?> ofFailed = firstOf(kept, true, true);
        WeakReference<?> ofPassedRecovery = firstOf(kept, false, false);

        assertThat(isCollected(ofRunning)).isTrue();
        assertThat(isCollected(ofFailed)).isTrue();
        assertThat(isCollected(ofPassedRecovery)).isTrue();
        assertThat(kept).extracting(Call::isEnded).containsExactly(false, true, true);
    }

    private WeakReference<?> firstOf(List<Call<String>> kept, boolean fails, boolean then) {
        Abortable stage = new Abortable();
        kept.add(then
                ? stage.call.then(result -> second.call) : stage.call.recover(RuntimeException.class, e -> second.call));
        if (fails) {
            stage.call.fail(new IOException());
        } else {
            stage.call.complete("result");
        }
        return new WeakReference<>(stage.call);
    }

    /** As where no memory was left to tell a listener. */
    @Test
    void stageThatHasEndedUnheardIsEndedByAnAbort() {
        Call<String> whole = new Call<String>() {
            @Override
            public void listen(BiConsumer<? super @Nullable String, ? super @Nullable Throwable> listener) {
                // tells nobody
            }

            @Override
            public void abort(String why) {
                // has ended
            }

            @Override
            public boolean isEnded() {
                return true;
            }
        }.then(Call::of);
        assertThat(whole.isEnded()).isFalse();

        whole.abort("time is up");

        assertThat(whole.toFuture()).failsWithin(Duration.ZERO).withThrowableThat()
                .withCauseInstanceOf(UnknownOutcomeException.class).withMessageContaining("time is up");
    }
}
