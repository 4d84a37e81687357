package io.github.camelwechat.docs;

import org.apache.camel.builder.RouteBuilder;

/** Logs what an account can do. */
public class CheckRoute extends RouteBuilder {

    @Override
    public void configure() {
        from("timer:check?repeatCount=1")
                .to("wechat-material:default?operation=checkAccount")
                .log("${body}");
    }
}
