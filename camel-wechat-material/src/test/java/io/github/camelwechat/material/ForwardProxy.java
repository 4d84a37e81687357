package io.github.camelwechat.material;

import java.util.Base64;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;

import org.eclipse.jetty.http.HttpHeader;
import org.eclipse.jetty.http.HttpStatus;
import org.eclipse.jetty.proxy.ProxyHandler;
import org.eclipse.jetty.server.Handler;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.server.Response;
import org.eclipse.jetty.server.Server;
import org.eclipse.jetty.server.ServerConnector;
import org.eclipse.jetty.server.handler.ConnectHandler;
import org.eclipse.jetty.util.Callback;
import org.eclipse.jetty.util.component.LifeCycle;

import static java.nio.charset.StandardCharsets.UTF_8;

/** A proxy that makes tunnels and forwards plain HTTP: Jetty's, behind a door that may ask for a login. */
final class ForwardProxy implements AutoCloseable {

    private final Server server = new Server();
    private final ServerConnector connector = new ServerConnector(server, 1, 1);
    private final List<String> requests = new CopyOnWriteArrayList<>();

    private ForwardProxy(String login) throws Exception {
        connector.setHost("127.0.0.1");
        server.addConnector(connector);
        server.setHandler(new Door(
                login == null
                        ? null : "Basic " + Base64.getEncoder().encodeToString(login.getBytes(UTF_8))));
        server.start();
    }

    static ForwardProxy open() throws Exception {
        return new ForwardProxy(null);
    }

    static ForwardProxy with(String username, String password) throws Exception {
        return new ForwardProxy(username + ":" + password);
    }

    int port() {
        return connector.getLocalPort();
    }

    /** Method and host of all requests, those that were turned away included. */
    List<String> requests() {
        return List.copyOf(requests);
    }

    @Override
    public void close() {
        LifeCycle.stop(server);
    }

    private final class Door extends Handler.Wrapper {

        private final String login;

        Door(String login) {
            super(new ConnectHandler(new ProxyHandler.Forward()));
            this.login = login;
        }

        @Override
        public boolean handle(Request request, Response response, Callback callback) throws Exception {
            requests.add(request.getMethod() + " " + request.getHttpURI().getAuthority());
            if (login == null || login.equals(request.getHeaders().get(HttpHeader.PROXY_AUTHORIZATION))) {
                return super.handle(request, response, callback);
            }
            response.getHeaders().put(HttpHeader.PROXY_AUTHENTICATE, "Basic realm=\"proxy\"");
            Response.writeError(request, response, callback, HttpStatus.PROXY_AUTHENTICATION_REQUIRED_407);
            return true;
        }
    }
}
