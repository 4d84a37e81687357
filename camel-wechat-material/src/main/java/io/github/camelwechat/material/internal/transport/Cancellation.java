package io.github.camelwechat.material.internal.transport;

import java.io.IOException;
import java.io.InterruptedIOException;
import java.util.concurrent.Future;

import org.apache.hc.client5.http.async.AsyncExecCallback;
import org.apache.hc.client5.http.async.AsyncExecChain;
import org.apache.hc.client5.http.async.AsyncExecChainHandler;
import org.apache.hc.client5.http.async.AsyncExecRuntime;
import org.apache.hc.client5.http.protocol.HttpClientContext;
import org.apache.hc.core5.http.HttpException;
import org.apache.hc.core5.http.HttpRequest;
import org.apache.hc.core5.http.nio.AsyncEntityProducer;
import org.jspecify.annotations.Nullable;

/**
 * Handle that cancels a request and closes its connection. The engine's own cancellation leaves the connection open for
 * up to {@code responseTimeout} where a kept one was at hand: it then cancels the search for a connection, which is
 * over. Thread-safe.
 */
public final class Cancellation {

    private static final String OF_REQUEST = Cancellation.class.getName();

    private volatile @Nullable Future<?> request;
    private volatile @Nullable AsyncExecRuntime connection;
    private volatile boolean cancelled;

    /** Adds a handle to the context of a request. */
    public static Cancellation of(HttpClientContext context) {
        Cancellation cancellation = new Cancellation();
        context.setAttribute(OF_REQUEST, cancellation);
        return cancellation;
    }

    /** Step of the engine before the one that sends: binds the connection to the handle. */
    public static final class Step implements AsyncExecChainHandler {

        @Override
        public void execute(
                HttpRequest request, AsyncEntityProducer body, AsyncExecChain.Scope scope, AsyncExecChain chain,
                AsyncExecCallback callback)
                throws HttpException, IOException {
            if (scope.clientContext.getAttribute(OF_REQUEST) instanceof Cancellation cancellation
                    && !cancellation.maySendOn(scope.execRuntime)) {
                callback.failed(new InterruptedIOException("The request was cancelled"));
                return;
            }
            chain.proceed(request, body, scope, callback);
        }
    }

    /** Binds the future of the request. */
    public void begun(Future<?> begun) {
        request = begun;
        if (cancelled) {
            begun.cancel(true);
        }
    }

    /** Binds the connection. Returns false if the request is cancelled and must not be sent. */
    private boolean maySendOn(AsyncExecRuntime connected) {
        connection = connected;
        return !cancelled;
    }

    /** Cancels the request, before or after it has begun. */
    public void cancel() {
        cancelled = true;
        Future<?> begun = request;
        if (begun != null) {
            begun.cancel(true);
        }
        AsyncExecRuntime connected = connection;
        if (connected != null) {
            // does nothing once the request has ended: the connection is no longer its own then
            connected.discardEndpoint();
        }
    }
}
