package io.github.camelwechat.springboot;

import io.github.camelwechat.material.error.InvalidMaterialException;
import io.github.camelwechat.material.error.WechatMaterialException;
import org.apache.camel.Exchange;
import org.apache.camel.Message;
import org.apache.camel.Processor;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Answers a request whose upload has failed. The body says whether the file can be in the library; an answer without
 * such a body, as the server gives when it is stopped by force, says nothing of that.
 */
final class FailureAnswer implements Processor {

    private static final Logger LOG = LoggerFactory.getLogger(FailureAnswer.class);
    private static final int RETRY_SECONDS = 5;

    /**
     * The body of the answer, as JSON.
     *
     * @param stored {@code no} or {@code unknown}
     * @param error  what is wrong, or what to do
     */
    record Body(String stored, String error) {
    }

    @Override
    public void process(Exchange exchange) {
        Exception failure = exchange.getProperty(Exchange.EXCEPTION_CAUGHT, Exception.class);
        Message message = exchange.getMessage();
        message.removeHeaders("*");
        message.setHeader(Exchange.CONTENT_TYPE, "application/json");
        if (failure instanceof InvalidMaterialException invalid) {
            answer(message, 422, "no", String.valueOf(invalid.getMessage()));
            return;
        }
        // it is about this side, so the client learns no more than what to do
        LOG.warn("{}", failure.toString());
        if (!(failure instanceof WechatMaterialException upload) || upload.mayHaveTakenEffect()) {
            answer(message, 504, "unknown", "Look into the library before you send the file again.");
        } else if (upload.isRetryable()) {
            message.setHeader("Retry-After", RETRY_SECONDS);
            answer(message, 503, "no", "Send the file again later.");
        } else {
            answer(message, 502, "no", "WeChat refuses it; the log of this service says why.");
        }
    }

    private static void answer(Message message, int status, String stored, String error) {
        message.setHeader(Exchange.HTTP_RESPONSE_CODE, status);
        message.setBody(new Body(stored, error));
    }
}
