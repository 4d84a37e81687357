package io.github.camelwechat.material.wire;

import java.io.IOException;

import io.github.camelwechat.material.WechatMaterialComponent;
import io.github.camelwechat.material.WechatMaterialConstants;
import io.github.camelwechat.material.WrittenAccount;
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

    /**
     * Starts a context.
     *
     * @param options of the URI, for example {@code maxConcurrentRequests=1&responseTimeout=100}; with credentials of
     *                cloud hosting, of an account of the component
     */
    Uploader(String apiUrl, String options) {
        WechatMaterialComponent component = new WechatMaterialComponent();
        context.addComponent("wechat-material", component);
        context.start();
        template = context.createProducerTemplate();
        if (options.startsWith("credentials=cloud")) {
            component.getAccounts().put("wx", WrittenAccount.of(context, options + "&apiUrl=" + apiUrl));
            uri = "wechat-material:wx";
            return;
        }
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
