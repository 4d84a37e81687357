package io.github.camelwechat.http;

import java.net.BindException;
import java.net.InetSocketAddress;
import java.net.ServerSocket;

import org.apache.camel.CamelContext;
import org.apache.camel.ExtendedStartupListener;
import org.apache.camel.component.platform.http.vertx.VertxPlatformHttpRouter;
import org.apache.camel.component.platform.http.vertx.VertxPlatformHttpServer;
import org.apache.camel.component.platform.http.vertx.VertxPlatformHttpServerConfiguration;

/**
 * Listens once all routes are started. Until then a client gets no connection, and knows that he may come again; the
 * server of Camel Main listens before, and answers 404.
 */
final class LateHttpServer extends VertxPlatformHttpServer implements ExtendedStartupListener {

    private final VertxPlatformHttpServerConfiguration configuration;
    private boolean listened;

    LateHttpServer(VertxPlatformHttpServerConfiguration configuration) {
        super(configuration);
        this.configuration = configuration;
    }

    VertxPlatformHttpRouter router() {
        return VertxPlatformHttpRouter.lookup(getCamelContext(),
                VertxPlatformHttpRouter.getRouterNameFromPort(configuration.getPort()));
    }

    @Override
    protected void startServer() {
        // not yet
    }

    @Override
    public void onCamelContextStarted(CamelContext context, boolean alreadyStarted) {
        // not yet
    }

    @Override
    public void onCamelContextFullyStarted(CamelContext context, boolean alreadyStarted) throws Exception {
        InetSocketAddress at = new InetSocketAddress(configuration.getBindHost(), configuration.getBindPort());
        // a port that is taken would only be logged
        try (ServerSocket trial = new ServerSocket()) {
            trial.setReuseAddress(true);
            trial.bind(at);
        } catch (BindException e) {
            throw new IllegalStateException("Nothing can listen on " + at + ": " + e.getMessage(), e);
        }
        listened = true;
        super.startServer();
        ServerAnswers.addTo(this);
    }

    @Override
    protected void stopVertx() {
        if (listened) {
            super.stopVertx();
        } else {
            // for that it would need what listening makes
            getVertx().close();
        }
    }
}
