package io.github.camelwechat.quickstart;

import io.github.camelwechat.material.error.WechatMaterialException;
import org.apache.camel.builder.RouteBuilder;

/** From a folder into the material library: the part to copy. */
public class UploadRoute extends RouteBuilder {

    @Override
    public void configure() {
        // the listener tells of it in one line; a stack trace would say no more
        onException(WechatMaterialException.class).logExhausted(false);

        // readLock: a file that is still being copied into the folder waits until it is whole
        from("file:{{upload.folder}}?recursive=true&exclude=(?i).*[.]json&readLock=changed&readLockMinAge=1s&readLockMinLength=0"
             + "&move=.done&moveFailed=.failed")
                .routeId("upload")
                .process(new Sidecar())
                .filter(simple("${file:name} regex 'thumb[/\\\\\\\\].*'"))
                .setHeader("CamelWechatMaterialType", constant("thumb"))
                .end()
                .to("wechat-material:default");
    }
}
