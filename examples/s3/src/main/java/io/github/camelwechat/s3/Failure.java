package io.github.camelwechat.s3;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import java.util.Set;

import io.github.camelwechat.material.error.WechatApiException;
import io.github.camelwechat.material.error.WechatMaterialException;
import org.apache.camel.Exchange;

/** What an upload ended in that did not succeed. */
final class Failure {

    /** WeChat's codes about the account, whatever the object: its quota, no right, not on the white list, frozen. */
    private static final Set<Integer> ABOUT_THE_ACCOUNT = Set.of(40164, 45009, 48001, 48004, 50002, 50004, 50007, 61004);

    private static final String LOOK_FIRST = "It may be in the library: look there before it is sent again.";

    private final Exception exception;

    private Failure(Exception exception) {
        this.exception = exception;
    }

    static Failure caught(Exchange exchange) {
        return new Failure(exchange.getProperty(Exchange.EXCEPTION_CAUGHT, Exception.class));
    }

    /**
     * {@return whether the object may not just come again: the reason lies in it, or it may have been stored} Camel
     * looks for handlers at causes too, so an exception's class alone does not choose the right one.
     */
    boolean isFinal() {
        if (exception instanceof WechatApiException refusal) {
            return !refusal.isRetryable() && !ABOUT_THE_ACCOUNT.contains(refusal.getErrcode())
                    && refusal.getOperation().equals("addMaterial");
        }
        return exception instanceof WechatMaterialException failure && !failure.isRetryable();
    }

    /** {@return what happened} */
    @Override
    public String toString() {
        return Objects.requireNonNullElse(exception.getMessage(), exception.toString());
    }

    /** {@return what the sidecar says} */
    Map<String, Object> facts() {
        Map<String, Object> facts = new LinkedHashMap<>();
        facts.put("reason", toString());
        if (exception instanceof WechatApiException refusal) {
            facts.put("errcode", refusal.getErrcode());
            facts.put("advice", refusal.getAdvice());
        }
        if (exception instanceof WechatMaterialException failure && failure.mayHaveTakenEffect()) {
            facts.put("advice", LOOK_FIRST);
        }
        return facts;
    }
}
