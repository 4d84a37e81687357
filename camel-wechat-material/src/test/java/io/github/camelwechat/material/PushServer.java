package io.github.camelwechat.material;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import org.apache.camel.CamelContext;
import org.apache.camel.Exchange;
import org.apache.camel.ProducerTemplate;

/** A web server that sends the pushes of the simulator to an endpoint, as a consumer of HTTP does. */
final class PushServer implements AutoCloseable {

    private final ExecutorService threads = Executors.newCachedThreadPool();
    private final HttpServer server;
    private final ProducerTemplate template;

    PushServer(CamelContext context, String endpoint) {
        template = context.createProducerTemplate();
        try {
            server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        server.createContext("/", call -> answer(call, endpoint));
        server.setExecutor(threads);
        server.start();
    }

    String url() {
        return "http://127.0.0.1:" + server.getAddress().getPort() + "/push";
    }

    private void answer(HttpExchange call, String endpoint) throws IOException {
        try (call) {
            Exchange exchange = template.send(endpoint, asked -> {
                call.getRequestHeaders().forEach((name, values) -> asked.getMessage().setHeader(name, values.get(0)));
                asked.getMessage().setBody(call.getRequestBody());
                asked.getMessage().setHeader(Exchange.HTTP_METHOD, call.getRequestMethod());
                asked.getMessage().setHeader(Exchange.HTTP_QUERY, call.getRequestURI().getRawQuery());
            });
            boolean failed = exchange.isFailed();
            byte[] body = failed ? new byte[0] : exchange.getMessage().getBody(String.class).getBytes(StandardCharsets.UTF_8);
            // the kernel would hold the body back for 40 ms
            call.getResponseHeaders().set("Connection", "close");
            call.sendResponseHeaders(
                    failed ? 500 : exchange.getMessage().getHeader(Exchange.HTTP_RESPONSE_CODE, Integer.class),
                    body.length == 0 ? -1 : body.length);
            call.getResponseBody().write(body);
        }
    }

    @Override
    public void close() {
        server.stop(0);
        threads.shutdownNow();
    }
}
