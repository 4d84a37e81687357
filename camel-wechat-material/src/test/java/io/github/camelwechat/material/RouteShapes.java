package io.github.camelwechat.material;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import org.apache.camel.ExchangePattern;
import org.apache.camel.ProducerTemplate;
import org.apache.camel.builder.RouteBuilder;
import org.apache.camel.model.RouteDefinition;

/** Routes that upload more than once per exchange, in the ways in which threads come to wait for each other. */
final class RouteShapes {

    private static final byte[] PICTURE = Samples.png();
    private static final List<byte[]> FOUR = Collections.nCopies(4, PICTURE);

    private interface Shape {
        void configure(RouteBuilder routes, RouteDefinition in, String a, String b) throws Exception;
    }

    private final Map<String, Shape> shapes = new LinkedHashMap<>();

    RouteShapes() {
        shapes.put("two in a row", (routes, in, a, b) -> up(in, a).setBody(routes.constant(PICTURE)).to(b));
        shapes.put("parallel splitter behind", (routes, in, a, b) -> up(in, a).setBody(routes.constant(FOUR))
                .split(routes.body()).parallelProcessing().to(b).end());
        shapes.put("parallel splitter around", (routes, in, a, b) -> in.setBody(routes.constant(FOUR))
                .split(routes.body()).parallelProcessing().to(a).setBody(routes.constant(PICTURE)).to(b).end());
        shapes.put("sequential splitter around, one unit of work", (routes, in, a, b) -> in.setBody(routes.constant(FOUR))
                .split(routes.body()).shareUnitOfWork().to(a).end());
        shapes.put("seda that waits, upload behind it", (routes, in, a, b) -> {
            String seda = "seda:" + name(a);
            up(in, a).setBody(routes.constant(PICTURE)).to(ExchangePattern.InOut, seda + "?timeout=0");
            routes.from(seda + "?concurrentConsumers=4").to(b);
        });
        shapes.put("template inside a processor", (routes, in, a, b) -> up(in, a).process(e -> {
            try (ProducerTemplate template = e.getContext().createProducerTemplate()) {
                template.requestBody(b, PICTURE);
            }
        }));
        shapes.put("asyncRequestBody and get", (routes, in, a, b) -> up(in, a).process(e -> {
            try (ProducerTemplate template = e.getContext().createProducerTemplate()) {
                template.asyncRequestBody(b, PICTURE).get();
            }
        }));
        shapes.put("onCompletion", (routes, in, a, b) -> {
            in.onCompletion().setBody(routes.constant(PICTURE)).to(b).end();
            up(in, a);
        });
        shapes.put("synchronous redelivery", (routes, in, a, b) -> {
            in.onException(IllegalStateException.class).maximumRedeliveries(1).redeliveryDelay(50).handled(true).end();
            up(in, a).process(e -> {
                if (e.getProperty("failed") == null) {
                    e.setProperty("failed", true);
                    throw new IllegalStateException("once");
                }
            });
        });
        shapes.put("threads() between", (routes, in, a, b) -> up(in, a).threads(2).setBody(routes.constant(PICTURE)).to(b));
        shapes.put("transacted, two in a row and a splitter", (routes, in, a, b) -> {
            String transacted = "direct:transacted-" + name(a);
            in.process(e -> e.getExchangeExtension().setTransacted(true)).to(transacted);
            up(routes.from(transacted), a).setBody(routes.constant(FOUR)).split(routes.body()).to(b).end();
        });
        shapes.put("transacted behind an upload", (routes, in, a, b) -> up(in, a)
                .process(e -> e.getExchangeExtension().setTransacted(true)).setBody(routes.constant(PICTURE)).to(b)
                .setBody(routes.constant(PICTURE)).to(a));
        shapes.put("synchronous parallel multicast", (routes, in, a, b) -> up(in, a).setBody(routes.constant(PICTURE))
                .multicast().synchronous().parallelProcessing().to(b, a).end());
        shapes.put("nested four deep", (routes, in, a, b) -> {
            String nested = "direct:nested-" + name(a);
            up(in, a).to(nested + 0);
            for (int depth = 0; depth < 4; depth++) {
                String next = nested + (depth + 1);
                up(routes.from(nested + depth), depth % 2 == 0 ? b : a).process(e -> {
                    try (ProducerTemplate template = e.getContext().createProducerTemplate()) {
                        template.requestBody(next, PICTURE);
                    }
                });
            }
            up(routes.from(nested + 4), a);
        });
    }

    Iterable<String> names() {
        return shapes.keySet();
    }

    /** Between accounts a and b; its inner endpoints are named after a. */
    RouteBuilder route(String name, String from, String a, String b) {
        return new RouteBuilder() {
            @Override
            public void configure() throws Exception {
                shapes.get(name).configure(this, from(from), a, b);
            }
        };
    }

    private static String name(String account) {
        return account.substring(account.indexOf(':') + 1);
    }

    private static RouteDefinition up(RouteDefinition route, String uri) {
        return route.setBody(e -> PICTURE).to(uri);
    }
}
