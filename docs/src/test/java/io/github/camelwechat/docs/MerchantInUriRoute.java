package io.github.camelwechat.docs;

import org.apache.camel.builder.RouteBuilder;

/** Names the merchant in the URI, after a check. */
public class MerchantInUriRoute extends RouteBuilder {

    @Override
    public void configure() {
        from("direct:merchant-in-uri")
                .validate(header("merchant").regex("wx[0-9a-f]{16}"))
                .toD("wechat-material:${header.merchant}?platform=my-platform");
    }
}
