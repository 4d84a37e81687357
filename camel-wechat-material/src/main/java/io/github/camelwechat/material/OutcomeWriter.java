package io.github.camelwechat.material;

import io.github.camelwechat.material.operation.Outcome;
import org.apache.camel.Exchange;
import org.apache.camel.Message;
import org.jspecify.annotations.Nullable;

/** Puts the outcome of an operation on the exchange. */
final class OutcomeWriter {

    private OutcomeWriter() {
    }

    static void write(Outcome outcome, Exchange exchange) {
        Message message = exchange.getMessage();
        // the producer has removed the old headers
        if (outcome instanceof Outcome.Result result) {
            message.setBody(result.body());
            setIfAny(message, WechatMaterialConstants.MEDIA_ID, result.mediaId());
            setIfAny(message, WechatMaterialConstants.URL, result.url());
        } else if (outcome instanceof Outcome.Fetched fetched) {
            message.setBody(MaterialStream.of(fetched.download(), exchange));
            message.setHeader(WechatMaterialConstants.FILE_NAME, fetched.fileName());
            setIfAny(message, Exchange.CONTENT_TYPE, fetched.contentType());
        }
    }

    private static void setIfAny(Message message, String header, @Nullable String value) {
        if (value != null) {
            message.setHeader(header, value);
        }
    }
}
