package io.github.camelwechat.jms;

import java.util.Map;

import org.apache.camel.Exchange;
import org.apache.camel.Message;
import org.apache.camel.support.LRUCacheFactory;
import org.jspecify.annotations.Nullable;

/**
 * What became of the last messages. One whose result or reply cannot be sent, or whose commit fails, comes again, and
 * is not uploaded again.
 */
final class Outcomes {

    /** With an ID, a media_id and a URL each, some megabytes. */
    private static final int MOST = 10_000;
    private static final String RECALLED = "outcomeRecalled";

    private final Map<String, Stored> stored = LRUCacheFactory.newLRUCache(MOST);
    private final Map<String, Failure> failed = LRUCacheFactory.newLRUCache(MOST);
    private final MaxDeliveries maxDeliveries;

    /** @param maxDeliveries from which on nobody is told what is known already */
    Outcomes(MaxDeliveries maxDeliveries) {
        this.maxDeliveries = maxDeliveries;
    }

    /** Puts a result that is known already where the upload would have put it. */
    void recall(Exchange exchange) throws RecalledException {
        Message message = exchange.getMessage();
        String id = id(message);
        if (id == null) {
            return;
        }
        Failure end = failed.get(id);
        if (end != null) {
            exchange.setProperty(RECALLED, true);
            throw new RecalledException(end);
        }
        Stored result = stored.get(id);
        if (result != null) {
            exchange.setProperty(RECALLED, true);
            if (!mayBeTold(exchange)) {
                throw new RecalledException(Failure.untold(result));
            }
            result.writeTo(message);
        }
    }

    /** {@return whether this message has not come to an end before, as far as is known} */
    boolean isNew(Exchange exchange) {
        return exchange.getProperty(RECALLED) == null;
    }

    /** {@return whether its end may be told: what cannot be sent is tried again, but not for ever} */
    boolean mayBeTold(Exchange exchange) {
        return isNew(exchange) || !maxDeliveries.areReached(exchange);
    }

    void rememberStored(Exchange exchange) {
        Message message = exchange.getMessage();
        String id = id(message);
        if (id != null) {
            stored.put(id, Stored.of(message));
        }
    }

    void rememberFailure(Exchange exchange) {
        String id = id(exchange.getMessage());
        if (id != null) {
            failed.put(id, Failure.of(exchange));
        }
    }

    /** {@return null if its sender wants it to have none} */
    private static @Nullable String id(Message message) {
        return message.getHeader("JMSMessageID", String.class);
    }
}
