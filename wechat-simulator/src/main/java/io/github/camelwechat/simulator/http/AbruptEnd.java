package io.github.camelwechat.simulator.http;

import org.eclipse.jetty.server.Request;

/** Ends a request without an answer and without a log entry of Jetty's: it was ended on purpose. */
final class AbruptEnd extends Request.Handler.AbortException {

    private static final long serialVersionUID = 1L;

    AbruptEnd(String how) {
        super(how);
    }
}
