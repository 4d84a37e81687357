package io.github.camelwechat.material;

import java.util.List;

import io.github.camelwechat.material.internal.client.Outcome;
import io.github.camelwechat.material.result.AuthorizationInfo;
import org.apache.camel.Exchange;
import org.apache.camel.Message;
import org.apache.camel.converter.stream.InputStreamCache;
import org.jspecify.annotations.Nullable;

/** Puts the outcome of an operation on the exchange. */
final class OutcomeWriter {

    /** HTTP headers that describe the replaced body. */
    private static final List<String> OF_THE_BODY
            = List.of(Exchange.CONTENT_TYPE, Exchange.CONTENT_LENGTH, Exchange.CONTENT_ENCODING);

    private static final String PLAIN_TEXT = "text/plain; charset=utf-8";

    private OutcomeWriter() {
    }

    static void write(Outcome outcome, Exchange exchange) {
        Message message = exchange.getMessage();
        // the producer has removed the old headers
        if (outcome instanceof Outcome.Result result) {
            replaceBody(message, result.body());
            setIfAny(message, WechatMaterialConstants.MEDIA_ID, result.mediaId());
            setIfAny(message, WechatMaterialConstants.URL, result.url());
            if (result.body() instanceof AuthorizationInfo) {
                message.removeHeader(WechatMaterialPlatformConstants.AUTH_CODE);
            }
        } else if (outcome instanceof Outcome.Fetched fetched) {
            replaceBody(message, MaterialStream.of(fetched.download(), exchange));
            message.setHeader(WechatMaterialConstants.FILE_NAME, fetched.fileName());
            setIfAny(message, Exchange.CONTENT_TYPE, fetched.contentType());
        } else if (outcome instanceof Outcome.Article rewritten) {
            writeArticle(rewritten, message);
        } else if (outcome instanceof Outcome.PushAnswer answer) {
            message.setBody(answer.body());
            message.setHeader(Exchange.CONTENT_TYPE, PLAIN_TEXT);
            message.setHeader(Exchange.HTTP_RESPONSE_CODE, answer.status());
            setIfAny(message, WechatMaterialPlatformConstants.INFO_TYPE, answer.infoType());
            setIfAny(message, WechatMaterialPlatformConstants.MERCHANT, answer.merchantId());
        }
    }

    /** Keeps the type of the content: it is the same article. */
    private static void writeArticle(Outcome.Article rewritten, Message message) {
        message.removeHeader(Exchange.CONTENT_LENGTH);
        message.setBody(rewritten.body() instanceof byte[] bytes && rewritten.stream()
                ? new InputStreamCache(bytes) : rewritten.body());
        message.setHeader(WechatMaterialConstants.PICTURES, rewritten.article().pictures());
        message.setHeader(WechatMaterialConstants.PICTURES_MISSING, rewritten.article().picturesMissing());
        message.setHeader(WechatMaterialConstants.CHARACTERS, rewritten.article().characters());
        message.setHeader(WechatMaterialConstants.WARNINGS, rewritten.article().warnings());
    }

    private static void replaceBody(Message message, Object body) {
        OF_THE_BODY.forEach(message::removeHeader);
        message.setBody(body);
    }

    private static void setIfAny(Message message, String header, @Nullable String value) {
        if (value != null) {
            message.setHeader(header, value);
        }
    }
}
