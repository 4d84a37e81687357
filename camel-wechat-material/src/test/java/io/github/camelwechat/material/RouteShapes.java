package io.github.camelwechat.material;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import org.apache.camel.ExchangePattern;
import org.apache.camel.ProducerTemplate;
import org.apache.camel.builder.RouteBuilder;
import org.apache.camel.model.RouteDefinition;

import static io.github.camelwechat.material.TwoAccounts.A;
import static io.github.camelwechat.material.TwoAccounts.B;

/** Routes that upload more than once per exchange, in the ways in which threads come to wait for each other. */
final class RouteShapes {

    private static final byte[] PICTURE = Samples.png();
    private static final List<byte[]> FOUR = Collections.nCopies(4, PICTURE);

    private interface Shape {
        void configure(RouteBuilder routes, RouteDefinition in) throws Exception;
    }

    private final Map<String, Shape> shapes = new LinkedHashMap<>();

    RouteShapes() {
        shapes.put("two in a row", (routes, in) -> up(in, A).setBody(routes.constant(PICTURE)).to(B));
        shapes.put("parallel splitter behind", (routes, in) -> up(in, A).setBody(routes.constant(FOUR))
                .split(routes.body()).parallelProcessing().to(B).end());
        shapes.put("parallel splitter around", (routes, in) -> in.setBody(routes.constant(FOUR))
                .split(routes.body()).parallelProcessing().to(A).setBody(routes.constant(PICTURE)).to(B).end());
        shapes.put("sequential splitter around, one unit of work", (routes, in) -> in.setBody(routes.constant(FOUR))
                .split(routes.body()).shareUnitOfWork().to(A).end());
        shapes.put("seda that waits, upload behind it", (routes, in) -> {
            up(in, A).setBody(routes.constant(PICTURE)).to(ExchangePattern.InOut, "seda:x?timeout=0");
            routes.from("seda:x?concurrentConsumers=4").to(B);
        });
        shapes.put("template inside a processor", (routes, in) -> up(in, A).process(e -> {
            try (ProducerTemplate template = e.getContext().createProducerTemplate()) {
                template.requestBody(B, PICTURE);
            }
        }));
        shapes.put("asyncRequestBody and get", (routes, in) -> up(in, A).process(e -> {
            try (ProducerTemplate template = e.getContext().createProducerTemplate()) {
                template.asyncRequestBody(B, PICTURE).get();
            }
        }));
        shapes.put("onCompletion", (routes, in) -> {
            in.onCompletion().setBody(routes.constant(PICTURE)).to(B).end();
            up(in, A);
        });
        shapes.put("synchronous redelivery", (routes, in) -> {
            in.onException(IllegalStateException.class).maximumRedeliveries(1).redeliveryDelay(50).handled(true).end();
            up(in, A).process(e -> {
                if (e.getProperty("failed") == null) {
                    e.setProperty("failed", true);
                    throw new IllegalStateException("once");
                }
            });
        });
        shapes.put("threads() between", (routes, in) -> up(in, A).threads(2).setBody(routes.constant(PICTURE)).to(B));
        shapes.put("transacted, two in a row and a splitter", (routes, in) -> {
            in.process(e -> e.getExchangeExtension().setTransacted(true)).to("direct:transacted");
            up(routes.from("direct:transacted"), A).setBody(routes.constant(FOUR)).split(routes.body()).to(B).end();
        });
        shapes.put("transacted behind an upload", (routes, in) -> up(in, A)
                .process(e -> e.getExchangeExtension().setTransacted(true)).setBody(routes.constant(PICTURE)).to(B)
                .setBody(routes.constant(PICTURE)).to(A));
        shapes.put("synchronous parallel multicast", (routes, in) -> up(in, A).setBody(routes.constant(PICTURE))
                .multicast().synchronous().parallelProcessing().to(B, A).end());
        shapes.put("nested four deep", (routes, in) -> {
            up(in, A).to("direct:nested0");
            for (int depth = 0; depth < 4; depth++) {
                String next = "direct:nested" + (depth + 1);
                up(routes.from("direct:nested" + depth), depth % 2 == 0 ? B : A).process(e -> {
                    try (ProducerTemplate template = e.getContext().createProducerTemplate()) {
                        template.requestBody(next, PICTURE);
                    }
                });
            }
            up(routes.from("direct:nested4"), A);
        });
    }

    Iterable<String> names() {
        return shapes.keySet();
    }

    RouteBuilder route(String name) {
        return new RouteBuilder() {
            @Override
            public void configure() throws Exception {
                shapes.get(name).configure(this, from("direct:in"));
            }
        };
    }

    private static RouteDefinition up(RouteDefinition route, String uri) {
        return route.setBody(e -> PICTURE).to(uri);
    }
}
