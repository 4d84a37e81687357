package io.github.camelwechat.http;

import java.net.BindException;
import java.util.concurrent.CompletionException;

import io.vertx.core.Future;
import io.vertx.core.http.HttpServer;
import io.vertx.core.http.HttpServerOptions;
import org.apache.camel.CamelContext;
import org.apache.camel.ExtendedStartupListener;
import org.apache.camel.component.platform.http.vertx.VertxPlatformHttpRouter;
import org.apache.camel.component.platform.http.vertx.VertxPlatformHttpServer;
import org.apache.camel.component.platform.http.vertx.VertxPlatformHttpServerConfiguration;
import org.apache.camel.component.vertx.common.VertxHelper;
import org.apache.camel.support.jsse.SSLContextParameters;
import org.jspecify.annotations.Nullable;

/**
 * An HTTP server that listens once all routes are started, and that bounds how long a request takes to arrive. The
 * server of Camel Main listens before, answers 404 until then, and waits for requests without limit.
 */
final class LateHttpServer extends VertxPlatformHttpServer implements ExtendedStartupListener {

    private final VertxPlatformHttpServerConfiguration configuration;
    private final ServerLimits limits;
    private @Nullable HttpServer server;

    LateHttpServer(VertxPlatformHttpServerConfiguration configuration, ServerLimits limits) {
        super(configuration);
        this.configuration = configuration;
        this.limits = limits;
    }

    @Override
    public @Nullable HttpServer getServer() {
        return server;
    }

    @Override
    public int getPort() {
        return server == null ? configuration.getBindPort() : server.actualPort();
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
        VertxPlatformHttpRouter router = VertxPlatformHttpRouter.lookup(context,
                VertxPlatformHttpRouter.getRouterNameFromPort(configuration.getPort()));
        Connections connections = new Connections(getVertx(), limits);
        ServerAnswers.addTo(router, connections, limits, configuration.getMaxBodySize());
        server = getVertx().createHttpServer(options(context))
                .connectionHandler(connections::opened)
                .requestHandler(router);
        try {
            await(server.listen(configuration.getBindPort(), configuration.getBindHost()));
        } catch (CompletionException e) {
            if (e.getCause() instanceof BindException) {
                throw new IllegalStateException(
                        "Nothing can listen on " + configuration.getBindHost() + ":" + configuration.getBindPort() + ": "
                                                + e.getCause().getMessage(),
                        e.getCause());
            }
            throw e;
        }
    }

    private HttpServerOptions options(CamelContext context) throws Exception {
        // of HTTP/2, a connection that has sent nothing yet is not seen
        HttpServerOptions options = new HttpServerOptions().setHttp2ClearTextEnabled(false);
        SSLContextParameters tls
                = configuration.isUseGlobalSslContextParameters() && configuration.getSslContextParameters() == null
                        ? context.getSSLContextParameters()
                        : configuration.getSslContextParameters();
        if (tls != null) {
            VertxHelper.setupSSLOptions(context, tls, options);
        }
        return options;
    }

    @Override
    protected void stopServer() {
        if (server != null) {
            await(server.close());
            server = null;
        }
    }

    @Override
    protected void stopVertx() {
        await(getVertx().close());
    }

    private static void await(Future<?> future) {
        future.toCompletionStage().toCompletableFuture().join();
    }
}
