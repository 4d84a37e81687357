package io.github.camelwechat.simulator.http;

import io.github.camelwechat.simulator.control.Control;
import org.eclipse.jetty.server.Handler;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.server.Response;
import org.eclipse.jetty.util.Callback;
import org.eclipse.jetty.util.Fields;

/** Takes requests to the control API. */
public final class ControlHandler extends Handler.Abstract {

    private final Control control;

    public ControlHandler(Control control) {
        this.control = control;
    }

    @Override
    public boolean handle(Request request, Response response, Callback callback) {
        String path = request.getHttpURI().getDecodedPath();
        if (!path.equals(Control.ROOT) && !path.startsWith(Control.ROOT + "/")) {
            return false;
        }
        String behindRoot = path.substring(Control.ROOT.length()).replaceFirst("/$", "");
        Fields parameters = Request.extractQueryParameters(request);
        ControlExchange exchange = new ControlExchange(
                body -> control.run(request.getMethod(), behindRoot, parameters::getValue, body),
                new Wire(request, response, callback));
        new BodyReader(request, exchange::body, exchange).read();
        return true;
    }
}
