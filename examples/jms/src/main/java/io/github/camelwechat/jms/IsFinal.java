package io.github.camelwechat.jms;

import io.github.camelwechat.material.error.InvalidMaterialException;
import io.github.camelwechat.material.error.UnexpectedAnswerException;
import io.github.camelwechat.material.error.UnknownOutcomeException;
import io.github.camelwechat.material.error.WechatApiException;
import io.github.camelwechat.material.error.WechatMaterialException;
import org.apache.camel.Exchange;
import org.apache.camel.Predicate;

/** Whether a message that has failed is not to be delivered again: it may not be, or has been often enough. */
final class IsFinal implements Predicate {

    private final int maxDeliveries;

    IsFinal(int maxDeliveries) {
        this.maxDeliveries = maxDeliveries;
    }

    @Override
    public boolean matches(Exchange exchange) {
        int deliveries = exchange.getIn().getHeader("JMSXDeliveryCount", 1, Integer.class);
        return deliveries >= maxDeliveries
                || !mayBeSentAgain(exchange.getProperty(Exchange.EXCEPTION_CAUGHT, Exception.class));
    }

    private static boolean mayBeSentAgain(Exception failure) {
        if (failure instanceof WechatApiException refusal) {
            return refusal.isRetryable();
        }
        return failure instanceof WechatMaterialException && !(failure instanceof InvalidMaterialException)
                && !(failure instanceof UnknownOutcomeException) && !(failure instanceof UnexpectedAnswerException);
    }
}
