package io.github.camelwechat.jms;

import org.apache.camel.Exchange;
import org.apache.camel.Message;
import org.apache.camel.Processor;

/** Adds to the message that failed what is known of its failure. Its body and its properties are as they came. */
final class DeadLetter implements Processor {

    @Override
    public void process(Exchange exchange) {
        Failure failure = Failure.of(exchange);
        Message message = exchange.getMessage();
        message.setHeader("advice", failure.advice());
        message.setHeader("reason", failure.reason());
        if (failure.errcode() == null) {
            message.removeHeader("errcode");
        } else {
            message.setHeader("errcode", failure.errcode());
        }
        message.setHeader("JMSCorrelationID", Correlation.of(message));
    }
}
