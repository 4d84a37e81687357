package io.github.camelwechat.material.internal.token;

import java.time.Clock;
import java.time.Duration;
import java.util.concurrent.Executor;
import java.util.concurrent.ScheduledExecutorService;
import java.util.function.Function;

import io.github.camelwechat.material.internal.call.Call;
import io.github.camelwechat.material.internal.call.CallListener.MediaInfo;
import io.github.camelwechat.material.internal.call.CallReporter;
import io.github.camelwechat.material.internal.call.CallerThread;
import io.github.camelwechat.material.internal.call.Deadline;
import io.github.camelwechat.material.internal.transport.ApiRequest;
import io.github.camelwechat.material.internal.transport.Authorization;
import io.github.camelwechat.material.internal.transport.JsonAnswer;
import io.github.camelwechat.material.internal.transport.WechatApi;
import org.jspecify.annotations.Nullable;

/**
 * Parts of an account or platform, for calls that need no permit. Immutable; its parts are thread-safe.
 *
 * @param api      which they go to
 * @param timer    limits their time
 * @param clock    by which tokens end
 * @param reporter tells of calls
 * @param readers  run what waits for a disk
 */
public record TokenApi(
        WechatApi api, ScheduledExecutorService timer, Clock clock, CallReporter reporter, Executor readers) {

    /** For an answer. */
    private static final Duration TIMEOUT = Duration.ofSeconds(10);

    /**
     * Begins a call within the time limit of such calls.
     *
     * @param attempt from 1 on
     * @param limit   its name, for messages
     * @param result  makes the result of the answer
     */
    public <T extends @Nullable Object> Call<T> call(
            ApiRequest request, Authorization authorization, int attempt, String limit, Function<JsonAnswer, T> result) {
        return reporter.report(
                request.called(), MediaInfo.NONE, attempt,
                sent -> new Deadline(timer, TIMEOUT, limit).over(request.called().wechatName(), () -> {
                    sent.run();
                    return api.send(request, authorization, result, CallerThread.NONE, () -> {
                    });
                }),
                value -> null);
    }
}
