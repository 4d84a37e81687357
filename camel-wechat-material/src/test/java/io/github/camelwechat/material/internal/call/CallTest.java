package io.github.camelwechat.material.internal.call;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.stream.IntStream;

import org.junit.jupiter.api.Test;

import static io.github.camelwechat.material.internal.call.Calls.onAnotherThread;
import static io.github.camelwechat.material.internal.call.Calls.outcome;
import static org.assertj.core.api.Assertions.assertThat;

/** The end of a call, and its listeners. */
class CallTest {

    private final List<Object> told = new ArrayList<>();
    private final Abortable stage = new Abortable();

    @Test
    void callEndsOnce() {
        assertThat(stage.call.isEnded()).isFalse();
        assertThat(stage.call.complete("result")).isTrue();
        stage.call.onEnd(() -> told.add("end"));

        assertThat(stage.call.complete("another")).isFalse();
        assertThat(stage.call.fail(new IOException())).isFalse();
        stage.call.abort("late");

        assertThat(outcome(stage.call)).isEqualTo("result");
        assertThat(stage.aborts).isEmpty();
        assertThat(told).containsExactly("end");
    }

    @Test
    void abortEndsTheCall() {
        stage.call.abort("why");

        assertThat(outcome(stage.call)).isInstanceOf(IllegalStateException.class);
        assertThat(stage.call.complete("late")).isFalse();
        assertThat(stage.aborts).containsExactly("why");
    }

    @Test
    void futureHasTheOutcomeAndCannotCancel() {
        CompletableFuture<String> future = stage.call.toFuture();
        IOException failure = new IOException();

        assertThat(stage.call.toFuture().cancel(true)).isTrue();
        assertThat(stage.call.isEnded()).isFalse();
        stage.call.complete("result");

        assertThat(future).isCompletedWithValue("result");
        assertThat(Call.failed(failure).toFuture()).isCompletedExceptionally();
        assertThat(outcome(Call.failed(failure))).isSameAs(failure);
    }

    @Test
    void listenersAreToldInTheOrderAdded() {
        for (int i = 0; i < 10; i++) {
            int id = i;
            stage.call.onEnd(() -> told.add(id));
        }
        stage.call.complete("result");

        assertThat(told).containsExactly(IntStream.range(0, 10).boxed().toArray());
    }

    @Test
    void listenerOfAListenerIsToldAfterThoseBeforeIt() {
        stage.call.onEnd(() -> stage.call.onEnd(() -> told.add("inner")));
        stage.call.onEnd(() -> told.add("second"));

        stage.call.complete("result");

        assertThat(told).containsExactly("second", "inner");
    }

    @Test
    void listenerOfAnotherThreadIsToldAfterThoseBeforeIt() {
        stage.call.onEnd(() -> onAnotherThread(() -> stage.call.onEnd(() -> told.add("meanwhile"))));
        stage.call.onEnd(() -> told.add("second"));

        stage.call.complete("result");

        assertThat(told).containsExactly("second", "meanwhile");
    }

    @Test
    void lateListenerIsToldAtOnceByItsOwnThread() {
        stage.call.complete("result");

        onAnotherThread(() -> {
            Thread adding = Thread.currentThread();
            stage.call.listen((result, failure) -> told.add(result + (Thread.currentThread() == adding ? " here" : "")));
            assertThat(told).containsExactly("result here");
        });
    }

    @Test
    void callHasEndedAfterItsLastListener() {
        stage.call.onEnd(() -> told.add(stage.call.isEnded()));
        stage.call.onEnd(() -> told.add(stage.call.isEnded()));

        stage.call.complete("result");

        assertThat(told).containsExactly(false, false);
        assertThat(stage.call.isEnded()).isTrue();
    }

    @Test
    void throwingListenerStopsNobody() {
        List<Throwable> failures = List.of(new IllegalStateException(), new StackOverflowError(), new IOException());
        for (Throwable failure : failures) {
            stage.call.onEnd(() -> Calls.<RuntimeException> throwUnchecked(failure));
            stage.call.onEnd(() -> told.add(failure));
        }
        assertThat(stage.call.complete("result")).isTrue();

        stage.call.onEnd(() -> Calls.<RuntimeException> throwUnchecked(failures.get(0)));
        assertThat(told).isEqualTo(failures);
        assertThat(stage.call.isEnded()).isTrue();
    }

    @Test
    void callerThreadIsHereUntilTheCallHasBegun() {
        CallerThread caller = CallerThread.begin();
        assertThat(caller.isHere()).isTrue();
        onAnotherThread(() -> assertThat(caller.isHere()).isFalse());

        caller.close();
        assertThat(caller.isHere()).isFalse();
    }
}
