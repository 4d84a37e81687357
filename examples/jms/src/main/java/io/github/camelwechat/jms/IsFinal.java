package io.github.camelwechat.jms;

import io.github.camelwechat.material.error.WechatMaterialException;
import org.apache.camel.Exchange;
import org.apache.camel.Predicate;

/** Whether a message that has failed is not to be delivered again: it may not be, or has been often enough. */
final class IsFinal implements Predicate {

    private final MaxDeliveries maxDeliveries;

    IsFinal(MaxDeliveries maxDeliveries) {
        this.maxDeliveries = maxDeliveries;
    }

    @Override
    public boolean matches(Exchange exchange) {
        Exception failure = exchange.getProperty(Exchange.EXCEPTION_CAUGHT, Exception.class);
        return maxDeliveries.areReached(exchange)
                || !(failure instanceof WechatMaterialException known && known.isRetryable());
    }
}
