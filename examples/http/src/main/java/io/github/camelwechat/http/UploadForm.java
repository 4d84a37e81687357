package io.github.camelwechat.http;

import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

import io.github.camelwechat.material.WechatMaterialConstants;
import org.apache.camel.Exchange;
import org.apache.camel.Message;
import org.apache.camel.Processor;
import org.apache.camel.attachment.AttachmentMessage;
import org.jspecify.annotations.Nullable;

/** Takes the one file of a form, which the server has written to the disk, and what the form says of it. */
final class UploadForm implements Processor {

    static final String PART = "media";

    /** Fields of the form, and the headers that the component reads. */
    private static final Map<String, String> FIELDS = Map.of(
            "title", WechatMaterialConstants.TITLE,
            "introduction", WechatMaterialConstants.INTRODUCTION,
            "type", WechatMaterialConstants.TYPE);
    private static final Set<String> TYPES = Set.of("auto", "image", "voice", "video", "thumb");
    private static final String HOW = "Send multipart/form-data with one file in the part " + PART + ".";

    @Override
    public void process(Exchange exchange) throws RequestException {
        AttachmentMessage message = exchange.getMessage(AttachmentMessage.class);
        int files = message.getHeader(Exchange.ATTACHMENTS_SIZE, 0, Integer.class);
        if (files == 0) {
            throw refused("The form has no file.");
        }
        if (files > 1) {
            throw refused("The form has " + files + " files: one can be taken per request.");
        }
        if (!message.getAttachmentNames().contains(PART)) {
            throw refused("The file is not in the part " + PART + ".");
        }
        String fileName = message.getHeader(Exchange.FILE_NAME, String.class);
        Map<String, @Nullable String> described = new HashMap<>();
        for (Map.Entry<String, String> field : FIELDS.entrySet()) {
            described.put(field.getValue(), single(message, field.getKey()));
        }
        checkType(described.get(WechatMaterialConstants.TYPE));
        message.removeHeaders("*");
        message.setHeader(WechatMaterialConstants.FILE_NAME, fileName);
        described.forEach((header, value) -> {
            if (value != null) {
                message.setHeader(header, value);
            }
        });
    }

    private static @Nullable String single(Message message, String field) throws RequestException {
        Object value = message.getHeader(field);
        if (value != null && !(value instanceof String)) {
            throw refused("The form says " + field + " more than once.");
        }
        return (String) value;
    }

    /** By the component it would be refused in the same way as what is this side's fault. */
    private static void checkType(@Nullable String type) throws RequestException {
        if (type != null && !TYPES.contains(type.toLowerCase(Locale.ROOT))) {
            throw new RequestException(
                    new Problem(
                            400, "There is no type " + type + ".",
                            "Set type to image, voice, video or thumb, or leave it out."));
        }
    }

    private static RequestException refused(String error) {
        return new RequestException(new Problem(400, error, HOW));
    }
}
