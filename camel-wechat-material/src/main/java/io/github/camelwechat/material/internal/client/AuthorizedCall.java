package io.github.camelwechat.material.internal.client;

import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Consumer;
import java.util.function.Function;

import io.github.camelwechat.material.error.NotSentException;
import io.github.camelwechat.material.error.UnexpectedAnswerException;
import io.github.camelwechat.material.error.WechatApiException;
import io.github.camelwechat.material.error.WechatMaterialException;
import io.github.camelwechat.material.internal.token.AccessToken;
import io.github.camelwechat.material.internal.token.AccessTokens;
import io.github.camelwechat.material.internal.token.TokenFailures;
import io.github.camelwechat.material.internal.transport.ApiExchange;
import io.github.camelwechat.material.internal.transport.ApiRequest;
import io.github.camelwechat.material.internal.transport.Failures;
import io.github.camelwechat.material.internal.transport.Permits;
import org.jspecify.annotations.Nullable;

/**
 * One call with everything it needs: token first, permit second, then the request; once more with a fresh token where
 * the first was refused. Holds no thread.
 */
final class AuthorizedCall<A, T> implements Call<T> {

    private static final String UNREAD
            = ". Its file was still being read: check whether the file system that it is on responds";

    private final CompletableFuture<T> result = new CompletableFuture<>();
    private final ApiRequest request;
    private final AccessTokens tokens;
    private final Permits permits;
    private final Preparation<A> preparation;
    private final Function<A, T> reader;
    private final Consumer<A> discard;
    /** Waiting in the queue of permits. */
    private volatile @Nullable Runnable waiting;
    /** On the wire. */
    private volatile @Nullable ApiExchange<A> exchange;
    private boolean aborted;
    /** The thread that is in {@link #start()}: others, which bring tokens and permits, may be I/O threads. */
    private @Nullable Thread starting;

    /** Prepares an attempt. */
    interface Preparation<A> {
        ApiExchange<A> with(String accessToken, Runnable released);
    }

    /**
     * @param request for messages
     * @param reader  makes the result of an answer
     * @param discard for an answer that came when the call had ended
     */
    AuthorizedCall(ApiRequest request, AccessTokens tokens, Permits permits, Preparation<A> preparation,
                   Function<A, T> reader, Consumer<A> discard) {
        this.request = request;
        this.tokens = tokens;
        this.permits = permits;
        this.preparation = preparation;
        this.reader = reader;
        this.discard = discard;
    }

    @Override
    public CompletableFuture<T> result() {
        return result;
    }

    String operation() {
        return request.operation();
    }

    void start() {
        starting = Thread.currentThread();
        try {
            tokens.get().whenComplete((token, failure) -> withToken(token, failure, true));
        } finally {
            starting = null;
        }
    }

    private void withToken(AccessToken token, @Nullable Throwable failure, boolean first) {
        if (failure != null) {
            result.completeExceptionally(Failures.unwrapped(failure));
        } else if (!result.isDone()) {
            Runnable granted = () -> send(token, first);
            waiting = granted;
            permits.acquire(granted);
            dropOutIfDone();
        }
    }

    private void send(AccessToken token, boolean first) {
        AtomicBoolean held = new AtomicBoolean(true);
        Runnable release = () -> {
            if (held.compareAndSet(true, false)) {
                permits.release();
            }
        };
        try {
            send(token, first, release);
        } catch (RuntimeException | Error e) {
            // nothing has begun that would give the permit back; most likely there is no memory left
            release.run();
            result.completeExceptionally(
                    new NotSentException(operation() + ": not sent, the request could not begin (" + e + ")", e));
        }
    }

    private void send(AccessToken token, boolean first, Runnable release) {
        ApiExchange<A> attempt = preparation.with(token.value(), release);
        if (!putOnTheWire(attempt)) {
            release.run();
            return;
        }
        attempt.answer().whenComplete((answer, failure) -> {
            if (failure == null) {
                complete(answer);
            } else if (first && TokenFailures.isStaleToken(failure)) {
                exchange = null;
                // the permit goes back before a token is waited for: the answer is there, and it was a short one
                release.run();
                tokens.getOther(token, (WechatApiException) failure)
                        .whenComplete((other, none) -> withToken(other, none, false));
            } else {
                result.completeExceptionally(failure);
            }
        });
        attempt.start(Thread.currentThread() == starting);
        cancelIfDone(attempt);
    }

    /** False once the call is aborted: what the abort has said of the outcome must stay true. */
    private synchronized boolean putOnTheWire(ApiExchange<A> attempt) {
        exchange = attempt;
        return !aborted;
    }

    private synchronized @Nullable ApiExchange<A> takeOffTheWire() {
        aborted = true;
        return exchange;
    }

    private void complete(A answer) {
        boolean taken = false;
        try {
            taken = result.complete(reader.apply(answer));
        } catch (WechatMaterialException e) {
            result.completeExceptionally(e);
        } catch (RuntimeException | Error e) {
            result.completeExceptionally(
                    new UnexpectedAnswerException(
                            operation() + ": the answer could not be read", 200, Failures.withoutText(e)));
        }
        if (!taken) {
            discard.accept(answer);
        }
    }

    @Override
    public void abort(String why) {
        ApiExchange<A> attempt = takeOffTheWire();
        boolean lacksBody = attempt != null && attempt.lacksBody();
        boolean prevented = attempt == null || attempt.prevent();
        result.completeExceptionally(prevented
                ? new NotSentException(operation() + ": not sent, " + why + (lacksBody ? UNREAD : ""))
                : request.unknownOutcome(why, null));
        dropOutIfDone();
        if (attempt != null) {
            cancelIfDone(attempt);
        }
    }

    /** An abort may come at any time: whoever puts the call into a queue looks behind him, as the abort does. */
    private void dropOutIfDone() {
        Runnable queued = waiting;
        if (result.isDone() && queued != null) {
            permits.forget(queued);
        }
    }

    private void cancelIfDone(ApiExchange<A> attempt) {
        if (result.isDone() && !attempt.answer().isDone()) {
            attempt.cancel();
        }
    }
}
