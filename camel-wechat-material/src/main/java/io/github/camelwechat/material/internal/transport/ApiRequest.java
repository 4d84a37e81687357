package io.github.camelwechat.material.internal.transport;

import java.util.List;

import io.github.camelwechat.material.error.UnknownOutcomeException;
import org.apache.hc.core5.http.NameValuePair;
import org.jspecify.annotations.Nullable;

/**
 * One call of an interface, without the token.
 *
 * @param effect    what it does
 * @param operation the interface by WeChat's name, for messages
 * @param path      below the account's apiUrl, with a leading slash
 * @param query     the parameters except the access token
 * @param body      null for GET
 * @param answer    what the JSON of its answers may be
 */
public record ApiRequest(Effect effect, String operation, String path, List<NameValuePair> query, @Nullable RequestBody body,
        AnswerShape answer) {

    /** With an answer of a few fields. */
    public ApiRequest(
                      Effect effect, String operation, String path, List<NameValuePair> query, @Nullable RequestBody body) {
        this(effect, operation, path, query, body, AnswerShape.FLAT);
    }

    /** Without the query: there may be a secret in it. */
    @Override
    public String toString() {
        return "ApiRequest[operation=" + operation + "]";
    }

    /**
     * What is thrown when it has gone out whole, and what became of it is not known.
     *
     * @param why what happened then, to stand behind a "but"
     */
    public UnknownOutcomeException unknownOutcome(String why, @Nullable Throwable cause) {
        return new UnknownOutcomeException(
                operation + ": the request was sent, but " + why + ". " + effect.wayOut(), effect == Effect.CHANGE, cause);
    }

    String method() {
        return body == null ? "GET" : "POST";
    }
}
