package io.github.camelwechat.material.transport;

import java.util.List;

import org.apache.hc.core5.http.NameValuePair;

/**
 * One call of an interface, without the token.
 *
 * @param operation the interface by WeChat's name, for messages
 * @param path      below the account's apiUrl, with a leading slash
 * @param query     the parameters except the access token
 * @param body      null for GET
 */
public record ApiRequest(String operation, String path, List<NameValuePair> query, RequestBody body) {

    String method() {
        return body == null ? "GET" : "POST";
    }
}
