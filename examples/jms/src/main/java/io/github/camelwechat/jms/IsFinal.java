package io.github.camelwechat.jms;

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
        Exception failure = exchange.getProperty(Exchange.EXCEPTION_CAUGHT, Exception.class);
        return deliveries >= maxDeliveries || !(failure instanceof WechatMaterialException known && known.isRetryable());
    }
}
