package io.github.camelwechat.material;

import java.io.File;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.util.Arrays;
import java.util.List;

import io.github.camelwechat.material.internal.media.Body;
import io.github.camelwechat.material.internal.media.MaterialType;
import io.github.camelwechat.material.internal.media.MediaRequest;
import io.github.camelwechat.material.internal.operation.AddMaterialRequest;
import io.github.camelwechat.material.internal.operation.BatchGetMaterialRequest;
import org.apache.camel.Exchange;
import org.apache.camel.Message;
import org.apache.camel.StreamCache;
import org.jspecify.annotations.Nullable;

/**
 * Reads what an exchange asks for, from its headers, then from the endpoint: the one place where that is decided.
 */
final class RequestReader {

    private static final String AUTO = "auto";
    private static final String NEWS = "news";
    /** As camel-aws2-s3 names them; that component is no dependency of this one. */
    private static final String S3_KEY = "CamelAwsS3Key";
    private static final String S3_LENGTH = "CamelAwsS3ContentLength";
    private static final String S3_PACKAGE = "software.amazon.awssdk.";
    /** What a body of another class is asked to become, in this order. */
    private static final List<Class<?>> CONVERTED = List.of(InputStream.class, byte[].class, File.class, ByteBuffer.class);

    private final WechatMaterialConfiguration configuration;
    private final boolean validate;
    private final boolean allowDeleteByHeader;

    RequestReader(WechatMaterialConfiguration configuration, boolean validate, boolean allowDeleteByHeader) {
        this.configuration = configuration;
        this.validate = validate;
        this.allowDeleteByHeader = allowDeleteByHeader;
    }

    AddMaterialRequest addMaterial(Exchange exchange) {
        Message message = exchange.getMessage();
        return new AddMaterialRequest(
                media(exchange, uploadType(type(message))),
                option(message, WechatMaterialConstants.TITLE, configuration.getTitle()),
                option(message, WechatMaterialConstants.INTRODUCTION, configuration.getIntroduction()));
    }

    MediaRequest uploadImage(Exchange exchange) {
        return media(exchange, MaterialType.ARTICLE_IMAGE);
    }

    String mediaId(WechatMaterialOperations operation, Message message) {
        return LibraryRequests.mediaId(operation, message);
    }

    BatchGetMaterialRequest batchGetMaterial(Message message) {
        return LibraryRequests.page(type(message), message);
    }

    private MediaRequest media(Exchange exchange, @Nullable MaterialType type) {
        Message message = exchange.getMessage();
        Body body = Body.of(message.getBody());
        long promised = promisedLength(message, body);
        boolean s3Stream = isS3Stream(body);
        return new MediaRequest(readable(body, exchange), type, fileName(message), promised, s3Stream, validate);
    }

    /**
     * What an earlier call left must not pass for the result of this one if it fails; what this one reads stays.
     *
     * @param operation null if there is no such operation
     */
    void removeOldResults(@Nullable WechatMaterialOperations operation, Message message) {
        if (operation != WechatMaterialOperations.getMaterial && operation != WechatMaterialOperations.delMaterial) {
            message.removeHeader(WechatMaterialConstants.MEDIA_ID);
        }
        message.removeHeader(WechatMaterialConstants.URL);
        if (operation == WechatMaterialOperations.getMaterial) {
            message.removeHeader(WechatMaterialConstants.FILE_NAME);
        }
    }

    /** @throws IllegalArgumentException if there is no such operation, or a message may not ask for it */
    WechatMaterialOperations operation(Message message) {
        String asked = askedOperation(message);
        if (asked == null) {
            return configuration.getOperation();
        }
        for (WechatMaterialOperations operation : WechatMaterialOperations.values()) {
            if (operation.name().equalsIgnoreCase(asked)) {
                requireAllowed(operation);
                return operation;
            }
        }
        removeOldResults(null, message);
        throw TextHeaders.unfit(
                WechatMaterialConstants.OPERATION, asked, "one of " + Arrays.toString(WechatMaterialOperations.values()));
    }

    private @Nullable String askedOperation(Message message) {
        try {
            return new TextHeaders(message).word(WechatMaterialConstants.OPERATION);
        } catch (IllegalArgumentException e) {
            removeOldResults(null, message);
            throw e;
        }
    }

    private void requireAllowed(WechatMaterialOperations operation) {
        if (operation == WechatMaterialOperations.delMaterial && configuration.getOperation() != operation
                && !allowDeleteByHeader) {
            throw new IllegalArgumentException(
                    "The header " + WechatMaterialConstants.OPERATION + " asks for delMaterial, which this endpoint does not"
                                               + " allow: what is deleted is gone. Set operation=delMaterial or"
                                               + " allowDeleteByHeader=true on it.");
        }
    }

    /** @throws IllegalArgumentException if the option has none of its values */
    static void requireType(String name) {
        if (!NEWS.equalsIgnoreCase(name)) {
            uploadType(name);
        }
    }

    /**
     * @return                          null for auto
     * @throws IllegalArgumentException if nothing can be uploaded as that
     */
    private static @Nullable MaterialType uploadType(String name) {
        if (NEWS.equalsIgnoreCase(name)) {
            throw new IllegalArgumentException(
                    "The type news is for batchGetMaterial; to upload set it to auto, image, voice, video or thumb");
        }
        return AUTO.equalsIgnoreCase(name) ? null : MaterialType.of(name);
    }

    private String type(Message message) {
        String asked = new TextHeaders(message).word(WechatMaterialConstants.TYPE);
        return asked != null ? asked : configuration.getType();
    }

    private @Nullable String fileName(Message message) {
        TextHeaders headers = new TextHeaders(message);
        String wanted = headers.fileName(WechatMaterialConstants.FILE_NAME);
        if (wanted == null) {
            wanted = configuration.getFileName();
        }
        if (wanted == null) {
            wanted = headers.fileName(Exchange.FILE_NAME);
        }
        return wanted != null ? wanted : headers.fileName(S3_KEY);
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
     * A read of its file may hang, and end only when the exchange has gone on: then it must not move the position of
     * the exchange's own.
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

    private static long promisedLength(Message message, Body body) {
        if (body instanceof Body.Wrapped || body instanceof Body.LocalFile) {
            return -1;
        }
        long length = length(message, isS3Stream(body) ? S3_LENGTH : Exchange.FILE_LENGTH);
        return length >= 0 ? length : length(message, S3_LENGTH);
    }

    /** {@return -1 for none} */
    private static long length(Message message, String header) {
        String value = new TextHeaders(message).word(header);
        if (value == null) {
            return -1;
        }
        try {
            return Long.parseLong(value);
        } catch (NumberFormatException e) {
            throw TextHeaders.unfit(header, value, "the length of the body in bytes");
        }
    }

    /** Only S3's own stream is what S3's header speaks of; a body that a step of the route has made is another one. */
    private static boolean isS3Stream(Body body) {
        return body instanceof Body.Streamed streamed && streamed.stream().getClass().getName().startsWith(S3_PACKAGE);
    }

    private static @Nullable String option(Message message, String header, @Nullable String configured) {
        String value = new TextHeaders(message).text(header);
        return value != null ? value : configured;
    }
}
