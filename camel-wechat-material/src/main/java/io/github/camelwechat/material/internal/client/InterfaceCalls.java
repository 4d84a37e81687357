package io.github.camelwechat.material.internal.client;

import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Function;
import java.util.function.Supplier;

import io.github.camelwechat.material.error.NotSentException;
import io.github.camelwechat.material.error.WechatApiException;
import io.github.camelwechat.material.internal.call.Call;
import io.github.camelwechat.material.internal.call.CallListener.MediaInfo;
import io.github.camelwechat.material.internal.call.CallReporter;
import io.github.camelwechat.material.internal.call.CallerThread;
import io.github.camelwechat.material.internal.call.WechatInterface;
import io.github.camelwechat.material.internal.inflight.Permits;
import io.github.camelwechat.material.internal.token.AccessTokens;
import io.github.camelwechat.material.internal.transport.AnswerSpool;
import io.github.camelwechat.material.internal.transport.ApiRequest;
import io.github.camelwechat.material.internal.transport.Authorization;
import io.github.camelwechat.material.internal.transport.BytesOrJson;
import io.github.camelwechat.material.internal.transport.JsonAnswer;
import io.github.camelwechat.material.internal.transport.WechatApi;
import io.github.camelwechat.material.result.WechatMaterialResult;
import org.jspecify.annotations.Nullable;

/** Calls of interfaces for one account: token first, permit second, then the request. Thread-safe. */
public final class InterfaceCalls {

    private final WechatApi api;
    private final AccessTokens tokens;
    private final Permits permits;
    private final CallReporter reporter;

    /** Sends a request that has all it needs. */
    private interface Sending<T> {
        Call<T> with(Authorization authorization, CallerThread caller, Runnable released);
    }

    /** Creates the calls of one account. */
    public InterfaceCalls(WechatApi api, AccessTokens tokens, Permits permits, CallReporter reporter) {
        this.api = api;
        this.tokens = tokens;
        this.permits = permits;
        this.reporter = reporter;
    }

    /**
     * Calls an interface that answers with JSON.
     *
     * @param media  that listeners are told of
     * @param answer makes something of the answer
     * @param result of that, for listeners
     */
    <T> Call<T> call(
            ApiRequest request, MediaInfo media, Function<JsonAnswer, T> answer,
            Function<T, @Nullable WechatMaterialResult> result) {
        return begin(request.called(), (authorization, caller, released) -> api.send(
                request, authorization, answer, caller, released), media, result);
    }

    /**
     * Calls an interface that may answer with a file.
     *
     * @param spools give what takes the file in
     * @param answer makes something of the answer
     * @param result of that, for listeners
     */
    <S extends AnswerSpool, T> Call<T> fetch(
            ApiRequest request, Supplier<S> spools, Function<BytesOrJson<S>, T> answer,
            Function<T, @Nullable WechatMaterialResult> result) {
        return begin(request.called(), (authorization, caller, released) -> api.fetch(
                request, authorization, spools, answer, caller, released), MediaInfo.NONE, result);
    }

    private <T> Call<T> begin(
            WechatInterface called, Sending<T> sending, MediaInfo media, Function<T, @Nullable WechatMaterialResult> result) {
        AtomicInteger attempts = new AtomicInteger();
        try (CallerThread caller = CallerThread.begin()) {
            return tokens.authorize(called, authorization -> reporter.report(
                    called, media, attempts.incrementAndGet(), sent -> permits.acquire(called.wechatName()).then(permit -> send(
                            called, permit, () -> {
                                sent.run();
                                return sending.with(authorization.get(), caller, permit::release);
                            })),
                    result));
        }
    }

    private static <T> Call<T> send(WechatInterface called, Permits.Permit permit, Supplier<Call<T>> sending) {
        Call<T> call;
        try {
            call = sending.get();
        } catch (RuntimeException | Error e) {
            // nothing has begun that would give the permit back; most likely there is no memory left
            permit.release();
            throw new NotSentException(called.wechatName() + ": not sent, the request could not begin (" + e + ")", e);
        }
        call.listen((result, failure) -> {
            if (failure instanceof WechatApiException) {
                // before another token is waited for: the answer is there, and it was a short one
                permit.release();
            }
        });
        return call;
    }
}
