package io.github.camelwechat.benchmarks.soak;

import io.github.camelwechat.material.WechatMaterialConstants;
import io.github.camelwechat.material.WechatMaterialOperations;
import org.apache.camel.AsyncProducer;
import org.apache.camel.CamelContext;
import org.apache.camel.Endpoint;
import org.apache.camel.Exchange;
import org.jspecify.annotations.Nullable;

/** Hands calls to a route as a consumer does. Thread-safe. */
final class Feed {

    private final Endpoint route;
    private final AsyncProducer producer;

    Feed(CamelContext context, String uri) throws Exception {
        route = context.getEndpoint(uri);
        producer = route.createAsyncProducer();
        producer.start();
    }

    /**
     * Begins a call.
     *
     * @param then runs when it has ended for the first time
     */
    void send(Call call, @Nullable Object body, Runnable then) {
        Exchange exchange = route.createExchange();
        exchange.getMessage().setBody(body);
        exchange.getMessage().setHeader(WechatMaterialConstants.OPERATION, call.operation());
        exchange.getMessage().setHeader(
                call.isUpload() ? WechatMaterialConstants.FILE_NAME : WechatMaterialConstants.MEDIA_ID, call.name());
        if (call.operation() == WechatMaterialOperations.batchGetMaterial) {
            exchange.getMessage().setHeader(WechatMaterialConstants.TYPE, "image");
        }
        producer.process(exchange, sync -> {
            call.ended(exchange);
            if (call.ends() == 1) {
                then.run();
            }
        });
    }
}
