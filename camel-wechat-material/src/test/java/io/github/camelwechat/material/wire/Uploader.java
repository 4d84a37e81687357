package io.github.camelwechat.material.wire;

import java.io.IOException;

import io.github.camelwechat.material.WechatMaterialComponent;
import io.github.camelwechat.material.WechatMaterialConstants;
import io.github.camelwechat.material.result.AddMaterialResult;
import org.apache.camel.Exchange;
import org.apache.camel.Processor;
import org.apache.camel.ProducerTemplate;
import org.apache.camel.impl.DefaultCamelContext;

/** The component in a context of its own, with an access token that is never asked for. */
final class Uploader implements AutoCloseable {

    static final String TOKEN = "TOKEN-1";

    private final DefaultCamelContext context = new DefaultCamelContext();
    private final ProducerTemplate template;
    private final String uri;

    /** @param options of the URI, for example {@code maxConcurrentRequests=1&responseTimeout=100} */
    Uploader(String apiUrl, String options) {
        context.addComponent("wechat-material", new WechatMaterialComponent());
        context.start();
        template = context.createProducerTemplate();
        uri = "wechat-material:wx?" + (options.matches(".*(secret|credentials)=.*") ? "" : "accessToken=" + TOKEN + "&")
              + "apiUrl=" + apiUrl
              + (options.isEmpty() ? "" : "&" + options);
    }

    Uploader(String apiUrl) {
        this(apiUrl, "");
    }

    AddMaterialResult upload(Object body, String fileName) throws Exception {
        return upload(exchange -> {
            exchange.getMessage().setBody(body);
            exchange.getMessage().setHeader(WechatMaterialConstants.FILE_NAME, fileName);
        });
    }

    AddMaterialResult upload(Processor message) throws Exception {
        Exchange exchange = template.request(uri, message);
        if (exchange.getException() != null) {
            throw exchange.getException();
        }
        return exchange.getMessage().getBody(AddMaterialResult.class);
    }

    @Override
    public void close() throws IOException {
        context.close();
    }
}
