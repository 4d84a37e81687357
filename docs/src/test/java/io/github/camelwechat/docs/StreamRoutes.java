package io.github.camelwechat.docs;

import org.apache.camel.builder.RouteBuilder;

/** Streams that Camel caches, and such that it does not; materials that are fetched and kept. */
public class StreamRoutes extends RouteBuilder {

    @Override
    public void configure() {
        from("direct:scans")
                .to("wechat-material:default");

        from("direct:films").streamCache("false")
                .to("wechat-material:default");

        from("direct:fetch")
                .to("wechat-material:default?operation=getMaterial")
                .to("file:fetched?fileName=${header.CamelWechatMaterialFileName}");

        from("direct:fetch-and-keep")
                .to("wechat-material:default?operation=getMaterial")
                .convertBodyTo(byte[].class);
    }
}
