package io.github.camelwechat.docs;

import org.apache.camel.builder.RouteBuilder;

/** Routes of a third-party platform: its pushes, authorizations, and uploads for its merchants. */
public class MerchantRoutes extends RouteBuilder {

    @Override
    public void configure() {
        from("platform-http:/wechat/push").streamCache("false")
                .to("wechat-material-platform:my-platform");

        from("direct:start")
                .to("wechat-material-platform:my-platform?operation=startPushTicket");

        from("direct:link")
                .to("wechat-material-platform:my-platform?operation=createPreAuthCode"
                    + "&redirectUri=https://example.com/wechat/authorized")
                .setBody(simple("${body.link}"));

        from("platform-http:/wechat/authorized?httpMethodRestrict=GET")
                .removeHeaders("*")
                .setBody(constant("Thank you. You may close this window."));

        from("direct:shop")
                .to("wechat-material:shop");

        from("direct:merchant")
                .to("wechat-material:*?platform=my-platform&allowMerchantByHeader=true");
    }
}
