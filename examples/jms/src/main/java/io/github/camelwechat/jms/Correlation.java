package io.github.camelwechat.jms;

import org.apache.camel.Message;

/** By what the sender of a message recognises its result. */
final class Correlation {

    private Correlation() {
    }

    /** {@return the ID that the sender gave it, else the one that the broker gave it; as Camel does for replies} */
    static String of(Message message) {
        String chosen = message.getHeader("JMSCorrelationID", String.class);
        return chosen == null || chosen.isEmpty() ? message.getHeader("JMSMessageID", String.class) : chosen;
    }
}
