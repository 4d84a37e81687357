package io.github.camelwechat.material.transport;

import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.function.Supplier;
import java.util.stream.Stream;

import com.fasterxml.jackson.databind.JsonNode;
import org.apache.hc.core5.http.NameValuePair;
import org.apache.hc.core5.http.message.BasicNameValuePair;
import org.apache.hc.core5.net.WWWFormCodec;
import org.apache.hc.core5.util.Timeout;

/** WeChat's API as one account reaches it: where, and how long it may be silent. Thread-safe. */
public final class WechatApi {

    private final HttpEngine engine;
    private final URI apiUrl;
    private final String secret;
    private final Timeout responseTimeout;

    public WechatApi(HttpEngine engine, AccountSettings account) {
        this.engine = engine;
        this.apiUrl = account.apiUrl();
        this.secret = account.secret();
        this.responseTimeout = Timeout.of(account.responseTimeout());
    }

    /**
     * Prepares a call whose answer is JSON; nothing happens before {@link ApiExchange#start()}.
     *
     * @param accessToken for the query, or null for the interfaces that hand out tokens
     * @param released    called exactly once, when the connection is free again or gone
     */
    public ApiExchange<JsonNode> prepare(ApiRequest request, String accessToken, Runnable released) {
        Answers answers = answers(request, accessToken);
        return exchange(request, accessToken, () -> new JsonAnswerReader(answers), released);
    }

    /**
     * Prepares a call whose answer may be a file.
     *
     * @param spools give what takes in an answer; it is discarded unless it holds a file that was handed on
     * @see          #prepare
     */
    public <S extends AnswerSpool> ApiExchange<BytesOrJson<S>> prepareDownload(
            ApiRequest request, Supplier<S> spools, String accessToken, Runnable released) {
        Answers answers = answers(request, accessToken);
        return exchange(request, accessToken, () -> new SpoolingAnswerReader<>(answers, spools.get()), released);
    }

    private Answers answers(ApiRequest request, String accessToken) {
        return new Answers(request.operation(), Stream.of(accessToken, secret).filter(Objects::nonNull).toList());
    }

    private <A> ApiExchange<A> exchange(
            ApiRequest request, String accessToken, Supplier<AnswerReader<A>> readers, Runnable released) {
        return new ApiExchange<>(engine, request, address(request, accessToken), readers, responseTimeout, released);
    }

    private URI address(ApiRequest request, String accessToken) {
        List<NameValuePair> query = new ArrayList<>();
        if (accessToken != null) {
            query.add(new BasicNameValuePair("access_token", accessToken));
        }
        query.addAll(request.query());
        String suffix = query.isEmpty() ? "" : "?" + WWWFormCodec.format(query, StandardCharsets.UTF_8);
        return URI.create(apiUrl + request.path() + suffix);
    }

}
