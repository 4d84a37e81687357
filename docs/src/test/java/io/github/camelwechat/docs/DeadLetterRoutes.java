package io.github.camelwechat.docs;

import io.github.camelwechat.material.error.WechatApiException;
import io.github.camelwechat.material.error.WechatMaterialException;
import org.apache.camel.builder.RouteBuilder;

/** What failed goes to a queue, with what is known of it in headers. */
public class DeadLetterRoutes extends RouteBuilder {

    @Override
    public void configure() {
        onException(WechatApiException.class).onWhen(simple("${exception.errcode} == 45009"))
                .handled(true)
                .to("direct:tomorrow");

        onException(WechatApiException.class)
                .handled(true)
                .setHeader("errcode", simple("${exception.errcode}"))
                .setHeader("advice", simple("${exception.advice}"))
                .to("direct:dead-letters");

        onException(WechatMaterialException.class)
                .handled(true)
                .setHeader("advice", simple("${exception.message}"))
                .to("direct:dead-letters");

        from("direct:upload")
                .to("wechat-material:brand-a");
    }
}
