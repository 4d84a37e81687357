package io.github.camelwechat.material.internal.transport;

import java.io.IOException;
import java.io.InterruptedIOException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Supplier;

import io.github.camelwechat.material.error.NotSentException;
import io.github.camelwechat.material.error.UnexpectedAnswerException;
import io.github.camelwechat.material.error.WechatMaterialException;
import org.apache.hc.client5.http.impl.async.CloseableHttpAsyncClient;
import org.apache.hc.client5.http.protocol.HttpClientContext;
import org.apache.hc.core5.concurrent.FutureCallback;
import org.apache.hc.core5.http.HttpException;
import org.apache.hc.core5.http.HttpHost;
import org.apache.hc.core5.http.RequestNotExecutedException;
import org.apache.hc.core5.http.URIScheme;
import org.apache.hc.core5.http.message.BasicHttpRequest;
import org.jspecify.annotations.Nullable;

/**
 * One request on its way to WeChat and its answer back. {@link #answer()} ends on an I/O thread, with what was made of
 * a good answer or with a {@link WechatMaterialException} that says what is known of the outcome.
 */
public final class ApiExchange<A> {

    private final CompletableFuture<A> answer = new CompletableFuture<>();
    private final HttpEngine engine;
    private final ApiRequest request;
    private final HttpHost target;
    private final String path;
    private final Supplier<AnswerReader<A>> readers;
    private final RequestTimeouts timeouts;
    private final CauseFilter causes;
    private final Runnable released;
    private final AtomicBoolean ended = new AtomicBoolean();
    private volatile Outgoing outgoing;
    private volatile @Nullable Cancellation onTheWire;
    private volatile boolean cancelled;

    ApiExchange(HttpEngine engine, ApiRequest request, HttpHost target, String path, Supplier<AnswerReader<A>> readers,
                RequestTimeouts timeouts, CauseFilter causes, Runnable released) {
        this.engine = engine;
        this.request = request;
        this.target = target;
        this.path = path;
        this.readers = readers;
        this.timeouts = timeouts;
        this.causes = causes;
        this.released = released;
        this.outgoing = newOutgoing();
    }

    public CompletableFuture<A> answer() {
        return answer;
    }

    /**
     * Begins, once.
     *
     * @param here whether this thread may look up a host name; otherwise the engine's starter does it. It does not wait
     *             for anything else
     */
    public void start(boolean here) {
        if (here) {
            send(false);
        } else {
            begin(false);
        }
    }

    private void begin(boolean again) {
        try {
            engine.starter().execute(() -> send(again));
        } catch (RejectedExecutionException e) {
            answer.completeExceptionally(new NotSentException(request.operation() + ": not sent, the component is stopped", e));
            end();
        }
    }

    /** Makes sure that WeChat never gets the whole request; false if it may have it already. */
    public synchronized boolean prevent() {
        return outgoing.prevent();
    }

    /** Returns whether sending waits for the body, which is still being read: its file may hang. */
    public synchronized boolean lacksBody() {
        return outgoing.lacksBody();
    }

    /** Tears the connection down if there is one; {@link #answer()} then fails, if it has not ended yet. */
    public void cancel() {
        cancelled = true;
        Cancellation attempt = onTheWire;
        if (attempt != null) {
            attempt.cancel();
        }
    }

    private Outgoing newOutgoing() {
        RequestBody body = request.body();
        if (body == null) {
            return new BodilessRequest();
        }
        DirectBuffers buffers = engine.buffers();
        BodyChunks chunks = body.isInMemory()
                ? new MemoryChunks(body, buffers) : new FileChunks(body, buffers, engine.readers());
        return new BodyProducer(body, chunks, buffers, URIScheme.HTTPS.same(target.getSchemeName()));
    }

    private synchronized boolean renewOutgoing() {
        // with the claim on the old body, which nobody can then send any more; a GET may go out twice
        if (cancelled || outgoing.isPrevented() || (request.body() != null && !outgoing.prevent())) {
            return false;
        }
        outgoing = newOutgoing();
        return true;
    }

