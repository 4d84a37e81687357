package io.github.camelwechat.benchmarks.candidate;

import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;

import org.apache.camel.AsyncProducer;
import org.apache.camel.CamelContext;
import org.apache.camel.Endpoint;
import org.apache.camel.Exchange;
import org.apache.camel.builder.RouteBuilder;
import org.apache.camel.impl.DefaultCamelContext;

/**
 * The component in a route, with its defaults: it checks what it sends, and asks for its token itself. The route is fed
 * as a file consumer feeds it. (A ProducerTemplate's asyncSend would hand each exchange to a thread of its own first.)
 */
final class ComponentCandidate implements Candidate {

    private final CamelContext context = new DefaultCamelContext();
    private final Endpoint route;
    private final AsyncProducer feed;

    ComponentCandidate(String apiUrl) {
        try {
            context.addRoutes(new RouteBuilder() {
                @Override
                public void configure() {
                    from("direct:upload").to("wechat-material:wxdemo?secret=secret&apiUrl=" + apiUrl);
                }
            });
            context.start();
            route = context.getEndpoint("direct:upload");
            feed = route.createAsyncProducer();
            feed.start();
        } catch (Exception e) {
            throw new IllegalStateException(e);
        }
    }

    @Override
    public void upload(Picture picture, int uploads) throws InterruptedException {
        InFlight.run(uploads, () -> upload(picture));
    }

    private CompletionStage<?> upload(Picture picture) {
        Exchange exchange = route.createExchange();
        exchange.getMessage().setBody(picture.body());
        exchange.getMessage().setHeader(Exchange.FILE_NAME, picture.name());
        CompletableFuture<Exchange> done = new CompletableFuture<>();
        feed.process(exchange, sync -> {
            if (exchange.getException() == null) {
                done.complete(exchange);
            } else {
                done.completeExceptionally(exchange.getException());
            }
        });
        return done;
    }

    @Override
    public void close() {
        feed.stop();
        context.stop();
    }
}
