package io.github.camelwechat.material.internal.transport;

import java.io.IOException;

import org.apache.hc.client5.http.protocol.HttpClientContext;
import org.apache.hc.core5.http.HttpRequest;
import org.apache.hc.core5.http.Method;
import org.apache.hc.core5.http.nio.AsyncRequestProducer;

/** Progress of one attempt to send a request. A failure says by it whether the request may have taken effect. */
interface SendProgress {

    /**
     * Begins to read the body.
     *
     * @throws IOException if it cannot be read now
     */
    void begin() throws IOException;

    /** Releases the body. Further calls do nothing. */
    void abandon();

    /** Returns whether sending waits for the body, which is still being read. */
    boolean lacksBody();

    /** Returns whether the connection has taken bytes that must not be sent twice. */
    boolean hasStarted();

    /** Keeps the request from going out whole. Returns false if it may have gone out already. */
    boolean tryAbort();

    /** Returns whether an abort came before the last byte. */
    boolean isAborted();

    /**
     * Returns the request for the engine.
     *
     * @param context tells how far the connection is
     */
    AsyncRequestProducer with(HttpRequest head, HttpClientContext context);

    /** Returns whether a connection has taken the request itself, after a CONNECT if there is one. */
    static boolean isOnTheWire(HttpClientContext context) {
        return context.getRequest() != null && !Method.CONNECT.isSame(context.getRequest().getMethod());
    }
}
