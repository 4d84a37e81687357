package io.github.camelwechat.material.internal.token;

import java.time.Duration;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;

import io.github.camelwechat.material.error.WechatApiException;
import io.github.camelwechat.material.internal.call.Call;
import io.github.camelwechat.material.internal.call.Promise;

/**
 * Pauses for WeChat's cloud hosting, which is not ready in the first minutes of a first version. Thread-safe.
 *
 * @param timer ends a pause
 */
record ReadinessWait(ScheduledExecutorService timer) {

    private static final Duration FIRST = Duration.ofMillis(500);
    private static final Duration LONGEST = Duration.ofSeconds(5);
    private static final int MAX_DOUBLINGS = 10;

    /**
     * Begins a pause. It fails with the refusal where the time limit of the operation ends it.
     *
     * @param  refusal why it is needed
     * @param  pauses  before this one: each is longer than the one before
     * @return         the number of pauses with this one
     */
    Call<Integer> after(WechatApiException refusal, int pauses) {
        Promise<Integer> pause = new Promise<>((self, why) -> self.fail(refusal));
        long millis = Math.min(LONGEST.toMillis(), FIRST.toMillis() << Math.min(pauses, MAX_DOUBLINGS));
        try {
            timer.schedule(() -> pause.complete(pauses + 1), millis, TimeUnit.MILLISECONDS);
        } catch (RejectedExecutionException e) {
            // the component is stopped
            pause.fail(refusal);
        }
        return pause;
    }
}
