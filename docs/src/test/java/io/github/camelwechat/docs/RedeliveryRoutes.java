package io.github.camelwechat.docs;

import io.github.camelwechat.material.error.NotSentException;
import io.github.camelwechat.material.error.WechatMaterialException;
import org.apache.camel.builder.RouteBuilder;

/** What may be sent again is. */
public class RedeliveryRoutes extends RouteBuilder {

    @Override
    public void configure() {
        onException(NotSentException.class)
                .maximumRedeliveries(5)
                .redeliveryDelay("{{upload.retryDelay:1000}}").useExponentialBackOff().backOffMultiplier(2);

        onException(WechatMaterialException.class).onWhen(simple("${exception.retryable}"))
                .maximumRedeliveries(3)
                .redeliveryDelay("{{upload.busyDelay:60000}}");

        from("direct:upload").routeId("upload")
                .to("wechat-material:brand-a");
    }
}
