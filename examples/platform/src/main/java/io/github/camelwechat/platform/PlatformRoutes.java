package io.github.camelwechat.platform;

import java.nio.file.Path;

import io.github.camelwechat.material.WechatMaterialConstants;
import io.github.camelwechat.material.error.WechatMaterialException;
import io.github.camelwechat.material.result.PreAuthCode;
import org.apache.camel.Exchange;
import org.apache.camel.LoggingLevel;
import org.apache.camel.builder.RouteBuilder;

/**
 * WeChat's pushes to the platform, the page on which administrators begin, and a folder for each merchant: the part to
 * copy.
 */
public class PlatformRoutes extends RouteBuilder {

    private static final String PAGE = "text/html; charset=utf-8";

    @Override
    public void configure() {
        // another attempt would end the same way, or store the file twice
        onException(Exception.class).onWhen(exchange -> uploads(exchange) && !MayComeAgain.after(exchange))
                .handled(true)
                .setProperty("folder", constant(".failed"))
                .log(LoggingLevel.WARN, "${file:name} goes to .failed: ${exception.message}");

        // the platform cannot upload now: the file stays where it is
        onException(WechatMaterialException.class).onWhen(exchange -> uploads(exchange) && MayComeAgain.after(exchange))
                .logExhausted(false)
                .log(LoggingLevel.WARN, "${file:name} stays for the next poll: ${exception.message}");

        from("platform-http:/wechat/push").routeId("pushes").streamCache("false")
                .to("wechat-material-platform:my-platform")
                // the answer is complete; what follows is about merchants
                .filter(header(WechatMaterialConstants.MERCHANT).isNotNull())
                .log("${header.CamelWechatMaterialMerchant}: ${header.CamelWechatMaterialInfoType}")
                .end();

        from("platform-http:/wechat/authorize?httpMethodRestrict=GET").routeId("authorize")
                .onException(WechatMaterialException.class)
                .handled(true).logExhausted(false)
                .log(LoggingLevel.WARN, "${exception.message}")
                .setHeader(Exchange.HTTP_RESPONSE_CODE, constant(503))
                .setHeader(Exchange.CONTENT_TYPE, constant(PAGE))
                .setBody(constant("<p>Please come back in ten minutes.</p>"))
                .end()
                // whatever the browser has sent would go into the answer
                .removeHeaders("*")
                .to("wechat-material-platform:my-platform?operation=createPreAuthCode"
                    + "&redirectUri={{platform.url}}/wechat/authorized")
                .setHeader(Exchange.CONTENT_TYPE, constant(PAGE))
                .transform().body(PreAuthCode.class, PlatformRoutes::page);

        // nothing is left to do: WeChat pushes the code of this address too, and the platform redeems it
        from("platform-http:/wechat/authorized?httpMethodRestrict=GET").routeId("authorized")
                .removeHeaders("*")
                .setHeader(Exchange.CONTENT_TYPE, constant(PAGE))
                .setBody(constant("<p>Thank you. Your material can be uploaded now.</p>"));

        // the oldest file first, so that no merchant waits for all files of another one
        from("file:{{upload.folder}}?recursive=true&minDepth=2&maxDepth=2&sortBy=file:modified"
             + "&readLock=changed&readLockMinAge=1s&readLockMinLength=0&initialDelay=0&delay={{upload.poll-delay}}"
             + "&move=${file:parent}/${exchangeProperty.folder}/${file:onlyname}")
                .routeId("upload")
                .setProperty("folder", constant(".done"))
                .setHeader(WechatMaterialConstants.MERCHANT)
                .message(file -> Path.of(file.getHeader("CamelFileParent", String.class)).getFileName().toString())
                .to("wechat-material:*?platform=my-platform&allowMerchantByHeader=true")
                .log("${file:name} is in the library: ${header.CamelWechatMaterialMediaId}");
    }

    /** {@return whether the route moves its files to where the property says} */
    private static boolean uploads(Exchange exchange) {
        return exchange.getProperty("folder") != null;
    }

    private static String page(PreAuthCode code) {
        return "<p><a href=\"" + code.link().replace("&", "&amp;") + "\">Let us upload material for your account</a></p>";
    }
}
