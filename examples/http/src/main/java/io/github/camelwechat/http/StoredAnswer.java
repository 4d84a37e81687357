package io.github.camelwechat.http;

import io.github.camelwechat.material.WechatMaterialConstants;
import org.apache.camel.Exchange;
import org.apache.camel.Message;
import org.apache.camel.Processor;

/** Answers with the new material. */
final class StoredAnswer implements Processor {

    @Override
    public void process(Exchange exchange) {
        Message message = exchange.getMessage();
        JsonAnswer.write(message, 201, JsonAnswer.stored(message.getHeader(WechatMaterialConstants.MEDIA_ID, String.class),
                message.getHeader(WechatMaterialConstants.URL, String.class)));
    }
}
