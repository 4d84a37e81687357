package io.github.camelwechat.consumers;

import org.apache.camel.builder.RouteBuilder;

public class Routes extends RouteBuilder {

    @Override
    public void configure() {
        from("file:inbox?move=.done&moveFailed=.failed").to("wechat-material:brand-a");
    }
}
