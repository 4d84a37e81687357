package io.github.camelwechat.consumers;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;

/** The URL that WeChat pushes a platform's events to. Every push is answered with {@code success} and kept. */
final class EventUrl implements AutoCloseable {

    private static final byte[] SUCCESS = "success".getBytes(StandardCharsets.UTF_8);

    private final HttpServer server;
    private final BlockingQueue<Push> pushes = new LinkedBlockingQueue<>();

    EventUrl() throws IOException {
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.createContext("/", this::handle);
        server.start();
    }

    /** A push as it arrived. */
    record Push(Map<String, String> query, String body) {
    }

    String url() {
        return "http://127.0.0.1:" + server.getAddress().getPort() + "/wechat";
    }

    /** {@return the oldest push that was not taken yet} */
    Push take() throws InterruptedException {
        Push push = pushes.poll(20, TimeUnit.SECONDS);
        if (push == null) {
            throw new AssertionError("No push within 20 s");
        }
        return push;
    }

    private void handle(HttpExchange exchange) throws IOException {
        Map<String, String> query = Stream.of(exchange.getRequestURI().getQuery().split("&"))
                .map(parameter -> parameter.split("=", 2)).collect(Collectors.toMap(pair -> pair[0], pair -> pair[1]));
        pushes.add(new Push(query, new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8)));
        exchange.sendResponseHeaders(200, SUCCESS.length);
        exchange.getResponseBody().write(SUCCESS);
        exchange.close();
    }

    @Override
    public void close() {
        server.stop(0);
    }
}
