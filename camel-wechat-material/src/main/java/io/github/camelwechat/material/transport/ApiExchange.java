package io.github.camelwechat.material.transport;

import java.io.IOException;
import java.io.InterruptedIOException;
import java.net.ConnectException;
import java.net.NoRouteToHostException;
import java.net.URI;
import java.net.UnknownHostException;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Future;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.atomic.AtomicBoolean;

import com.fasterxml.jackson.databind.JsonNode;
import io.github.camelwechat.material.error.NotSentException;
import io.github.camelwechat.material.error.UnexpectedAnswerException;
import io.github.camelwechat.material.error.UnknownOutcomeException;
import io.github.camelwechat.material.error.WechatMaterialException;
import org.apache.hc.client5.http.ConnectTimeoutException;
import org.apache.hc.client5.http.config.RequestConfig;
import org.apache.hc.client5.http.impl.async.CloseableHttpAsyncClient;
import org.apache.hc.client5.http.protocol.HttpClientContext;
import org.apache.hc.core5.concurrent.FutureCallback;
import org.apache.hc.core5.http.HttpException;
import org.apache.hc.core5.http.RequestNotExecutedException;
import org.apache.hc.core5.http.message.BasicHttpRequest;
import org.apache.hc.core5.http.nio.support.BasicRequestProducer;
import org.apache.hc.core5.util.Timeout;

/**
 * One request on its way to WeChat and its answer back. {@link #answer()} ends on an I/O thread, with the JSON of a
 * good answer or with a {@link WechatMaterialException} that says what is known of the outcome.
 */
public final class ApiExchange {

    private final CompletableFuture<JsonNode> answer = new CompletableFuture<>();
    private final HttpEngine engine;
    private final ApiRequest request;
    private final URI address;
    private final List<String> secrets;
    private final Timeout responseTimeout;
    private final Runnable released;
    private final AtomicBoolean ended = new AtomicBoolean();
    private volatile BodyProducer body;
    private volatile Future<HttpAnswer> onTheWire;
    private volatile boolean cancelled;

    ApiExchange(HttpEngine engine, ApiRequest request, URI address, List<String> secrets, Timeout responseTimeout,
                Runnable released) {
        this.engine = engine;
        this.request = request;
        this.address = address;
        this.secrets = secrets;
        this.responseTimeout = responseTimeout;
        this.released = released;
        this.body = newBody();
    }

    public CompletableFuture<JsonNode> answer() {
        return answer;
    }

    public void start() {
        begin(true);
    }

    private void begin(boolean mayResend) {
        try {
            engine.starter().execute(() -> send(mayResend));
        } catch (RejectedExecutionException e) {
            answer.completeExceptionally(new NotSentException(request.operation() + ": not sent, the component is stopped", e));
            end();
        }
    }

    /** Makes sure that WeChat never gets the whole request; false if it may have it already. */
    public synchronized boolean prevent() {
        return body == null || body.prevent();
    }

    /** Tears the connection down if there is one; {@link #answer()} then fails, if it has not ended yet. */
    public void cancel() {
        cancelled = true;
        Future<HttpAnswer> future = onTheWire;
        if (future != null) {
            future.cancel(true);
        }
    }

    private BodyProducer newBody() {
        return request.body() == null ? null : new BodyProducer(request.body(), engine.buffers());
    }

    private synchronized boolean renewBody() {
        // with the claim on the old body, which nobody can then send any more
        if (cancelled || body != null && (body.isPrevented() || !body.prevent())) {
            return false;
        }
        body = newBody();
        return true;
    }

    private void send(boolean mayResend) {
        BodyProducer producer = body;
        HttpClientContext context = HttpClientContext.create();
        context.setRequestConfig(RequestConfig.custom().setResponseTimeout(responseTimeout).build());
        AtomicBoolean resent = new AtomicBoolean();
        CloseableHttpAsyncClient client = engine.client();
        try {
            remember(producer, client.execute(
                    new BasicRequestProducer(new BasicHttpRequest(request.method(), address), producer),
                    new AnswerConsumer(() -> {
                        if (!resent.get()) {
                            end();
                        }
                    }),
                    context,
                    new FutureCallback<>() {
                        @Override
                        public void completed(HttpAnswer result) {
                            answered(result);
                        }

                        @Override
                        public void failed(Exception cause) {
                            if (mayResend && wasStale(producer, context, cause) && renewBody()) {
                                resent.set(true);
                                begin(false);
                            } else {
                                engine.replaceIfDead(client, cause);
                                answer.completeExceptionally(failure(producer, cause));
                                end();
                            }
                        }

                        @Override
                        public void cancelled() {
                            failed(new IOException("The request was cancelled"));
                        }
                    }));
        } catch (RuntimeException | Error e) {
            answer.completeExceptionally(failure(producer, e));
            end();
        }
        if (cancelled) {
            cancel();
        }
    }

    /** A resend that began meanwhile has put its own there. */
    private synchronized void remember(BodyProducer producer, Future<HttpAnswer> future) {
        if (body == producer) {
            onTheWire = future;
        }
    }

    private void answered(HttpAnswer result) {
        try {
            answer.complete(Answers.read(request.operation(), result, secrets));
        } catch (WechatMaterialException e) {
            answer.completeExceptionally(e);
        } catch (RuntimeException | Error e) {
            answer.completeExceptionally(
                    new UnexpectedAnswerException(request.operation() + ": the answer could not be read", result.status(), e));
        }
    }

    private void end() {
        if (ended.compareAndSet(false, true)) {
            released.run();
        }
    }

    /** A kept connection that the other side closed before a byte of this body was written. */
    private static boolean wasStale(BodyProducer producer, HttpClientContext context, Exception cause) {
        if (producer != null && producer.hasStarted()) {
            return false;
        }
        // this request counts as the first one; the engine counts answers as requests too
        boolean reused = context.getEndpointDetails() != null && context.getEndpointDetails().getRequestCount() > 1;
        // of a connection that was closed one also hears by a failed write; time-outs are InterruptedIOExceptions
        return cause instanceof RequestNotExecutedException
                || reused && cause instanceof IOException && !(cause instanceof InterruptedIOException);
    }

    private WechatMaterialException failure(BodyProducer producer, Throwable cause) {
        String operation = request.operation();
        if (cause instanceof HttpException) {
            return new UnexpectedAnswerException(operation + ": the answer is not readable as HTTP", 0, cause);
        }
        // a claim, not a look: after it the body cannot go out any more. A GET changes nothing, so it may be sent again
        if (producer != null && !producer.prevent()) {
            return new UnknownOutcomeException(
                    operation + ": the request was sent, but no whole answer came (" + reason(cause) + ")", cause);
        }
        if (cause instanceof UnknownHostException || cause instanceof ConnectException
                || cause instanceof ConnectTimeoutException || cause instanceof NoRouteToHostException) {
            return new NotSentException(
                    operation + ": " + address.getHost() + " cannot be reached (" + reason(cause)
                                        + "). Check apiUrl and the network.",
                    cause);
        }
        return new NotSentException(operation + ": the request did not go out whole (" + reason(cause) + ")", cause);
    }

    private static String reason(Throwable cause) {
        return cause.getMessage() == null ? cause.getClass().getSimpleName() : cause.getMessage();
    }
}
