package io.github.camelwechat.docs;

import org.apache.camel.builder.RouteBuilder;

/** The cheapest call there is: it shows whether account and address are right. */
public class CountRoute extends RouteBuilder {

    @Override
    public void configure() {
        from("timer:count?repeatCount=1")
                .to("wechat-material:default?operation=getMaterialCount")
                .log("${body}");
    }
}
