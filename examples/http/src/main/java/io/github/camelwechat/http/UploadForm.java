package io.github.camelwechat.http;

import java.util.HashMap;
import java.util.Map;

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

    private static RequestException refused(String error) {
        return new RequestException(new Problem(400, error, HOW));
    }
}
