package io.github.camelwechat.material;

import io.github.camelwechat.material.operation.Outcome;
import org.apache.camel.Exchange;
import org.apache.camel.Message;

/** Puts the outcome of an operation on the exchange. */
final class OutcomeWriter {

    private OutcomeWriter() {
    }

    static void write(Outcome outcome, Exchange exchange) {
        Message message = exchange.getMessage();
        if (outcome.download() != null) {
            message.setBody(MaterialStream.of(outcome.download(), exchange));
        } else if (outcome.body() != null) {
            message.setBody(outcome.body());
        }
        // the producer has removed the old ones
        setIfAny(message, WechatMaterialConstants.MEDIA_ID, outcome.mediaId());
        setIfAny(message, WechatMaterialConstants.URL, outcome.url());
        setIfAny(message, WechatMaterialConstants.FILE_NAME, outcome.fileName());
        setIfAny(message, Exchange.CONTENT_TYPE, outcome.contentType());
    }

    private static void setIfAny(Message message, String header, String value) {
        if (value != null) {
            message.setHeader(header, value);
        }
    }
}
