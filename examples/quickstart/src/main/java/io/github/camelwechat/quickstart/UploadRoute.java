package io.github.camelwechat.quickstart;

import org.apache.camel.Exchange;
import org.apache.camel.builder.RouteBuilder;
import org.apache.camel.throttling.ThrottlingExceptionRoutePolicy;

/** From a folder into the material library: the part to copy. */
public class UploadRoute extends RouteBuilder {

    @Override
    public void configure() {
        // refused for what the file is, or perhaps stored: the file is done with
        onException(Exception.class).onWhen(exchange -> !staysInFolder(exchange))
                .handled(true)
                .setProperty("folder", constant(".failed"));

        // not the file's fault: it stays in the folder. The listener reports it in one line; a stack trace would say no more
        onException(Exception.class).onWhen(UploadRoute::staysInFolder)
                .logExhausted(false);

        // readLock: a file that is still being copied into the folder waits until it is whole
        from("file:{{upload.folder}}?recursive=true&exclude=(?i).*[.]json&readLock=changed&readLockMinAge=1s&readLockMinLength=0"
             + "&move=${file:parent}/${exchangeProperty.folder}/${file:onlyname}")
                .routeId("upload")
                // a file stayed: the next poll is half a minute later
                .routePolicy(new ThrottlingExceptionRoutePolicy(1, 20_000, 30_000, null))
                .setProperty("folder", constant(".done"))
                .process(new Sidecar())
                .filter(simple("${file:name} regex 'thumb[/\\\\\\\\].*'"))
                .setHeader("CamelWechatMaterialType", constant("thumb"))
                .end()
                .to("wechat-material:default");
    }

    private static boolean staysInFolder(Exchange exchange) {
        return Verdict.of(exchange.getProperty(Exchange.EXCEPTION_CAUGHT, Exception.class)) == Verdict.FAILED;
    }
}
