package io.github.camelwechat.jms;

import org.apache.camel.Exchange;

/**
 * How often a message is delivered before no more is tried.
 *
 * @param number below that of the broker
 */
record MaxDeliveries(int number) {

    boolean areReached(Exchange exchange) {
        return exchange.getIn().getHeader("JMSXDeliveryCount", 1, Integer.class) >= number;
    }
}
