package io.github.camelwechat.docs;

import org.apache.camel.builder.RouteBuilder;
import org.apache.camel.main.Main;

public class UploadFolder extends RouteBuilder {

    @Override
    public void configure() {
        from("file:inbox?readLock=changed&move=.done&moveFailed=.failed")
                .to("wechat-material:default")
                .log("${header.CamelFileName}: ${header.CamelWechatMaterialMediaId} ${header.CamelWechatMaterialUrl}");
    }

    public static void main(String[] arguments) throws Exception {
        Main main = new Main();
        main.configure().addRoutesBuilder(new UploadFolder());
        main.run(arguments);
    }
}
