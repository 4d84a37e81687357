package io.github.camelwechat.simulator;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;

/** The callback URL of a platform: takes what comes, and answers what the test says. */
final class CallbackServer implements AutoCloseable {

    /** A push as it came. */
    record Received(String method, Map<String, String> query, String contentType, String body) {
    }

    /** An answer to a push. */
    record Answer(int status, String body) {
    }

    static final Answer SUCCESS = new Answer(200, "success");

    private final HttpServer server;
    private final BlockingQueue<Received> received = new LinkedBlockingQueue<>();
    private final ExecutorService threads = Executors.newCachedThreadPool();
    private volatile Function<Received, Answer> answers = push -> SUCCESS;

    CallbackServer() throws IOException {
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.createContext("/", this::handle);
        server.setExecutor(threads);
        server.start();
    }

    String url() {
        return "http://127.0.0.1:" + server.getAddress().getPort() + "/wechat";
    }

    /** Answers all that comes from now on. */
    void answer(Supplier<Answer> with) {
        answers = push -> with.get();
    }

    /** Answers what comes from now on with the echo that it asks for. */
    void answerEcho() {
        answers = push -> new Answer(200, push.query().getOrDefault("echostr", ""));
    }

    /** {@return the oldest push that nobody has taken yet} */
    Received take() throws InterruptedException {
        Received push = received.poll(20, TimeUnit.SECONDS);
        if (push == null) {
            throw new AssertionError("No push within 20 s");
        }
        return push;
    }

    private void handle(HttpExchange exchange) throws IOException {
        Map<String, String> query = Stream.of(exchange.getRequestURI().getQuery().split("&"))
                .collect(Collectors.toMap(parameter -> parameter.replaceAll("=.*", ""),
                        parameter -> parameter.replaceAll("^[^=]*=", "")));
        Received push = new Received(
                exchange.getRequestMethod(), query, exchange.getRequestHeaders().getFirst("Content-Type"),
                new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8));
        received.add(push);
        Answer answer = answers.apply(push);
        byte[] body = answer.body().getBytes(StandardCharsets.UTF_8);
        exchange.sendResponseHeaders(answer.status(), body.length == 0 ? -1 : body.length);
        exchange.getResponseBody().write(body);
        exchange.close();
    }

    @Override
    public void close() {
        server.stop(0);
        threads.shutdownNow();
    }
}
