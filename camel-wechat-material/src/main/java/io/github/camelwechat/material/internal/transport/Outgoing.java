package io.github.camelwechat.material.internal.transport;

import java.io.IOException;

import org.apache.hc.client5.http.protocol.HttpClientContext;
import org.apache.hc.core5.http.HttpRequest;
import org.apache.hc.core5.http.Method;
import org.apache.hc.core5.http.nio.AsyncRequestProducer;

/** What goes out of one attempt, and how far it has come: that decides what may be said of a failure. */
interface Outgoing {

    /**
     * Begins to read the body.
     *
     * @throws IOException if it cannot be read now
     */
    void begin() throws IOException;

    /** Gives up what is held of the body. Further calls do nothing. */
    void abandon();

    /** Returns whether sending waits for the body, which is still being read. */
    boolean lacksBody();

    /** Whether the connection has taken anything that must not be sent twice. */
    boolean hasStarted();

    /** Makes sure that the request never goes out whole; false if it may have gone already. */
    boolean prevent();

    boolean isPrevented();

    /**
     * What the engine is to send.
     *
     * @param exchange tells how far the connection is
     */
    AsyncRequestProducer with(HttpRequest head, HttpClientContext exchange);

    /** Whether a connection has taken the request itself: what comes before it is a CONNECT. */
    static boolean isOnTheWire(HttpClientContext exchange) {
        return exchange.getRequest() != null && !Method.CONNECT.isSame(exchange.getRequest().getMethod());
    }
}
