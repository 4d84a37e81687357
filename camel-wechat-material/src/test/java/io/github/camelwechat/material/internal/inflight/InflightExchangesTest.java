package io.github.camelwechat.material.internal.inflight;

import java.io.IOException;
import java.time.Duration;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicBoolean;

import org.apache.camel.support.DefaultMessage;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

/** Who is called back, on which thread, and what becomes of the slot. */
@Timeout(30)
class InflightExchangesTest {

    private static final Duration SOON = Duration.ofSeconds(5);

    private final UnderWay underWay = new UnderWay();
    private final Slots slots = underWay.bounds.slots();
    private final UnderWay.Upload upload = underWay.new Upload();

    @AfterEach
    void close() throws Exception {
        underWay.close();
    }

    /** A caller on a thread of its own, which waits once this returns. */
    private CompletableFuture<Boolean> caller(UnderWay.Upload one) {
        CompletableFuture<Boolean> synchronous = new CompletableFuture<>();
        Thread caller = new Thread(() -> synchronous.complete(one.begin(false)));
        caller.start();
        await().until(() -> caller.getState() == Thread.State.WAITING);
        return synchronous;
    }

    private void takeAllSlots() {
        for (int i = 0; i < UnderWay.SLOTS; i++) {
            assertThat(slots.tryTake(false)).isTrue();
        }
    }

    @Test
    void withASlotTheCallerIsFreeAtOnceAndTheSlotIsGivenBackBehindTheCallback() {
        takeAllSlots();

        assertThat(upload.begin(true)).isFalse();
        assertThat(upload.callbacks).isEmpty();
        assertThat(slots.tryTake(false)).isFalse();

        upload.answered();
        await().atMost(SOON).until(() -> slots.tryTake(false));
        assertThat(upload.callbacks).containsExactly(false);
        assertThat(slots.tryTake(false)).as("one, and no more").isFalse();
    }

    @Test
    void withoutASlotTheCallerTakesItsOwnAnswer() {
        takeAllSlots();
        CompletableFuture<Boolean> caller = caller(upload);

        upload.answered();

        assertThat(caller).succeedsWithin(SOON).isEqualTo(true);
        assertThat(upload.callbacks).containsExactly(true);
        assertThat(slots.tryTake(false)).as("it held none").isFalse();
        slots.giveBack();
        assertThat(slots.tryTake(false)).as("and it waits for none").isTrue();
    }

    @Test
    void aSlotThatIsGivenBackFreesTheCaller() {
        takeAllSlots();
        CompletableFuture<Boolean> caller = caller(upload);

        slots.giveBack();

        assertThat(caller).succeedsWithin(SOON).isEqualTo(false);
        assertThat(upload.callbacks).isEmpty();
        upload.answered();
        await().atMost(SOON).until(() -> slots.tryTake(false));
        assertThat(upload.callbacks).containsExactly(false);
    }

    @Test
    void slotThatIsGivenBackFreesACallerOfTheOwnerInTurn() {
        UnderWay.Upload other = underWay.new Upload(underWay.bounds.forAnotherOwner());
        takeAllSlots();
        CompletableFuture<Boolean> first = caller(upload);
        CompletableFuture<Boolean> inTurn = caller(other);

        slots.giveBack();

        assertThat(inTurn).succeedsWithin(SOON).isEqualTo(false);
        assertThat(first).isNotDone();
        upload.answered();
        assertThat(first).succeedsWithin(SOON).isEqualTo(true);
        other.answered();
    }

    @Test
    void callerThatWasInterruptedLeavesTheSlotToTheNextOwner() {
        UnderWay.Upload interrupted = underWay.new Upload(underWay.bounds.forAnotherOwner());
        takeAllSlots();
        CompletableFuture<Boolean> next = caller(upload);
        CompletableFuture<Boolean> ended = new CompletableFuture<>();
        Thread caller = new Thread(() -> ended.complete(interrupted.begin(false)));
        caller.start();
        await().until(() -> caller.getState() == Thread.State.WAITING);
        caller.interrupt();
        await().atMost(SOON).until(() -> !interrupted.aborts.isEmpty());
        interrupted.answered();
        assertThat(ended).succeedsWithin(SOON).isEqualTo(true);

        slots.giveBack();

        assertThat(next).succeedsWithin(SOON).isEqualTo(false);
        upload.answered();
    }

