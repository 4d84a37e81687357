package io.github.camelwechat.material.internal.token;

import java.time.Duration;
import java.util.ArrayDeque;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;

import io.github.camelwechat.material.error.WechatApiException;
import io.github.camelwechat.material.internal.call.Call;
import io.github.camelwechat.material.internal.call.Promise;
import io.github.camelwechat.material.internal.call.WechatInterface;
import org.jspecify.annotations.Nullable;

/**
 * Calls of an account that wait for WeChat's cloud hosting, which is not ready in the first minutes of a first version.
 * After each pause one of them is repeated; the answer that is another one lets all go on. Thread-safe.
 */
final class ReadinessQueue {

    private static final Duration FIRST_PAUSE = Duration.ofMillis(500);
    private static final Duration LONGEST_PAUSE = Duration.ofSeconds(5);
    private static final int MAX_DOUBLINGS = 10;
    private static final String STOPPED = "the component is stopped";

    private final ScheduledExecutorService timer;
    private final Queue<Promise<String>> waiting = new ArrayDeque<>();
    /** The latest one of WeChat; null while nothing is known of such a time. */
    private volatile @Nullable WechatApiException refusal;
    private int pauses;
    private boolean pausing;

    /** @param timer ends the pauses */
    ReadinessQueue(ScheduledExecutorService timer) {
        this.timer = timer;
    }

    /**
     * Lets a new call begin: at once, or in its turn where others wait.
     *
     * @return a call that fails as theirs do where the time limit of the operation ends it
     */
    Call<String> admit(WechatInterface called) {
        WechatApiException latest = refusal;
        if (latest == null || !isPausing()) {
            return Call.of("");
        }
        return enqueue(
                new WechatApiException(
                        called.wechatName(), latest.getErrcode(), latest.getErrmsg(), latest.getRid(), false, latest),
                latest);
    }

    private synchronized boolean isPausing() {
        return pausing;
    }

    /**
     * Lets a call that was refused wait for its turn.
     *
     * @param  refused why; the failure where the time limit of the operation ends the wait
     * @return         the call until its turn
     */
    Call<String> await(WechatApiException refused) {
        return enqueue(refused, refused);
    }

    /**
     * @param refused the failure where the time limit of the operation ends the wait
     * @param latest  refusal of WeChat: not one that was made of it, or each would be the cause of the next
     */
    private Call<String> enqueue(WechatApiException refused, WechatApiException latest) {
        Promise<String> turn = new Promise<>((self, why) -> self.fail(refused));
        boolean begin;
        synchronized (this) {
            refusal = latest;
            waiting.add(turn);
            begin = !pausing;
            pausing = true;
        }
        if (begin) {
            pause();
        }
        return turn;
    }

    /**
     * Hears how a request has ended.
     *
     * @param failure null for none
     */
    void answered(@Nullable Throwable failure) {
        boolean ready = failure == null || (failure instanceof WechatApiException api && !TokenFailures.isNotReady(api));
        if (!ready || refusal == null) {
            return;
        }
        List<Promise<String>> all;
        synchronized (this) {
            refusal = null;
            pauses = 0;
            all = List.copyOf(waiting);
            waiting.clear();
        }
        all.forEach(turn -> turn.complete(""));
    }

    private void pause() {
        long millis;
        synchronized (this) {
            millis = Math.min(LONGEST_PAUSE.toMillis(), FIRST_PAUSE.toMillis() << Math.min(pauses, MAX_DOUBLINGS));
            pauses++;
        }
        try {
            timer.schedule(this::resumeOne, millis, TimeUnit.MILLISECONDS);
        } catch (RejectedExecutionException e) {
            List<Promise<String>> all;
            synchronized (this) {
                all = List.copyOf(waiting);
                waiting.clear();
                pausing = false;
            }
            all.forEach(turn -> turn.abort(STOPPED));
        }
    }

    /** Pauses again also before the answer: the call may be cancelled, or hang, and is the turn of another one then. */
    private void resumeOne() {
        Promise<String> next;
        do {
            synchronized (this) {
                waiting.removeIf(Promise::isEnded);
                next = waiting.poll();
                pausing = next != null;
            }
        } while (next != null && !next.complete(""));
        if (next != null) {
            pause();
        }
    }
}
