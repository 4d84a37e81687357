package io.github.camelwechat.ftp;

import java.util.Set;

import io.github.camelwechat.material.error.InvalidMaterialException;
import io.github.camelwechat.material.error.WechatApiException;
import io.github.camelwechat.material.error.WechatMaterialException;
import org.apache.camel.Exchange;
import org.apache.camel.builder.RouteBuilder;

/** Failure handling of routes that upload: a file that failed for good is moved, any other stays for the next poll. */
public final class FailurePolicy {

    /** WeChat's codes about the account, whatever the file: no right, not on the white list, frozen. */
    private static final Set<Integer> ABOUT_THE_ACCOUNT = Set.of(40164, 48001, 48004, 50002, 50004, 50007, 61004);

    private FailurePolicy() {
    }

    /** Adds the handlers for the routes that set the property folder. Call this before the first route. */
    public static void addTo(RouteBuilder routes) {
        // after any other failure the picture may be in the library: the file must not come again by itself
        routes.onException(Exception.class).onWhen(exchange -> uploads(exchange) && !mayComeAgain(exchange))
                .handled(true)
                .setProperty("folder", routes.constant(".failed"))
                .log("${header.CamelFileName} goes to .failed: ${exception.message}");

        routes.onException(WechatMaterialException.class).onWhen(exchange -> uploads(exchange) && mayComeAgain(exchange))
                .logExhausted(false)
                .log("${header.CamelFileName} stays for the next poll: ${exception.message}");
    }

    /** {@return whether the route moves its files to where the property says} */
    private static boolean uploads(Exchange exchange) {
        return exchange.getProperty("folder") != null;
    }

    /**
     * {@return whether nothing was stored, and the reason lies outside the file} Both handlers ask: Camel looks for the
     * nearest one at causes too, and an IOException below a NotSentException is as near to Exception as that is to its
     * parent.
     */
    private static boolean mayComeAgain(Exchange exchange) {
        Exception failure = exchange.getProperty(Exchange.EXCEPTION_CAUGHT, Exception.class);
        if (failure instanceof WechatApiException refusal) {
            // no access token: the fault is the account's or the network's
            return refusal.isRetryable() || refusal.getOperation().endsWith("AccessToken")
                    || ABOUT_THE_ACCOUNT.contains(refusal.getErrcode());
        }
        if (failure instanceof InvalidMaterialException invalid) {
            // the transfer broke off, or the file is still being written
            return invalid.getReason() == InvalidMaterialException.Reason.LENGTH;
        }
        return failure instanceof WechatMaterialException other && other.isRetryable();
    }
}
