package io.github.camelwechat.material.internal.transport;

import java.io.IOException;
import java.io.InterruptedIOException;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Function;
import java.util.function.Supplier;

import io.github.camelwechat.material.error.NotSentException;
import io.github.camelwechat.material.error.UnexpectedAnswerException;
import io.github.camelwechat.material.error.WechatMaterialException;
import io.github.camelwechat.material.internal.call.Call;
import io.github.camelwechat.material.internal.call.Promise;
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
final class HttpCall<R, A extends @Nullable Object> {

    private static final String UNREAD
            = ". Its file was still being read: check whether the file system that it is on responds";

    private final Promise<A> answer = new Promise<>((self, why) -> abort(why));
    private final HttpEngine engine;
    private final ApiRequest request;
    private final Secrets secrets;
    private final HttpHost target;
    private final String path;
    private final Supplier<AnswerReader<R>> readers;
    private final Function<R, A> mapping;
    private final RequestTimeouts timeouts;
    private final Runnable released;
    private final AtomicBoolean ended = new AtomicBoolean();
    private volatile SendProgress progress;
    private volatile @Nullable Cancellation onTheWire;
    private volatile boolean cancelled;
    /** The failure of an abort, if that has kept the request from going out whole; null for none. */
    private volatile @Nullable NotSentException aborted;

    HttpCall(HttpEngine engine, Answers answers, HttpHost target, String path, Supplier<AnswerReader<R>> readers,
             Function<R, A> mapping, RequestTimeouts timeouts, Runnable released) {
        this.engine = engine;
        this.request = answers.request();
        this.secrets = answers.secrets();
        this.target = target;
        this.path = path;
        this.readers = readers;
        this.mapping = mapping;
        this.timeouts = timeouts;
        this.released = released;
        this.progress = newProgress();
    }

    Call<A> answer() {
        return answer;
    }

    /**
     * Begins, once.
     *
     * @param here whether this thread may look up a host name; otherwise the engine's DNS executor does it. It does not
     *             wait for anything else
     */
    void start(boolean here) {
        if (here) {
            send(false);
        } else {
            begin(false);
        }
    }

    private void begin(boolean again) {
        try {
            engine.dnsExecutor().execute(() -> send(again));
        } catch (RejectedExecutionException e) {
            answer.fail(new NotSentException(request.operation() + ": not sent, the component is stopped", e));
            end();
        }
    }

    private void abort(String why) {
        WechatMaterialException failure;
        synchronized (this) {
            NotSentException notSent = new NotSentException(
                    request.operation() + ": not sent, " + why + (progress.lacksBody() ? UNREAD : ""));
            // first: an I/O thread that meets the abort may be the one that ends the call
            aborted = notSent;
            // what is said of the outcome must stay true
            failure = progress.tryAbort() ? notSent : request.unknownOutcome(why, null);
        }
        if (answer.fail(failure)) {
            cancel();
        }
    }

    /** Tears the connection down if there is one. */
    private void cancel() {
        cancelled = true;
        Cancellation attempt = onTheWire;
        if (attempt != null) {
            attempt.cancel();
        }
    }

    private SendProgress newProgress() {
        RequestBody body = request.body();
        if (body == null) {
            return new BodilessRequest();
        }
        DirectBuffers buffers = engine.buffers();
        BodyChunks chunks = body.isInMemory()
                ? new MemoryChunks(body, buffers) : new FileChunks(body, buffers, engine.readers());
        return new BodyProducer(body, chunks, buffers, URIScheme.HTTPS.same(target.getSchemeName()));
    }

    private synchronized boolean renewProgress() {
        // with the claim on the old body, which nobody can then send any more; a GET may go out twice
        if (cancelled || progress.isAborted() || (request.body() != null && !progress.tryAbort())) {
            return false;
        }
        progress = newProgress();
        return true;
    }

