package io.github.camelwechat.material.internal.call;

import java.util.List;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;

import org.junit.jupiter.api.Test;

import static io.github.camelwechat.material.internal.call.Calls.promise;
import static org.assertj.core.api.Assertions.assertThat;

/** Two threads at one call. */
class CallRaceTest {

    @Test
    void racingThreadsSeeOneEndAndEveryListener() throws Exception {
        race((round, other) -> {
            Promise<int[]> call = promise();
            Queue<String> order = new ConcurrentLinkedQueue<>();
            AtomicInteger wins = new AtomicInteger();
            AtomicInteger unseen = new AtomicInteger();
            both(other, thread -> {
                for (int i = 0; i < 6; i++) {
                    String id = thread + "" + i;
                    call.listen((result, failure) -> {
                        order.add(id);
                        if (result == null || result[0] != 1) {
                            unseen.incrementAndGet();
                        }
                    });
                    if (i == round % 5 && call.complete(new int[] { 1 })) {
                        wins.incrementAndGet();
                    }
                }
            });
            assertThat(order).hasSize(12).doesNotHaveDuplicates();
            assertThat(order.stream().filter(id -> id.startsWith("0"))).isSorted();
            assertThat(order.stream().filter(id -> id.startsWith("1"))).isSorted();
            assertThat(wins).hasValue(1);
            assertThat(unseen).hasValue(0);
        });
    }

    @Test
    void racingEndsHaveOneWinner() throws Exception {
        race((round, other) -> {
            List<Promise<Integer>> calls = IntStream.range(0, 1000).mapToObj(i -> Calls.<Integer> promise()).toList();
            AtomicInteger wins = new AtomicInteger();
            both(other, thread -> {
                for (Promise<Integer> call : calls) {
                    if (call.complete(thread)) {
                        wins.incrementAndGet();
                    }
                }
            });
            assertThat(wins).hasValue(calls.size());
        });
    }

    @Test
    void racingAbortReachesTheLaterStageOnce() throws Exception {
        race((round, other) -> {
            AtomicInteger aborts = new AtomicInteger();
            Promise<String> begin = promise();
            Promise<String> later = new Promise<>((self, why) -> aborts.incrementAndGet());
            Call<String> whole = begin.then(result -> later).map(result -> result);
            both(other, thread -> {
                if (thread == 0) {
                    begin.complete("first");
                } else {
                    whole.abort("why");
                }
            });
            assertThat(aborts).hasValue(1);
            later.complete("second");
            assertThat(whole.isEnded()).isTrue();
        });
    }

    private interface Round {
        void run(int number, ExecutorService other) throws Exception;
    }

    private interface Racer {
        void run(int thread) throws Exception;
    }

    private static void race(Round round) throws Exception {
        ExecutorService other = Executors.newSingleThreadExecutor();
        try {
            long end = System.nanoTime() + TimeUnit.MILLISECONDS.toNanos(500);
            for (int i = 0; i < 20_000 && System.nanoTime() < end; i++) {
                round.run(i, other);
            }
        } finally {
            other.shutdownNow();
        }
    }

    private static void both(ExecutorService other, Racer racer) throws Exception {
        CyclicBarrier start = new CyclicBarrier(2);
        Future<?> theirs = other.submit(() -> {
            start.await(10, TimeUnit.SECONDS);
            racer.run(1);
            return null;
        });
        start.await(10, TimeUnit.SECONDS);
        racer.run(0);
        theirs.get(10, TimeUnit.SECONDS);
    }
}
