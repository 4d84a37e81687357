package io.github.camelwechat.benchmarks.candidate;

import java.io.InputStream;
import java.util.concurrent.ExecutionException;

import org.apache.camel.CamelContext;
import org.apache.camel.Endpoint;
import org.apache.camel.Exchange;
import org.apache.camel.Message;
import org.apache.camel.ProducerTemplate;
import org.apache.camel.builder.RouteBuilder;
import org.apache.camel.component.http.HttpMethods;
import org.apache.camel.impl.DefaultCamelContext;
import org.apache.hc.client5.http.entity.mime.MultipartEntityBuilder;
import org.apache.hc.core5.http.ContentType;

/** The route that a Camel user writes by hand; its token is given. */
final class CamelHttpCandidate implements Candidate {

    private final SixteenThreads threads = new SixteenThreads();
    private final CamelContext context = new DefaultCamelContext();
    private final ProducerTemplate template;
    private final Endpoint route;

    CamelHttpCandidate(String apiUrl) {
        try {
            context.addRoutes(new RouteBuilder() {
                @Override
                public void configure() {
                    from("direct:upload")
                            .process(exchange -> putIntoMultipart(exchange.getMessage()))
                            .setHeader(Exchange.HTTP_METHOD, constant(HttpMethods.POST))
                            .to(apiUrl + "/cgi-bin/material/add_material?access_token=TOKEN&type=image")
                            .process(exchange -> readMediaId(exchange.getMessage()));
                }
            });
        } catch (Exception e) {
            throw new IllegalStateException(e);
        }
        context.start();
        template = context.createProducerTemplate();
        route = context.getEndpoint("direct:upload");
    }

    private static void putIntoMultipart(Message message) {
        MultipartEntityBuilder multipart = MultipartEntityBuilder.create();
        String name = message.getHeader(Exchange.FILE_NAME, String.class);
        if (message.getBody() instanceof byte[] bytes) {
            multipart.addBinaryBody("media", bytes, ContentType.IMAGE_PNG, name);
        } else {
            multipart.addBinaryBody("media", message.getBody(java.io.File.class), ContentType.IMAGE_PNG, name);
        }
        message.setBody(multipart.build());
        message.removeHeader(Exchange.FILE_NAME);
    }

    private static void readMediaId(Message message) throws Exception {
        message.setBody(MediaIds.read(message.getBody(InputStream.class)));
    }

    @Override
    public void upload(Picture picture, int uploads) throws InterruptedException, ExecutionException {
        threads.run(uploads, () -> {
            Exchange done = template.send(route, exchange -> {
                exchange.getMessage().setBody(picture.body());
                exchange.getMessage().setHeader(Exchange.FILE_NAME, picture.name());
            });
            if (done.getException() != null) {
                throw done.getException();
            }
            return done;
        });
    }

    @Override
    public void close() {
        threads.close();
        context.stop();
    }
}
