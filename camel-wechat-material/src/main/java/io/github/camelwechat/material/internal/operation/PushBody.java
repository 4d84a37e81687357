package io.github.camelwechat.material.internal.operation;

import java.io.ByteArrayInputStream;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.function.Function;

import io.github.camelwechat.material.internal.platform.PushReader;
import io.github.camelwechat.material.internal.platform.PushResult;
import io.github.camelwechat.material.internal.platform.Refusal;
import org.apache.camel.Exchange;
import org.apache.camel.StreamCache;

/** Body of a push in the forms that consumers of HTTP give it. */
final class PushBody {

    private PushBody() {
    }

    /**
     * Reads a body as bytes, whatever its charset is said to be.
     *
     * @param reader gets a stream that is to be left open
     */
    static PushResult read(Exchange exchange, Function<InputStream, PushResult> reader) {
        Object body = exchange.getMessage().getBody();
        if (body instanceof Map) {
            // a consumer has made fields of it
            return new PushResult.Refused(Refusal.FORM);
        }
        try {
            if (body instanceof StreamCache cache) {
                // a step before may have read it
                cache.reset();
            }
            if (body instanceof InputStream stream) {
                return reader.apply(stream);
            }
            try (InputStream stream = opened(exchange, body)) {
                return stream == null ? unreadable() : reader.apply(stream);
            }
        } catch (Exception e) {
            // of the server, for a sender that goes away or breaks the rules of HTTP, or of a converter
            return unreadable();
        }
    }

    private static InputStream opened(Exchange exchange, Object body) {
        if (body == null) {
            return InputStream.nullInputStream();
        } else if (body instanceof byte[] bytes) {
            return new ByteArrayInputStream(bytes);
        } else if (body instanceof String text) {
            // no byte more than is read: each character has one at least
            String start = text.substring(0, Math.min(text.length(), PushReader.MAX_BODY_BYTES + 1));
            return new ByteArrayInputStream(start.getBytes(StandardCharsets.UTF_8));
        }
        return exchange.getContext().getTypeConverter().tryConvertTo(InputStream.class, exchange, body);
    }

    private static PushResult unreadable() {
        return new PushResult.Refused(Refusal.BODY_UNREADABLE);
    }
}
