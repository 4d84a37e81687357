package io.github.camelwechat.material.internal.operation;

import java.io.File;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.util.List;
import java.util.function.Supplier;

import io.github.camelwechat.material.WechatMaterialConstants;
import io.github.camelwechat.material.internal.media.Body;
import io.github.camelwechat.material.internal.media.MediaRequest;
import io.github.camelwechat.material.internal.media.UploadRule;
import org.apache.camel.Exchange;
import org.apache.camel.Message;
import org.apache.camel.StreamCache;
import org.jspecify.annotations.Nullable;

/** Reader of the media in a message: its body, file name and promised length. */
public final class MessageMedia {

    /** Target classes of the conversion of a body of another class, in this order. */
    private static final List<Class<?>> CONVERTED = List.of(InputStream.class, byte[].class, File.class, ByteBuffer.class);
    /** As camel-aws2-s3 names it; that component is no dependency of this one. */
    private static final String S3_KEY = "CamelAwsS3Key";

    private MessageMedia() {
    }

    /**
     * Reads the media of an exchange's message.
     *
     * @param  rule                     for the upload; null for auto
     * @param  fileName                 of the endpoint: after our own header, before those of the sources
     * @param  validate                 as in {@link MediaRequest}
     * @throws IllegalArgumentException if a header does not have what it should
     */
    static MediaRequest read(
            Exchange exchange, @Nullable UploadRule rule, @Nullable String fileName, boolean validate) {
        Message message = exchange.getMessage();
        Body body = Body.of(message.getBody());
        LengthHint own = LengthHint.ALL.stream().filter(hint -> hint.isOf(body)).findFirst().orElse(null);
        long promised = own != null ? length(message, own) : foreignLength(message, body);
        return new MediaRequest(readable(body, exchange), rule, fileName(message, fileName), promised, own != null, validate);
    }

    /**
     * Reads something, and closes the body if that fails: nobody else closes a stream that is not read. S3's, with
     * autocloseBody=false, would hold its connection.
     */
    static <T> T orClose(Exchange exchange, Supplier<T> reading) {
        try {
            return reading.get();
        } catch (RuntimeException | Error e) {
            close(exchange.getMessage());
            throw e;
        }
    }

    /** Closes the body, if it is a stream that nobody else closes. */
    public static void close(Message message) {
        if (message.getBody() instanceof InputStream stream && !(stream instanceof StreamCache)) {
            try {
                stream.close();
            } catch (IOException e) {
                // it was not read
            }
        }
    }

    private static @Nullable String fileName(Message message, @Nullable String configured) {
        TextHeaders headers = new TextHeaders(message);
        String name = headers.fileName(WechatMaterialConstants.FILE_NAME);
        if (name == null) {
            name = configured;
        }
        if (name == null) {
            name = headers.fileName(Exchange.FILE_NAME);
        }
        return name != null ? name : headers.fileName(S3_KEY);
    }

    private static long foreignLength(Message message, Body body) {
        // files have a length
        if (body instanceof Body.Wrapped || body instanceof Body.LocalFile) {
            return -1;
        }
        for (LengthHint hint : LengthHint.ALL) {
            long length = length(message, hint);
            if (length >= 0) {
                return length;
            }
        }
        return -1;
    }

    /** {@return -1 for none} */
    private static long length(Message message, LengthHint hint) {
        String value = new TextHeaders(message).word(hint.header());
        if (value == null) {
            return -1;
        }
        try {
            return Long.parseLong(value);
        } catch (NumberFormatException e) {
            throw TextHeaders.unfit(hint.header(), value, "the length of the body in bytes");
        }
    }

    private static Body readable(Body body, Exchange exchange) {
        if (body instanceof Body.Cached cached && !cached.cache().inMemory()) {
            return Body.of(ownCopy(cached.cache(), exchange));
        }
        if (body instanceof Body.Other) {
            for (Class<?> kind : CONVERTED) {
                Object converted = exchange.getContext().getTypeConverter()
                        .tryConvertTo(kind, exchange, exchange.getMessage().getBody());
                if (converted != null) {
                    return Body.of(converted);
                }
            }
        }
        return body;
    }

    /**
     * Returns a copy with a position of its own. A read of the cache's file may hang, and end only after the exchange
     * has continued: then it must not move the position of the exchange's own cache.
     */
    private static Object ownCopy(StreamCache cache, Exchange exchange) {
        try {
            cache.reset();
            StreamCache copy = cache.copy(exchange);
            if (copy != null && copy != cache) {
                return copy;
            }
        } catch (IOException | RuntimeException e) {
            // said when it is read
        }
        return cache instanceof InputStream stream ? new UncopiedStream(stream, cache) : cache;
    }

    /** Plain stream over a cache that cannot be copied: it is spooled, and its close resets the cache. */
    private static final class UncopiedStream extends FilterInputStream {

        private final StreamCache cache;

        UncopiedStream(InputStream stream, StreamCache cache) {
            super(stream);
            this.cache = cache;
        }

        @Override
        public void close() {
            cache.reset();
        }
    }
}
