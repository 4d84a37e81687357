package io.github.camelwechat.docs;

import io.github.camelwechat.material.error.InvalidMaterialException;
import org.apache.camel.builder.RouteBuilder;

/** What is too large goes another way than what is of no use. */
public class ShrinkRoute extends RouteBuilder {

    @Override
    public void configure() {
        onException(InvalidMaterialException.class).onWhen(simple("${exception.limit} != null"))
                .handled(true)
                .log("${exception.fileName}: ${exception.actual}, and at most ${exception.limit}")
                .to("direct:shrink");

        onException(InvalidMaterialException.class)
                .handled(true)
                .setHeader("reason", simple("${exception.message}"))
                .to("direct:editors");

        from("direct:upload")
                .to("wechat-material:default");
    }
}
