package io.github.camelwechat.material;

import java.util.Arrays;

import io.github.camelwechat.material.internal.media.MaterialType;
import io.github.camelwechat.material.internal.media.MediaRequest;
import io.github.camelwechat.material.internal.media.UploadRule;
import io.github.camelwechat.material.internal.operation.AddMaterialRequest;
import io.github.camelwechat.material.internal.operation.BatchGetMaterialRequest;
import io.github.camelwechat.material.internal.operation.MessageMedia;
import io.github.camelwechat.material.internal.operation.TextHeaders;
import org.apache.camel.Exchange;
import org.apache.camel.Message;
import org.jspecify.annotations.Nullable;

/**
 * Reads what an exchange asks for, from its headers, then from the endpoint: the one place where that is decided.
 */
final class RequestReader {

    private static final String AUTO = "auto";
    private static final String NEWS = "news";

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
                media(exchange, uploadRule(type(message))),
                option(message, WechatMaterialConstants.TITLE, configuration.getTitle()),
                option(message, WechatMaterialConstants.INTRODUCTION, configuration.getIntroduction()));
    }

    MediaRequest uploadImage(Exchange exchange) {
        return media(exchange, UploadRule.ARTICLE_IMAGE);
    }

    String mediaId(WechatMaterialOperations operation, Message message) {
        return LibraryRequests.mediaId(operation, message);
    }

    BatchGetMaterialRequest batchGetMaterial(Message message) {
        return LibraryRequests.page(type(message), message);
    }

    private MediaRequest media(Exchange exchange, @Nullable UploadRule rule) {
        return MessageMedia.read(exchange, rule, configuration.getFileName(), validate);
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
            uploadRule(name);
        }
    }

    /**
     * @return                          null for auto
     * @throws IllegalArgumentException if nothing can be uploaded as that
     */
    private static @Nullable UploadRule uploadRule(String name) {
        if (NEWS.equalsIgnoreCase(name)) {
            throw new IllegalArgumentException(
                    "The type news is for batchGetMaterial; to upload set it to auto, image, voice, video or thumb");
        }
        return AUTO.equalsIgnoreCase(name) ? null : MaterialType.of(name).rule();
    }

    private String type(Message message) {
        String asked = new TextHeaders(message).word(WechatMaterialConstants.TYPE);
        return asked != null ? asked : configuration.getType();
    }

    private static @Nullable String option(Message message, String header, @Nullable String configured) {
        String value = new TextHeaders(message).text(header);
        return value != null ? value : configured;
    }
}
