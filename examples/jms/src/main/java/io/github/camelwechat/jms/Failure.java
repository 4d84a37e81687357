package io.github.camelwechat.jms;

import io.github.camelwechat.material.error.InvalidMaterialException;
import io.github.camelwechat.material.error.UnexpectedAnswerException;
import io.github.camelwechat.material.error.UnknownOutcomeException;
import io.github.camelwechat.material.error.WechatApiException;
import io.github.camelwechat.material.error.WechatMaterialException;
import org.apache.camel.Exchange;
import org.jspecify.annotations.Nullable;

/**
 * What is said of an upload that failed.
 *
 * @param errcode what WeChat answered; null where it did not answer
 * @param advice  what to do
 * @param reason  what happened
 */
record Failure(@Nullable Integer errcode, String advice, String reason) {

    static Failure of(Exchange exchange) {
        Exception failure = exchange.getProperty(Exchange.EXCEPTION_CAUGHT, Exception.class);
        if (failure instanceof WechatApiException refusal) {
            return new Failure(refusal.getErrcode(), refusal.getAdvice(), refusal.getErrmsg());
        }
        return new Failure(null, advice(failure), String.valueOf(failure.getMessage()));
    }

    private static String advice(Exception failure) {
        if (failure instanceof UnknownOutcomeException || failure instanceof UnexpectedAnswerException) {
            return "Look first: it may be in the library.";
        }
        if (failure instanceof InvalidMaterialException || !(failure instanceof WechatMaterialException)) {
            return "Mend the message, and send it anew.";
        }
        return "Nothing was sent: send it again when the cause is mended.";
    }
}