    @Test
    void aCallerThatIsInterruptedGivesItsUploadUpAndStaysInterrupted() {
        CompletableFuture<Boolean> interrupted = new CompletableFuture<>();
        Thread caller = new Thread(() -> {
            upload.begin(false);
            interrupted.complete(Thread.currentThread().isInterrupted());
        });
        takeAllSlots();
        caller.start();
        await().until(() -> caller.getState() == Thread.State.WAITING);

        caller.interrupt();

        await().atMost(SOON).until(() -> !upload.aborts.isEmpty());
        assertThat(upload.callbacks).as("it still has to end").isEmpty();
        upload.answered();
        assertThat(interrupted).succeedsWithin(SOON).isEqualTo(true);
        assertThat(upload.callbacks).containsExactly(true);
        assertThat(upload.aborts).containsExactly("the thread that waited for it was interrupted");
    }

    @Test
    void aCallerThatIsNotInterruptedIsNotSo() {
        CompletableFuture<Boolean> interrupted = new CompletableFuture<>();
        takeAllSlots();
        upload.answered();

        new Thread(() -> {
            upload.begin(false);
            interrupted.complete(Thread.currentThread().isInterrupted());
        }).start();

        assertThat(interrupted).succeedsWithin(SOON).isEqualTo(false);
        assertThat(upload.aborts).isEmpty();
    }

    @Test
    void aFailureIsTheExchanges() {
        IOException lost = new IOException("lost");
        upload.begin(true);

        upload.answer.fail(lost);

        await().atMost(SOON).until(() -> !upload.callbacks.isEmpty());
        assertThat(upload.exchange.getException()).isSameAs(lost);
    }

    @Test
    void aResultThatCannotBePutOnTheExchangeIsItsFailure() {
        upload.exchange.setMessage(new DefaultMessage(upload.exchange) {
            @Override
            public void setBody(Object body) {
                throw new IllegalStateException("full");
            }
        });
        upload.begin(true);

        upload.answer.complete("http://url");

        await().atMost(SOON).until(() -> !upload.callbacks.isEmpty());
        assertThat(upload.exchange.getException()).isInstanceOf(IllegalStateException.class).hasMessage("full");
    }

    @Test
    void onlyWhatGoesOnBehindAnAnswerRunsOnAWorker() {
        CompletableFuture<Boolean> behind = new CompletableFuture<>();

        underWay.all.resume(() -> behind.complete(underWay.all.byWorker()));

        assertThat(behind).succeedsWithin(SOON).isEqualTo(true);
        assertThat(underWay.all.byWorker()).isFalse();
    }

