package io.github.camelwechat.benchmarks.candidate;

import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;

import org.apache.camel.CamelContext;
import org.apache.camel.Endpoint;
import org.apache.camel.Exchange;
import org.apache.camel.ProducerTemplate;
import org.apache.camel.builder.RouteBuilder;
import org.apache.camel.impl.DefaultCamelContext;

/** The component in a route, with its defaults: it checks what it sends, and asks for its token itself. */
final class ComponentCandidate implements Candidate {

    private final CamelContext context = new DefaultCamelContext();
    private final ProducerTemplate template;
    private final Endpoint route;

    ComponentCandidate(String apiUrl) {
        try {
            context.addRoutes(new RouteBuilder() {
                @Override
                public void configure() {
                    from("direct:upload").to("wechat-material:wxdemo?secret=secret&apiUrl=" + apiUrl);
                }
            });
        } catch (Exception e) {
            throw new IllegalStateException(e);
        }
        context.start();
        template = context.createProducerTemplate();
        route = context.getEndpoint("direct:upload");
    }

    @Override
    public void upload(Picture picture, int uploads) throws InterruptedException {
        InFlight.run(uploads, () -> upload(picture));
    }

    private CompletionStage<?> upload(Picture picture) {
        return template.asyncSend(route, exchange -> {
            exchange.getMessage().setBody(picture.body());
            exchange.getMessage().setHeader(Exchange.FILE_NAME, picture.name());
        }).thenCompose(exchange -> exchange.getException() == null
                ? CompletableFuture.completedStage(exchange) : CompletableFuture.failedStage(exchange.getException()));
    }

    @Override
    public void close() {
        context.stop();
    }
}