    /** @param again once, on a new connection, after a kept one was found closed */
    private void send(boolean again) {
        SendProgress attempt = progress;
        AnswerReader<R> reader;
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
            answer.fail(failure(attempt, HttpClientContext.create(), e));
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
                        public void completed(AnswerReader.Head result) {
                            answered(attempt, reader, result, context);
                        }

                        @Override
                        public void failed(Exception cause) {
                            reader.discard();
                            attempt.abandon();
                            if (!again && wasStale(attempt, context, cause) && renewProgress()) {
                                resent.set(true);
                                begin(true);
                            } else {
                                engine.replaceIfDead(client, cause);
                                answer.fail(failure(attempt, context, cause));
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
            answer.fail(failure(attempt, context, e));
            end();
        }
        if (cancelled) {
            cancel();
        }
    }

    private void answered(SendProgress attempt, AnswerReader<R> reader, AnswerReader.Head result, HttpClientContext context) {
        ProxySettings proxy = engine.proxy();
        String proxyError = proxy == null ? null : ProxyErrors.explain(result, context, target, proxy);
        if (proxyError != null) {
            reader.discard();
            answer.fail(new NotSentException(request.operation() + ": " + proxyError));
            return;
        }
        try {
            R read = reader.read(result);
            if (!attempt.hasStarted() && cutsOff(attempt)) {
                // surplus bytes of an earlier answer on the connection look like that
                NotSentException notSent = aborted;
                throw notSent != null
                        ? notSent : new NotSentException(
                                request.operation() + ": not sent, an answer came before the request had gone out");
            }
            if (!answer.complete(mapping.apply(read))) {
                reader.discard();
            }
        } catch (WechatMaterialException e) {
            reader.discard();
            answer.fail(e);
        } catch (RuntimeException | Error e) {
            reader.discard();
            answer.fail(
                    new UnexpectedAnswerException(
                            request.operation() + ": the answer could not be read", result.status(),
                            Failures.withoutText(e)));
        }
    }

    /** Keeps the rest of a body from being sent, and returns whether there is any. */
    private boolean cutsOff(SendProgress attempt) {
        return request.body() != null && attempt.tryAbort();
    }

    private void end() {
        if (ended.compareAndSet(false, true)) {
            released.run();
        }
    }

    /** A kept connection that the other side closed before a byte of this body was written. */
    private static boolean wasStale(SendProgress attempt, HttpClientContext context, Exception cause) {
        if (attempt.hasStarted()) {
            return false;
        }
        // this request counts as the first one; the engine counts answers as requests too
        boolean reused = context.getEndpointDetails() != null && context.getEndpointDetails().getRequestCount() > 1;
        // of a connection that was closed one also hears by a failed write; time-outs are InterruptedIOExceptions
        return cause instanceof RequestNotExecutedException
                || (reused && cause instanceof IOException && !(cause instanceof InterruptedIOException));
    }

    private WechatMaterialException failure(SendProgress attempt, HttpClientContext context, Throwable cause) {
        String operation = request.operation();
        if (cause instanceof HttpException && SendProgress.isOnTheWire(context)) {
            return new UnexpectedAnswerException(
                    operation + ": the answer is not readable as HTTP. Check scheme and port of apiUrl.", 0);
        }
        CauseFilter causes = new CauseFilter(secrets, timeouts.config().getResponseTimeout());
        // a claim, not a look: after it the request cannot go out any more
        if (!attempt.tryAbort()) {
            return request.unknownOutcome("no whole answer came (" + causes.reason(cause) + ")", causes.passedOn(cause));
        }
        NotSentException notSent = aborted;
        if (notSent != null) {
            return notSent;
        }
        String reason = causes.reason(cause);
        String noConnection = NoConnection.explain(cause, reason, target.getHostName(), engine.proxy());
        return new NotSentException(
                operation + ": " + (noConnection != null
                        ? noConnection : "the request did not go out whole (" + reason + ")"),
                causes.passedOn(cause));
    }
}
