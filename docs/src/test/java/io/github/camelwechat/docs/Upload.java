package io.github.camelwechat.docs;

import org.apache.camel.builder.RouteBuilder;

public class Upload extends RouteBuilder {

    @Override
    public void configure() {
        from("file:inbox?recursive=true&move=.done&moveFailed=.failed")
                .to("wechat-material:brand-a")
                .log("${header.CamelFileName}: ${header.CamelWechatMaterialMediaId} ${header.CamelWechatMaterialUrl}");
    }
}
