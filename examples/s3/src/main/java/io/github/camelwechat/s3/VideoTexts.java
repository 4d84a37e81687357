package io.github.camelwechat.s3;

import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;

import io.github.camelwechat.material.WechatMaterialConstants;
import org.apache.camel.Exchange;
import org.apache.camel.Message;
import org.apache.camel.Processor;
import org.jspecify.annotations.Nullable;

/** Takes title and introduction of a video from the object's metadata, where they are percent-encoded UTF-8. */
final class VideoTexts implements Processor {

    @Override
    public void process(Exchange exchange) {
        ObjectVersion version = ObjectVersion.of(exchange);
        set(exchange.getMessage(), WechatMaterialConstants.TITLE, version.title());
        set(exchange.getMessage(), WechatMaterialConstants.INTRODUCTION, version.introduction());
    }

    private static void set(Message message, String header, @Nullable String text) {
        if (text != null) {
            message.setHeader(header, decoded(text));
        }
    }

    /** A text that is not encoded, as "50 % off", stays as it is. */
    private static String decoded(String text) {
        try {
            // the decoder is one of forms, where a plus is a space
            return URLDecoder.decode(text.replace("+", "%2B"), StandardCharsets.UTF_8);
        } catch (IllegalArgumentException e) {
            return text;
        }
    }
}
