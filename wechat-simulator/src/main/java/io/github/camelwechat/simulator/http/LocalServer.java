package io.github.camelwechat.simulator.http;

import java.io.IOException;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ScheduledThreadPoolExecutor;

import org.eclipse.jetty.server.ConnectionFactory;
import org.eclipse.jetty.server.Handler;
import org.eclipse.jetty.server.HttpConfiguration;
import org.eclipse.jetty.server.HttpConnectionFactory;
import org.eclipse.jetty.server.SecureRequestCustomizer;
import org.eclipse.jetty.server.Server;
import org.eclipse.jetty.server.ServerConnector;
import org.eclipse.jetty.server.SslConnectionFactory;
import org.eclipse.jetty.util.thread.QueuedThreadPool;
import org.jspecify.annotations.Nullable;

/** Jetty on 127.0.0.1. */
public final class LocalServer implements AutoCloseable {

    private static final String HOST = "127.0.0.1";
    private static final int THREADS = 12;
    /** Held answers must outlast it. */
    private static final long IDLE_MILLIS = 300_000;
    private static final int BACKLOG = 1024;

    private final Server server;
    private final ServerConnector connector;
    private final ScheduledThreadPoolExecutor scheduler;
    private final String scheme;

    /**
     * Takes the port; nothing is served before {@link #start}.
     *
     * @param port  0 for one that is free
     * @param https null for plain HTTP
     */
    public LocalServer(int port, @Nullable KeyStoreFile https) throws IOException {
        scheme = https == null ? "http" : "https";
        QueuedThreadPool threads = new QueuedThreadPool(THREADS, 2);
        threads.setName("wechat-simulator");
        threads.setDaemon(true);
        server = new Server(threads);
        HttpConfiguration http = new HttpConfiguration();
        http.setSendServerVersion(false);
        connector = new ServerConnector(server, 1, 1, protocols(http, https));
        connector.setHost(HOST);
        connector.setPort(port);
        connector.setAcceptQueueSize(BACKLOG);
        connector.setIdleTimeout(IDLE_MILLIS);
        server.addConnector(connector);
        try {
            connector.open();
        } catch (IOException e) {
            throw new IOException(
                    "Port " + port + " on " + HOST + " cannot be used (" + e.getMessage()
                                  + "): choose another, or 0 for one that is free",
                    e);
        }
        scheduler = new ScheduledThreadPoolExecutor(1, task -> {
            Thread thread = new Thread(task, "wechat-simulator-delays");
            thread.setDaemon(true);
            return thread;
        });
        scheduler.setRemoveOnCancelPolicy(true);
    }

    private static ConnectionFactory[] protocols(HttpConfiguration http, @Nullable KeyStoreFile https) throws IOException {
        HttpConnectionFactory plain = new HttpConnectionFactory(http);
        if (https == null) {
            return new ConnectionFactory[] { plain };
        }
        // whatever name the certificate has: the client decides what it takes
        http.addCustomizer(new SecureRequestCustomizer(false));
        return new ConnectionFactory[] { new SslConnectionFactory(https.context(), plain.getProtocol()), plain };
    }

    /** {@return where it listens, for example {@code http://127.0.0.1:8089}} */
    public String url() {
        return scheme + "://" + HOST + ":" + connector.getLocalPort();
    }

    /** {@return what runs tasks that are due later} */
    public ScheduledExecutorService scheduler() {
        return scheduler;
    }

    public void start(Handler... handlers) throws IOException {
        server.setHandler(new Handler.Sequence(handlers));
        try {
            server.start();
        } catch (Exception e) {
            close();
            throw new IOException("Cannot start the server on " + url(), e);
        }
    }

    @Override
    public void close() throws IOException {
        scheduler.shutdownNow();
        // a server that was never started stops without giving its port back
        connector.close();
        try {
            server.stop();
        } catch (Exception e) {
            throw new IOException("Cannot stop the server on " + url(), e);
        }
    }
}
