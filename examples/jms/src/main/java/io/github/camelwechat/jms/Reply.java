package io.github.camelwechat.jms;

import jakarta.jms.Destination;

import org.apache.camel.Exchange;
import org.apache.camel.Message;
import org.apache.camel.component.jms.JmsConstants;
import org.jspecify.annotations.Nullable;

/** Where what is told of a message goes: to whom it names, else to where the endpoint leads. */
final class Reply {

    private Reply() {
    }

    static boolean isWanted(Exchange exchange) {
        return to(exchange.getMessage()) != null;
    }

    /** Makes the answer to a message of the message itself, whose body is the answer's already. */
    static void address(Message message) {
        Destination replyTo = to(message);
        message.setHeader("JMSCorrelationID", Correlation.of(message));
        // the properties of what was uploaded are none of the answer's
        message.removeHeaders("*", "JMSCorrelationID");
        if (replyTo != null) {
            message.setHeader(JmsConstants.JMS_DESTINATION, replyTo);
        }
    }

    private static @Nullable Destination to(Message message) {
        return message.getHeader("JMSReplyTo", Destination.class);
    }
}