    /** @param again once, on a new connection, after a kept one was found closed */
    private void send(boolean again) {
        Outgoing attempt = outgoing;
        AnswerReader<A> reader;
        HttpClientContext context;
        try {
            reader = readers.get();
            context = engine.newContext(timeouts);
            if (again) {
                NewConnection.want(context);
            }
            attempt.begin();
        } catch (IOException | RuntimeException | Error e) {
            // files hang, or there is no memory left; nobody else would end this
            attempt.abandon();
            answer.completeExceptionally(failure(attempt, HttpClientContext.create(), e));
            end();
            return;
        }
        AtomicBoolean resent = new AtomicBoolean();
        CloseableHttpAsyncClient client = engine.client();
        try {
            Cancellation cancellation = Cancellation.of(context);
            onTheWire = cancellation;
            cancellation.begun(client.execute(
                    attempt.with(new BasicHttpRequest(request.method(), target, path), context),
                    new AnswerConsumer(reader, () -> cutsOff(attempt), () -> {
                        if (!resent.get()) {
                            end();
                        }
                    }),
                    context,
                    new FutureCallback<>() {
                        @Override
                        public void completed(AnswerHead result) {
                            answered(attempt, reader, result, context);
                        }

                        @Override
                        public void failed(Exception cause) {
                            reader.discard();
                            attempt.abandon();
                            if (!again && wasStale(attempt, context, cause) && renewOutgoing()) {
                                resent.set(true);
                                begin(true);
                            } else {
                                engine.replaceIfDead(client, cause);
                                answer.completeExceptionally(failure(attempt, context, cause));
                                end();
                            }
                        }

                        @Override
                        public void cancelled() {
                            failed(new IOException("The request was cancelled"));
                        }
                    }));
        } catch (RuntimeException | Error e) {
            attempt.abandon();
            answer.completeExceptionally(failure(attempt, context, e));
            end();
        }
        if (cancelled) {
            cancel();
        }
    }

    private void answered(Outgoing attempt, AnswerReader<A> reader, AnswerHead result, HttpClientContext context) {
        String refusal = ProxyRefusal.explain(result, context, target, engine.proxy());
        if (refusal != null) {
            reader.discard();
            answer.completeExceptionally(new NotSentException(request.operation() + ": " + refusal));
            return;
        }
        try {
            A read = reader.read(result);
            if (!attempt.hasStarted() && cutsOff(attempt)) {
                // surplus bytes of an earlier answer on the connection look like that
                throw new NotSentException(
                        request.operation() + ": not sent, an answer came before the request had gone out");
            }
            if (!answer.complete(read)) {
                reader.discard();
            }
        } catch (WechatMaterialException e) {
            reader.discard();
            answer.completeExceptionally(e);
        } catch (RuntimeException | Error e) {
            reader.discard();
            answer.completeExceptionally(
                    new UnexpectedAnswerException(
                            request.operation() + ": the answer could not be read", result.status(),
                            Failures.withoutText(e)));
        }
    }

    /** Prevents the rest of a body from being sent, and returns whether there is any. */
    private boolean cutsOff(Outgoing attempt) {
        return request.body() != null && attempt.prevent();
    }

    private void end() {
        if (ended.compareAndSet(false, true)) {
            released.run();
        }
    }

    /** A kept connection that the other side closed before a byte of this body was written. */
    private static boolean wasStale(Outgoing attempt, HttpClientContext context, Exception cause) {
        if (attempt.hasStarted()) {
            return false;
        }
        // this request counts as the first one; the engine counts answers as requests too
        boolean reused = context.getEndpointDetails() != null && context.getEndpointDetails().getRequestCount() > 1;
        // of a connection that was closed one also hears by a failed write; time-outs are InterruptedIOExceptions
        return cause instanceof RequestNotExecutedException
                || (reused && cause instanceof IOException && !(cause instanceof InterruptedIOException));
    }

    private WechatMaterialException failure(Outgoing attempt, HttpClientContext context, Throwable cause) {
        String operation = request.operation();
        if (cause instanceof HttpException && Outgoing.isOnTheWire(context)) {
            return new UnexpectedAnswerException(
                    operation + ": the answer is not readable as HTTP. Check scheme and port of apiUrl.", 0);
        }
        // a claim, not a look: after it the request cannot go out any more
        if (!attempt.prevent()) {
            return request.unknownOutcome("no whole answer came (" + causes.reason(cause) + ")", causes.passedOn(cause));
        }
        String reason = causes.reason(cause);
        String noConnection = NoConnection.explain(cause, reason, target.getHostName(), engine.proxy());
        return new NotSentException(
                operation + ": " + (noConnection != null
                        ? noConnection : "the request did not go out whole (" + reason + ")"),
                causes.passedOn(cause));
    }
}
