package io.github.camelwechat.docs;

import io.github.camelwechat.material.error.WechatApiException;
import org.apache.camel.Exchange;
import org.apache.camel.builder.RouteBuilder;

/** The same with Camel's dead letter channel, which keeps the body as it was before the failed upload. */
public class PreparedDeadLetterRoutes extends RouteBuilder {

    @Override
    public void configure() {
        errorHandler(deadLetterChannel("direct:dead-letters")
                .useOriginalMessage()
                .onPrepareFailure(exchange -> explain(exchange)));

        from("direct:upload")
                .to("wechat-material:brand-a");
    }

    private static void explain(Exchange exchange) {
        Exception failure = exchange.getProperty(Exchange.EXCEPTION_CAUGHT, Exception.class);
        exchange.getMessage().setHeader("advice", failure.getMessage());
        if (failure instanceof WechatApiException refusal) {
            exchange.getMessage().setHeader("errcode", refusal.getErrcode());
            exchange.getMessage().setHeader("advice", refusal.getAdvice());
        }
    }
}
