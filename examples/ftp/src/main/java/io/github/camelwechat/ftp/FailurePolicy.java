package io.github.camelwechat.ftp;

import io.github.camelwechat.material.error.InvalidMaterialException;
import io.github.camelwechat.material.error.WechatApiException;
import io.github.camelwechat.material.error.WechatMaterialException;
import org.apache.camel.Exchange;
import org.apache.camel.builder.RouteConfigurationBuilder;
import org.apache.camel.model.RouteConfigurationDefinition;

/** Which failures are the end of a file, and which leave it where it is, for the next poll. For routes that upload. */
public class FailurePolicy extends RouteConfigurationBuilder {

    @Override
    public void configuration() {
        RouteConfigurationDefinition upload = routeConfiguration("upload");

        // whatever else goes wrong, the picture may be in the library already: it must not come again by itself
        upload.onException(Exception.class).onWhen(exchange -> !mayComeAgain(exchange))
                .handled(true)
                .setProperty("folder", constant(".failed"))
                .log("${header.CamelFileName} goes to .failed: ${exception.message}");

        upload.onException(WechatMaterialException.class).onWhen(FailurePolicy::mayComeAgain)
                .logExhausted(false)
                .log("${header.CamelFileName} stays for the next poll: ${exception.message}");
    }

    /**
     * Whether nothing was stored, and the reason does not lie in the file. Both handlers ask: Camel looks for the
     * nearest one at causes too, and an IOException below a NotSentException is as near to Exception as that is to its
     * parent.
     */
    private static boolean mayComeAgain(Exchange exchange) {
        Exception failure = exchange.getProperty(Exchange.EXCEPTION_CAUGHT, Exception.class);
        if (failure instanceof WechatApiException refusal) {
            // no access token: the account's fault, or the network's
            return refusal.isRetryable() || refusal.getOperation().endsWith("AccessToken");
        }
        if (failure instanceof InvalidMaterialException invalid) {
            // the transfer broke off, or its writer is not done
            return invalid.getReason() == InvalidMaterialException.Reason.LENGTH;
        }
        return failure instanceof WechatMaterialException other && other.isRetryable();
    }
}
