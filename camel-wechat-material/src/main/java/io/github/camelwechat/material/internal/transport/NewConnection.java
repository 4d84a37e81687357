package io.github.camelwechat.material.internal.transport;

import java.io.IOException;
import java.io.InterruptedIOException;

import org.apache.hc.client5.http.async.AsyncExecCallback;
import org.apache.hc.client5.http.async.AsyncExecChain;
import org.apache.hc.client5.http.async.AsyncExecChainHandler;
import org.apache.hc.client5.http.async.AsyncExecRuntime;
import org.apache.hc.client5.http.protocol.HttpClientContext;
import org.apache.hc.core5.concurrent.FutureCallback;
import org.apache.hc.core5.http.HttpException;
import org.apache.hc.core5.http.HttpRequest;
import org.apache.hc.core5.http.nio.AsyncEntityProducer;

/**
 * Has a request that asks for it go out on a new connection, never on a kept one: where the other side has closed one
 * of those, it has most likely closed all of them. Stands before the engine's own step that connects.
 */
final class NewConnection implements AsyncExecChainHandler {

    private static final String WANTED = NewConnection.class.getName();

    /** Asks for it. */
    static void want(HttpClientContext context) {
        context.setAttribute(WANTED, true);
    }

    @Override
    public void execute(
            HttpRequest request, AsyncEntityProducer body, AsyncExecChain.Scope scope, AsyncExecChain chain,
            AsyncExecCallback callback)
            throws HttpException, IOException {
        HttpClientContext context = scope.clientContext;
        if (context.getAttribute(WANTED) == null) {
            chain.proceed(request, body, scope, callback);
            return;
        }
        scope.cancellableDependency.setDependency(scope.execRuntime.acquireEndpoint(
                scope.exchangeId, scope.route, context.getUserToken(), context, new FutureCallback<>() {
                    @Override
                    public void completed(AsyncExecRuntime acquired) {
                        // a kept connection may have come with it; the next step makes one where there is none
                        acquired.disconnectEndpoint();
                        try {
                            chain.proceed(request, body, scope, callback);
                        } catch (HttpException | IOException | RuntimeException e) {
                            callback.failed(e);
                        }
                    }

                    @Override
                    public void failed(Exception cause) {
                        callback.failed(cause);
                    }

                    @Override
                    public void cancelled() {
                        callback.failed(new InterruptedIOException("The request was cancelled"));
                    }
                }));
    }
}
