package io.github.camelwechat.jms;

import java.util.Collections;
import java.util.Enumeration;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;

import jakarta.jms.JMSException;
import jakarta.jms.Message;

import org.apache.camel.Exchange;
import org.apache.camel.Processor;
import org.apache.camel.component.jms.JmsMessage;

/**
 * Writes on the JMS message itself what is known of its failure. All else of it stays as it came, whatever kind of
 * message it is.
 */
final class DeadLetter implements Processor {

    private static final Set<String> OURS = Set.of("errcode", "advice", "reason", "media_id", "url");

    @Override
    public void process(Exchange exchange) throws JMSException {
        Failure failure = Failure.of(exchange);
        Message message = exchange.getIn(JmsMessage.class).getJmsMessage();
        Map<String, Object> properties = properties(message);
        OURS.forEach(properties::remove);
        properties.put("advice", failure.advice());
        properties.put("reason", failure.reason());
        if (failure.errcode() != null) {
            properties.put("errcode", failure.errcode());
        }
        if (failure.stored() != null) {
            properties.put("media_id", failure.stored().mediaId());
            if (failure.stored().url() != null) {
                properties.put("url", failure.stored().url());
            }
        }
        // those of a message that has been received cannot be changed one by one
        message.clearProperties();
        for (Map.Entry<String, Object> property : properties.entrySet()) {
            message.setObjectProperty(property.getKey(), property.getValue());
        }
        message.setJMSCorrelationID(Correlation.of(exchange.getIn()));
    }

    private static Map<String, Object> properties(Message message) throws JMSException {
        Map<String, Object> properties = new HashMap<>();
        Enumeration<?> names = message.getPropertyNames();
        for (Object name : Collections.list(names)) {
            // but for the group, what begins with JMSX is the broker's
            if (name instanceof String text && (!text.startsWith("JMSX") || text.startsWith("JMSXGroup"))) {
                properties.put(text, message.getObjectProperty(text));
            }
        }
        return properties;
    }
}
