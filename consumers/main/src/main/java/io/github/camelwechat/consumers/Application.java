package io.github.camelwechat.consumers;

import org.apache.camel.builder.RouteBuilder;
import org.apache.camel.main.Main;

public final class Application extends RouteBuilder {

    public static void main(String[] args) throws Exception {
        Main main = new Main();
        main.configure().addRoutesBuilder(new Application());
        main.run();
    }

    @Override
    public void configure() {
        from("file:inbox?move=.done&moveFailed=.failed").to("wechat-material:brand-a");
    }
}
