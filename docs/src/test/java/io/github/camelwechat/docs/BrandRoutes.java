package io.github.camelwechat.docs;

import org.apache.camel.builder.RouteBuilder;

/** Which account it is may be said by the route, by a message, or by the URI itself. */
public class BrandRoutes extends RouteBuilder {

    @Override
    public void configure() {
        from("direct:brand-b")
                .to("wechat-material:brand-b");

        from("direct:upload")
                .toD("wechat-material:${header.brand}");

        from("direct:whole-account")
                .to("wechat-material:{{env:BRAND_A_APP_ID}}?secret=RAW({{env:BRAND_A_SECRET}})");
    }
}
