package io.github.camelwechat.material.internal.call;

import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicReference;

import io.github.camelwechat.material.error.NotSentException;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

/** One time limit over all stages. */
class DeadlineTest {

    private static final String WHY = "no answer came within 120000 ms (requestTimeout)";

    private final Timer timer = new Timer();
    private final Deadline deadline = new Deadline(timer, Duration.ofMinutes(2), "requestTimeout");
    private final Abortable first = new Abortable();
    private final Abortable second = new Abortable();

    /** Expires by hand. */
    private static final class Timer extends ScheduledThreadPoolExecutor {

        private final List<Runnable> tasks = new ArrayList<>();
        private final List<ScheduledFuture<?>> limits = new ArrayList<>();
        private final List<Long> millis = new ArrayList<>();

        Timer() {
            super(1);
        }

        @Override
        public ScheduledFuture<?> schedule(Runnable task, long delay, TimeUnit unit) {
            ScheduledFuture<?> limit = super.schedule(task, 1, TimeUnit.DAYS);
            tasks.add(task);
            limits.add(limit);
            millis.add(unit.toMillis(delay));
            return limit;
        }

        void expire() {
            tasks.forEach(Runnable::run);
        }
    }

    @AfterEach
    void stop() {
        timer.shutdownNow();
    }

    @Test
    void oneDeadlineCoversAllStages() {
        Call<String> whole = deadline.over("addMaterial", () -> first.call.then(result -> second.call));
        first.call.complete("first");

        timer.expire();

        assertThat(timer.millis).containsExactly(120_000L);
        assertThat(first.aborts).isEmpty();
        assertThat(second.aborts).containsExactly(WHY);
        assertThat(whole.isEnded()).isTrue();
        assertThat(whole.toFuture()).isCompletedExceptionally();
    }

    @Test
    void deadlineStartsBeforeTheFirstStage() {
        AtomicReference<Integer> before = new AtomicReference<>();

        deadline.over("addMaterial", () -> {
            before.set(timer.limits.size());
            return first.call;
        });

        assertThat(before).hasValue(1);
    }

    @Test
    void deadlineReachesAStageThatIsStillBeginning() {
        Call<String> whole = deadline.over("addMaterial", () -> {
            timer.expire();
            return first.call;
        });

        assertThat(first.aborts).containsExactly(WHY);
        assertThat(whole.isEnded()).isTrue();
    }

    @Test
    void endCancelsTheDeadline() {
        Call<String> whole = deadline.over("addMaterial", () -> first.call);
        assertThat(timer.limits.get(0).isCancelled()).isFalse();

        first.call.complete("result");

        assertThat(timer.limits.get(0).isCancelled()).isTrue();
        timer.expire();
        assertThat(whole.toFuture()).isCompletedWithValue("result");
    }

    @Test
    void stagesThatCannotBeginAreAFailure() {
        Call<String> whole = deadline.over("addMaterial", () -> {
            throw new IllegalArgumentException("no file");
        });

        assertThat(whole.toFuture()).isCompletedExceptionally();
        assertThat(timer.limits.get(0).isCancelled()).isTrue();
    }

    @Test
    void stoppedComponentBeginsNothing() {
        timer.shutdownNow();

        assertThatThrownBy(() -> deadline.over("addMaterial", () -> {
            first.call.fail(new IOException());
            return first.call;
        })).isInstanceOf(NotSentException.class).hasMessage("addMaterial: not sent, the component is stopped");
        assertThat(first.call.isEnded()).isFalse();
    }
}
