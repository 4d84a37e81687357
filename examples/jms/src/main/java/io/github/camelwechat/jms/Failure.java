package io.github.camelwechat.jms;

import io.github.camelwechat.material.error.InvalidMaterialException;
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
 * @param stored  what is in the library all the same; null if nothing is, or it is not known
 */
record Failure(@Nullable Integer errcode, String advice, String reason, @Nullable Stored stored) {

    static Failure of(Exchange exchange) {
        Exception failure = exchange.getProperty(Exchange.EXCEPTION_CAUGHT, Exception.class);
        if (failure instanceof RecalledException recalled) {
            return recalled.failure();
        }
        if (failure instanceof WechatApiException refusal) {
            return new Failure(refusal.getErrcode(), refusal.getAdvice(), refusal.getErrmsg(), null);
        }
        return new Failure(null, advice(failure), String.valueOf(failure.getMessage()), null);
    }

    static Failure untold(Stored stored) {
        return new Failure(
                null, "It is in the library: do not send it again.", "Its result could not be sent where it belongs.", stored);
    }

    private static String advice(Exception failure) {
        if (failure instanceof WechatMaterialException known && known.mayHaveTakenEffect()) {
            return "Look first: it may be in the library.";
        }
        if (failure instanceof InvalidMaterialException || !(failure instanceof WechatMaterialException)) {
            return "Mend the message, and send it anew.";
        }
        return "Nothing was sent: send it again when the cause is mended.";
    }
}
