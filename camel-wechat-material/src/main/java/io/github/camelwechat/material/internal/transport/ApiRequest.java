package io.github.camelwechat.material.internal.transport;

import java.util.List;
import java.util.Set;

import io.github.camelwechat.material.error.UnknownOutcomeException;
import io.github.camelwechat.material.internal.call.WechatInterface;
import org.apache.hc.core5.http.NameValuePair;
import org.jspecify.annotations.Nullable;

/**
 * One call of an interface, without its authorization.
 *
 * @param called  the interface
 * @param query   the parameters, except the one of its authorization
 * @param body    null for GET
 * @param answer  what the JSON of its answers may be
 * @param secrets in query or body that no text may show, beside those of the account
 */
public record ApiRequest(
        WechatInterface called, List<NameValuePair> query, @Nullable RequestBody body, AnswerShape answer,
        Set<String> secrets) {

    /** With an answer of a few fields. */
    public ApiRequest(WechatInterface called, List<NameValuePair> query, @Nullable RequestBody body) {
        this(called, query, body, AnswerShape.flat(called));
    }

    /** Without secrets of its own. */
    public ApiRequest(WechatInterface called, List<NameValuePair> query, @Nullable RequestBody body, AnswerShape answer) {
        this(called, query, body, answer, Set.of());
    }

    /** {@return the interface by WeChat's name, for texts} */
    String operation() {
        return called.wechatName();
    }

    /** Without the query: there may be a secret in it. */
    @Override
    public String toString() {
        return "ApiRequest[operation=" + operation() + "]";
    }

    /**
     * Returns the failure of a request that has gone out whole, and whose outcome is not known.
     *
     * @param why what happened then, to stand behind a "but"
     */
    public UnknownOutcomeException unknownOutcome(String why, @Nullable Throwable cause) {
        return new UnknownOutcomeException(
                operation() + ": the request was sent, but " + why + ". " + called.advice(), called.changing(), cause);
    }

    String method() {
        return body == null ? "GET" : "POST";
    }
}
