package io.github.camelwechat.material.internal.transport;

import java.io.IOException;
import java.util.concurrent.Future;

import org.apache.hc.client5.http.HttpRoute;
import org.apache.hc.client5.http.config.TlsConfig;
import org.apache.hc.client5.http.nio.AsyncClientConnectionManager;
import org.apache.hc.client5.http.nio.AsyncConnectionEndpoint;
import org.apache.hc.client5.http.protocol.HttpClientContext;
import org.apache.hc.core5.concurrent.FutureCallback;
import org.apache.hc.core5.http.protocol.HttpContext;
import org.apache.hc.core5.http2.HttpVersionPolicy;
import org.apache.hc.core5.io.CloseMode;
import org.apache.hc.core5.reactor.ConnectionInitiator;
import org.apache.hc.core5.util.TimeValue;
import org.apache.hc.core5.util.Timeout;
import org.jspecify.annotations.Nullable;

/**
 * Connects with the time limit of the request that needs the connection: accounts that share an engine may have
 * different ones for the same host. Thread-safe.
 */
record TimedConnections(AsyncClientConnectionManager connections) implements AsyncClientConnectionManager {

    private static final String CONNECT_TIMEOUT = TimedConnections.class.getName();

    /** Sets the limit of one request for a new connection, TLS included. */
    static void limit(HttpClientContext context, Timeout connectTimeout) {
        context.setAttribute(CONNECT_TIMEOUT, connectTimeout);
    }

    private static @Nullable Timeout limit(HttpContext context) {
        return (Timeout) context.getAttribute(CONNECT_TIMEOUT);
    }

    @Override
    public Future<AsyncConnectionEndpoint> lease(
            String id, HttpRoute route, Object state, Timeout requestTimeout,
            FutureCallback<AsyncConnectionEndpoint> callback) {
        return connections.lease(id, route, state, requestTimeout, callback);
    }

    @Override
    public void release(
            AsyncConnectionEndpoint endpoint, Object newState, TimeValue validDuration) {
        connections.release(endpoint, newState, validDuration);
    }

    @Override
    public Future<AsyncConnectionEndpoint> connect(
            AsyncConnectionEndpoint endpoint, ConnectionInitiator initiator, @Nullable Timeout connectTimeout,
            Object attachment, HttpContext context, FutureCallback<AsyncConnectionEndpoint> callback) {
        return connections.connect(endpoint, initiator, limit(context), attachment, context, callback);
    }

    /** Inside a proxy's tunnel, where the engine sets no limit of its own. */
    @Override
    public void upgrade(
            AsyncConnectionEndpoint endpoint, Object attachment, HttpContext context,
            @Nullable FutureCallback<AsyncConnectionEndpoint> callback) {
        TlsConfig limited = TlsConfig.custom().setVersionPolicy(HttpVersionPolicy.FORCE_HTTP_1)
                .setHandshakeTimeout(limit(context)).build();
        connections.upgrade(endpoint, limited, context, callback);
    }

    @Override
    public void upgrade(AsyncConnectionEndpoint endpoint, Object attachment, HttpContext context) {
        upgrade(endpoint, attachment, context, null);
    }

    @Override
    public void close(CloseMode mode) {
        connections.close(mode);
    }

    @Override
    public void close() throws IOException {
        connections.close();
    }
}
