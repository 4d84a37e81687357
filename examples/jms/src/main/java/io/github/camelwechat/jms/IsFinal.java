package io.github.camelwechat.jms;

import java.util.Set;

import io.github.camelwechat.material.error.WechatApiException;
import io.github.camelwechat.material.error.WechatMaterialException;
import org.apache.camel.Exchange;
import org.apache.camel.Predicate;

/** Predicate of failed messages that are not delivered again: they may not be, or have been often enough. */
final class IsFinal implements Predicate {

    /** WeChat's codes about the account, whatever the message: no right, not on the white list, frozen. */
    private static final Set<Integer> ABOUT_THE_ACCOUNT = Set.of(40164, 48001, 48004, 50002, 50004, 50007, 61004);

    private final MaxDeliveries maxDeliveries;

    IsFinal(MaxDeliveries maxDeliveries) {
        this.maxDeliveries = maxDeliveries;
    }

    @Override
    public boolean matches(Exchange exchange) {
        Exception failure = exchange.getProperty(Exchange.EXCEPTION_CAUGHT, Exception.class);
        return maxDeliveries.areReached(exchange)
                || !(failure instanceof WechatMaterialException known && (known.isRetryable() || isAboutTheAccount(known)));
    }

    /** {@return whether WeChat gave no access token, or refused the account, which can be corrected in time} */
    private static boolean isAboutTheAccount(WechatMaterialException failure) {
        return failure instanceof WechatApiException refusal
                && (refusal.getOperation().endsWith("AccessToken") || ABOUT_THE_ACCOUNT.contains(refusal.getErrcode()));
    }
}
