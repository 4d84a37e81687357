package io.github.camelwechat.cloud;

import io.github.camelwechat.material.WechatMaterialConstants;
import io.github.camelwechat.material.error.InvalidMaterialException;
import io.github.camelwechat.material.error.WechatMaterialException;
import org.apache.camel.Exchange;
import org.apache.camel.LoggingLevel;
import org.apache.camel.builder.RouteBuilder;

/** A folder, and files that clients send, go into the library: the part to copy. */
public class CloudRoutes extends RouteBuilder {

    @Override
    public void configure() {
        from("file:{{upload.folder}}?readLock=changed&readLockMinAge=1s&readLockMinLength=0&initialDelay=0"
             + "&delay={{upload.poll-delay}}&move=${exchangeProperty.folder}/${file:onlyname}")
                .routeId("folder")
                .onException(Exception.class).handled(true)
                .setProperty("folder", constant(".failed"))
                .log(LoggingLevel.WARN, "${file:name} goes to .failed: ${exception.message}")
                .end()
                .setProperty("folder", constant(".done"))
                .to("wechat-material:{{upload.account}}")
                .log("${file:name} is in the library: ${header.CamelWechatMaterialMediaId}");

        from("platform-http:/materials?httpMethodRestrict=POST&consumes=application/octet-stream")
                .routeId("requests")
                .onException(Exception.class).handled(true)
                .log(LoggingLevel.WARN, "${variable.fileName} is refused: ${exception.message}")
                .process(CloudRoutes::refuse)
                .end()
                // of the request only the name goes on: its headers hold a token of the hosting
                .setVariable("fileName", header("fileName"))
                .removeHeaders("*")
                .setHeader(WechatMaterialConstants.FILE_NAME, variable("fileName"))
                .to("wechat-material:{{upload.account}}")
                .log("${variable.fileName} is in the library: ${header.CamelWechatMaterialMediaId}")
                // as JSON
                .convertBodyTo(String.class)
                .removeHeaders("*")
                .setHeader(Exchange.CONTENT_TYPE, constant("application/json"));
    }

    /** Answers whether the client may send the file again. */
    private static void refuse(Exchange exchange) {
        Exception failure = exchange.getProperty(Exchange.EXCEPTION_CAUGHT, Exception.class);
        boolean retryable = failure instanceof WechatMaterialException known && known.isRetryable();
        exchange.getMessage().removeHeaders("*");
        exchange.getMessage().setHeader(
                Exchange.HTTP_RESPONSE_CODE, failure instanceof InvalidMaterialException ? 422 : retryable ? 503 : 502);
        exchange.getMessage().setHeader(Exchange.CONTENT_TYPE, "text/plain; charset=utf-8");
        exchange.getMessage().setBody(retryable ? "Not stored: send it again later." : "Look into the log of the application.");
    }
}
