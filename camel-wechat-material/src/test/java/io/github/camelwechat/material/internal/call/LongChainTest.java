package io.github.camelwechat.material.internal.call;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.List;
import java.util.Queue;
import java.util.stream.IntStream;

import org.junit.jupiter.api.Test;

import static io.github.camelwechat.material.internal.call.Calls.outcome;
import static io.github.camelwechat.material.internal.call.Calls.promise;
import static org.assertj.core.api.Assertions.assertThat;

/** Long chains of calls within the usual stack. */
class LongChainTest {

    private static final int LONG = 100_000;

    private final List<Object> told = new ArrayList<>();
    private final List<Object> added = new ArrayList<>();
    private final Call<String> shared = Call.of("shared");

    @Test
    void longChainsOfEndedCallsFitTheStack() {
        Call<Integer> loop = Call.of(0);
        for (int i = 0; i < LONG; i++) {
            loop = loop.then(n -> Call.of(n + 1));
        }
        assertThat(outcome(loop)).isEqualTo(LONG);
        assertThat(outcome(countDown(LONG))).isEqualTo("down");
    }

    private static Call<String> countDown(int from) {
        return from == 0 ? Call.of("down") : Call.of(from).then(n -> countDown(n - 1));
    }

    @Test
    void longChainsBeforeTheEndFitTheStack() {
        for (boolean abort : new boolean[] { false, true }) {
            Abortable stage = new Abortable();
            Call<String> chain = stage.call;
            for (int i = 0; i < LONG; i++) {
                chain = chain.map(result -> result);
            }
            if (abort) {
                chain.abort("why");
            } else {
                stage.call.complete("result");
            }
            assertThat(outcome(chain)).isSameAs(outcome(stage.call));
        }
    }

    @Test
    void longQueueOfCallsThatEndAtOnceFitsTheStack() {
        Queue<Promise<Integer>> queue = new ArrayDeque<>();
        for (int i = 0; i < LONG; i++) {
            Promise<Integer> call = promise();
            call.listen((result, failure) -> told.add(result));
            call.onEnd(() -> {
                Promise<Integer> next = queue.poll();
                if (next != null) {
                    next.complete(told.size());
                }
            });
            queue.add(call);
        }
        queue.remove().complete(0);

        assertThat(told).isEqualTo(IntStream.range(0, LONG).boxed().toList());
    }

    @Test
    void deeplyNestedListenersKeepTheirOrder() {
        listenAt(100);

        assertThat(told).hasSize(101).isEqualTo(added);
    }

    private void listenAt(int depth) {
        Call<Integer> inner = Call.of(depth);
        assertThat(inner.isEnded()).isTrue();
        if (depth > 0) {
            inner.onEnd(() -> listenAt(depth - 1));
        }
        added.add(depth);
        shared.onEnd(() -> told.add(depth));
    }
}
