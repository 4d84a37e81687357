package io.github.camelwechat.http;

import java.time.Duration;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

import io.vertx.core.Vertx;
import io.vertx.core.http.HttpConnection;
import io.vertx.core.http.HttpHeaders;
import io.vertx.core.net.impl.ConnectionBase;
import io.vertx.ext.web.RoutingContext;

/**
 * Idle connections of the HTTP server. A connection that idles too long is closed, as HTTP/1 has no other way to tell
 * the client.
 */
final class Connections {

    private final Vertx vertx;
    private final ServerLimits limits;
    private final Map<HttpConnection, Long> timers = new ConcurrentHashMap<>();

    Connections(Vertx vertx, ServerLimits limits) {
        this.vertx = vertx;
        this.limits = limits;
    }

    /** Waits for the first request of a connection. */
    void opened(HttpConnection connection) {
        closeAfter(limits.head(), connection);
        connection.closeHandler(closed -> forget(connection));
    }

    /** Stops waiting until the request is answered, and passes it on. */
    void begun(RoutingContext request) {
        HttpConnection connection = request.request().connection();
        forget(connection);
        request.addEndHandler(answered -> closeAfter(isLast(request) ? limits.head() : limits.idle(), connection));
        request.next();
    }

    /**
     * Reads nothing more from a connection until the request that has arrived is answered, and passes that one on. The
     * server would keep any number of requests that are sent meanwhile, and walk through all of them for each further
     * one.
     */
    static void hold(RoutingContext request) {
        if (request.request().connection() instanceof ConnectionBase connection) {
            connection.doPause();
            request.addEndHandler(answered -> connection.doResume());
        }
        request.next();
    }

    /**
     * Returns whether no further request is read from the connection. The client ends it then; the server itself does
     * not, for as long as the request that it has answered still comes.
     */
    private static boolean isLast(RoutingContext request) {
        return !request.request().isEnded()
                || request.response().headers().contains(HttpHeaders.CONNECTION, HttpHeaders.CLOSE, true);
    }

    private void closeAfter(Duration time, HttpConnection connection) {
        long timer = vertx.setTimer(time.toMillis(), over -> {
            timers.remove(connection);
            connection.close();
        });
        timers.put(connection, timer);
    }

    private void forget(HttpConnection connection) {
        Long timer = timers.remove(connection);
        if (timer != null) {
            vertx.cancelTimer(timer);
        }
    }
}