    @Test
    void aWaitForAllEndsWithTheLast() throws Exception {
        UnderWay.Upload other = underWay.new Upload();
        upload.begin(true);
        other.begin(true);
        AtomicBoolean ended = new AtomicBoolean();
        Thread waiting = new Thread(() -> {
            try {
                underWay.all.awaitAll(Duration.ofHours(1).toMillis());
                ended.set(true);
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
        });
        waiting.start();
        await().until(() -> waiting.getState() == Thread.State.TIMED_WAITING);

        upload.answered();
        await().atMost(SOON).until(() -> upload.callbacks.size() == 1);
        assertThat(ended).isFalse();
        other.answered();

        waiting.join(SOON.toMillis());
        assertThat(ended).isTrue();
    }

    @Test
    void aCallerThatTookItsOwnAnswerIsWaitedForNoMore() throws Exception {
        CompletableFuture<Boolean> caller = CompletableFuture.supplyAsync(() -> upload.begin(false));
        upload.answered();
        assertThat(caller).succeedsWithin(SOON);
        await().atMost(SOON).until(() -> !upload.callbacks.isEmpty());

        underWay.all.awaitAll(Duration.ofHours(1).toMillis());
    }

    @Test
    void aWaitForAllEndsWhenTimeIsUp() throws Exception {
        upload.begin(true);

        underWay.all.awaitAll(0);
        underWay.all.awaitAll(20);

        assertThat(upload.callbacks).isEmpty();
        upload.answered();
    }

    @Test
    void allAreEndedWithTheReasonAndThoseThatBeginLaterToo() {
        UnderWay.Upload later = underWay.new Upload();
        upload.begin(true);
        assertThat(upload.aborts).isEmpty();

        underWay.all.abortAll("the component was stopped");
        later.begin(true);

        assertThat(upload.aborts).containsExactly("the component was stopped");
        assertThat(later.aborts).containsExactly("the component was stopped");
        upload.answered();
        later.answered();
    }

    @Test
    void whenAllAreEndedNoPermitIsGrantedAnyMore() {
        upload.begin(true);

        underWay.all.abortAll("the component was stopped");

        assertThat(underWay.bounds.permits().acquire("addMaterial").isEnded()).isFalse();
        upload.answered();
    }

    private static void ended(InflightExchanges<String> all, long millis) {
        try {
            all.abortAndAwaitAll("the component was stopped", millis);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    /** Two threads of Camel's end them, and one of these is interrupted. */
    @Test
    void aSecondWaitForThoseThatAreEndedIsForThoseOfTheFirstToo() throws Exception {
        CountDownLatch goesOn = new CountDownLatch(1);
        CountDownLatch goOn = new CountDownLatch(1);
        upload.exchange.setMessage(new DefaultMessage(upload.exchange) {
            @Override
            public void setBody(Object body) {
                goesOn.countDown();
                try {
                    goOn.await();
                } catch (InterruptedException e) {
                    Thread.currentThread().interrupt();
                }
            }
        });
        upload.begin(true);
        Thread first = new Thread(() -> ended(underWay.all, Duration.ofHours(1).toMillis()));
        first.start();
        await().until(() -> first.getState() == Thread.State.TIMED_WAITING);
        first.interrupt();
        first.join();
        upload.answer.complete("http://url");
        goesOn.await();

        Thread second = new Thread(() -> ended(underWay.all, Duration.ofHours(1).toMillis()));
        second.start();
        await().atMost(SOON).until(() -> second.getState() == Thread.State.TIMED_WAITING);
        goOn.countDown();

        second.join(SOON.toMillis());
        assertThat(second.isAlive()).isFalse();
    }

    @Test
    void thoseThatAreEndedAreWaitedForOnce() {
        upload.begin(true);

        ended(underWay.all, 1);
        ended(underWay.all, Duration.ofHours(1).toMillis());

        assertThat(upload.callbacks).isEmpty();
        upload.answered();
    }

    private void stopsInItsCallback(Callable<Set<String>> stop, CompletableFuture<Set<String>> stopped) {
        upload.callback = () -> {
            try {
                stopped.complete(stop.call());
            } catch (Exception e) {
                stopped.completeExceptionally(e);
            }
        };
        upload.begin(true);
        upload.answered();
    }

    @Test
    void aHookThatStopsDoesNotWaitForItself() {
        CompletableFuture<Set<String>> stopped = new CompletableFuture<>();

        stopsInItsCallback(() -> {
            Set<String> awaited = underWay.all.awaitThoseInNoRoute(Duration.ofHours(1).toMillis());
            underWay.workers.stop(Duration.ofHours(1).toMillis());
            return awaited;
        }, stopped);

        assertThat(stopped).succeedsWithin(SOON).isEqualTo(Set.of());
    }

    @Test
    void aStopWaitsForTheCallbackOfAnotherThread() throws Exception {
        CountDownLatch goOn = new CountDownLatch(1);
        CountDownLatch inCallback = new CountDownLatch(1);
        stopsInItsCallback(() -> {
            inCallback.countDown();
            goOn.await();
            return Set.of();
        }, new CompletableFuture<>());
        inCallback.await();

        CompletableFuture<Set<String>> awaited = new CompletableFuture<>();
        Thread stop = new Thread(() -> {
            try {
                awaited.complete(underWay.all.awaitThoseInNoRoute(Duration.ofHours(1).toMillis()));
            } catch (InterruptedException e) {
                awaited.completeExceptionally(e);
            }
        });
        stop.start();
        await().until(() -> stop.getState() == Thread.State.TIMED_WAITING);
        goOn.countDown();

        assertThat(awaited).succeedsWithin(SOON).isEqualTo(Set.of(upload.exchange.getExchangeId()));
    }
}
