package io.github.camelwechat.material;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import org.apache.camel.Exchange;

import static java.nio.charset.StandardCharsets.UTF_8;

/** A server whose requests go to {@code receive} as a consumer of HTTP hands them on. */
final class PushFront implements AutoCloseable {

    private static final int FAILED = 500;

    private final ExecutorService threads = Executors.newCachedThreadPool();
    private final HttpServer server;

    PushFront(Wechat wechat, String uri) throws IOException {
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.setExecutor(threads);
        server.createContext("/push", request -> {
            Exchange exchange = wechat.send(uri, sent -> {
                request.getRequestHeaders().forEach((name, values) -> sent.getMessage().setHeader(name, values.get(0)));
                sent.getMessage().setHeader(Exchange.HTTP_METHOD, request.getRequestMethod());
                sent.getMessage().setHeader(Exchange.HTTP_QUERY, request.getRequestURI().getRawQuery());
                sent.getMessage().setBody(request.getRequestBody());
            });
            answer(request, exchange);
        });
        server.start();
    }

    private static void answer(HttpExchange request, Exchange exchange) throws IOException {
        try (request) {
            byte[] body = exchange.getMessage().getBody(String.class).getBytes(UTF_8);
            int status = exchange.getException() == null
                    ? exchange.getMessage().getHeader(Exchange.HTTP_RESPONSE_CODE, int.class) : FAILED;
            request.sendResponseHeaders(status, body.length == 0 ? -1 : body.length);
            request.getResponseBody().write(body);
        }
    }

    String url() {
        return "http://127.0.0.1:" + server.getAddress().getPort() + "/push";
    }

    @Override
    public void close() {
        server.stop(0);
        threads.shutdownNow();
    }
}
