package io.github.camelwechat.karaf;

import io.github.camelwechat.material.error.WechatMaterialException;
import org.apache.camel.LoggingLevel;
import org.apache.camel.builder.RouteBuilder;

/** A folder goes into the library. A file that could not be sent stays in the folder until the next poll. */
final class UploadRoutes extends RouteBuilder {

    static final String ID = "upload";

    @Override
    public void configure() {
        // another attempt would end the same way, or store the file twice
        onException(Exception.class).onWhen(exchange -> !MayComeAgain.after(exchange))
                .handled(true)
                .setProperty("folder", constant(".failed"))
                .log(LoggingLevel.WARN, "${file:name} goes to .failed: ${exception.message}");

        onException(WechatMaterialException.class).onWhen(MayComeAgain::after)
                .logExhausted(false)
                .log(LoggingLevel.WARN, "${file:name} stays for the next poll: ${exception.message}");

        // a folder that is gone is an error at each poll, and not created
        from("file:{{folder}}?autoCreate=false&directoryMustExist=true&initialDelay=0&delay={{pollDelay}}"
             + "&readLock=changed&readLockMinAge=1s&readLockMinLength=0"
             + "&move=${exchangeProperty.folder}/${file:onlyname}")
                .routeId(ID)
                .setProperty("folder", constant(".done"))
                .to("wechat-material:default")
                .log("${file:name} is in the library: ${header.CamelWechatMaterialMediaId}");
    }
}
