package io.github.camelwechat.docs;

import org.apache.camel.builder.RouteBuilder;

/** What was uploaded for a try is deleted, and nothing else. */
public class CleanUpRoutes extends RouteBuilder {

    @Override
    public void configure() {
        from("direct:clean-up")
                .setHeader("CamelWechatMaterialCount", constant(20))
                .to("wechat-material:default?operation=batchGetMaterial&type=image")
                .split(simple("${body.items}"))
                .filter(simple("${body.name} starts with 'try-'"))
                .setHeader("CamelWechatMaterialMediaId", simple("${body.mediaId}"))
                .to("wechat-material:default?operation=delMaterial");
    }
}
