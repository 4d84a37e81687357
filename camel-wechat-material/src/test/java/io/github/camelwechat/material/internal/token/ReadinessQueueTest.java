package io.github.camelwechat.material.internal.token;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import java.util.concurrent.TimeUnit;

import io.github.camelwechat.material.error.NotSentException;
import io.github.camelwechat.material.error.WechatApiException;
import io.github.camelwechat.material.internal.call.Call;
import io.github.camelwechat.material.internal.call.WechatInterface;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

/** Calls that wait while WeChat's cloud hosting is not ready: which of them is repeated, and when. */
class ReadinessQueueTest {

    private static final WechatInterface CALLED = WechatInterface.GET_MATERIAL_COUNT;

    private final Queue<Runnable> pauses = new ArrayDeque<>();
    private final List<Long> millis = new ArrayList<>();
    private final ScheduledThreadPoolExecutor timer = new ScheduledThreadPoolExecutor(1) {
        @Override
        public ScheduledFuture<?> schedule(Runnable end, long delay, TimeUnit unit) {
            pauses.add(end);
            millis.add(unit.toMillis(delay));
            return super.schedule(() -> {
            }, 0, unit);
        }
    };
    private final ReadinessQueue queue = new ReadinessQueue(timer);
    private final WechatApiException refusal = new WechatApiException("addMaterial", 85113, "not ready", null);

    @AfterEach
    void close() {
        timer.shutdownNow();
    }

    private List<Call<String>> refused(int number) {
        List<Call<String>> calls = new ArrayList<>();
        for (int i = 0; i < number; i++) {
            calls.add(queue.await(refusal));
        }
        return calls;
    }

    private void endPause() {
        pauses.remove().run();
    }

    private static long ended(List<Call<String>> calls) {
        return calls.stream().filter(Call::isEnded).count();
    }

    @Test
    void callsAreRepeatedOneAtATime() {
        List<Call<String>> calls = refused(10);
        assertThat(ended(calls)).isZero();
        for (int pause = 1; pause <= 6; pause++) {
            endPause();
            assertThat(ended(calls)).isEqualTo(pause);
        }

        assertThat(millis).containsExactly(500L, 1000L, 2000L, 4000L, 5000L, 5000L, 5000L);
        assertThat(pauses).hasSize(1);
    }

    @Test
    void firstAnswerLetsAllGoOn() {
        List<Call<String>> calls = refused(10);
        endPause();
        queue.answered(refusal);
        queue.answered(new NotSentException("no network"));
        assertThat(ended(calls)).isEqualTo(1);

        queue.answered(null);
        assertThat(ended(calls)).isEqualTo(10);
        assertThat(queue.admit(CALLED).isEnded()).isTrue();
    }

    @Test
    void otherRefusalIsAnAnswerToo() {
        List<Call<String>> calls = refused(3);

        queue.answered(new WechatApiException("addMaterial", 40005, "invalid file type", null));
        assertThat(ended(calls)).isEqualTo(3);
    }

    @Test
    void newCallWaitsForItsTurn() {
        assertThat(queue.admit(CALLED).isEnded()).isTrue();
        List<Call<String>> calls = refused(1);
        Call<String> later = queue.admit(CALLED);
        endPause();
        assertThat(ended(calls)).isEqualTo(1);
        assertThat(later.isEnded()).isFalse();

        endPause();
        assertThat(later.isEnded()).isTrue();
    }

    @Test
    void timeLimitEndsEachWaitWithARefusal() {
        Call<String> first = queue.await(refusal);
        Call<String> later = queue.admit(CALLED);
        first.abort("no answer came within 1 ms");
        later.abort("no answer came within 1 ms");

        assertThatThrownBy(() -> first.toFuture().get()).isInstanceOf(ExecutionException.class).cause().isSameAs(refusal);
        assertThatThrownBy(() -> later.toFuture().get()).cause().isInstanceOfSatisfying(WechatApiException.class, own -> {
            assertThat(own.getOperation()).isEqualTo("getMaterialCount");
            assertThat(own.getErrcode()).isEqualTo(85113);
        });
    }

    @Test
    void manyNewCallsNameTheSameRefusalAsTheirCause() {
        refused(1);
        Call<String> last = queue.admit(CALLED);
        for (int i = 0; i < 100; i++) {
            last = queue.admit(CALLED);
        }
        Call<String> latest = last;
        latest.abort("no answer came within 1 ms");

        assertThatThrownBy(() -> latest.toFuture().get()).cause().cause().isSameAs(refusal);
    }

    @Test
    void callThatWasGivenUpTakesNoTurn() {
        List<Call<String>> calls = refused(3);
        calls.get(0).abort("cancelled");
        calls.get(1).abort("cancelled");
        endPause();

        assertThat(calls.get(2).isEnded()).isTrue();
    }

    @Test
    void emptyQueueNeedsNoFurtherPause() {
        refused(1);
        endPause();
        endPause();
        assertThat(pauses).isEmpty();
        assertThat(queue.admit(CALLED).isEnded()).isTrue();

        // refused again, it goes on with longer pauses
        refused(1);
        assertThat(millis).containsExactly(500L, 1000L, 2000L);
    }

    @Test
    void stoppedComponentEndsTheWait() {
        List<Call<String>> calls = refused(2);
        ReadinessQueue stopped = new ReadinessQueue(new ScheduledThreadPoolExecutor(1) {
            {
                shutdown();
            }
        });
        Call<String> late = stopped.await(refusal);

        assertThatThrownBy(() -> late.toFuture().get()).cause().isSameAs(refusal);
        assertThat(ended(calls)).isZero();
    }
}
