package io.github.camelwechat.http.server;

import java.io.IOException;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;

/** Serves the files of a folder on this machine. {@code /to/X} leads on to {@code /X}. */
public final class PictureServer implements AutoCloseable {

    private static final String ELSEWHERE = "/to/";

    private final Path folder;
    private final ExecutorService threads = Executors.newCachedThreadPool();
    private final HttpServer server;

    /**
     * Starts one.
     *
     * @param folder whose files are served
     * @param port   to listen on; 0 for any that is free
     */
    public PictureServer(Path folder, int port) throws IOException {
        this.folder = folder;
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), port), 0);
        server.setExecutor(threads);
        server.createContext("/", this::serve);
        server.start();
    }

    /** {@return its address} */
    public String url() {
        return "http://" + at();
    }

    /** {@return host and port} */
    public String at() {
        return "127.0.0.1:" + server.getAddress().getPort();
    }

    private void serve(HttpExchange exchange) throws IOException {
        try (exchange) {
            String path = exchange.getRequestURI().getPath();
            if (path.startsWith(ELSEWHERE)) {
                exchange.getResponseHeaders().set("Location", "/" + path.substring(ELSEWHERE.length()));
                exchange.sendResponseHeaders(302, -1);
                return;
            }
            Path file = folder.resolve(path.substring(1)).normalize();
            if (!folder.normalize().equals(file.getParent()) || !Files.isRegularFile(file)) {
                exchange.sendResponseHeaders(404, -1);
                return;
            }
            exchange.sendResponseHeaders(200, Files.size(file));
            try (OutputStream body = exchange.getResponseBody()) {
                Files.copy(file, body);
            }
        }
    }

    @Override
    public void close() {
        server.stop(0);
        threads.shutdown();
    }
}
