package io.github.camelwechat.material.internal.transport;

import java.net.URI;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.function.Supplier;

import org.apache.hc.core5.http.HttpHost;
import org.apache.hc.core5.http.NameValuePair;
import org.jspecify.annotations.Nullable;

/** WeChat's API as one account reaches it: where, and how long it may be silent. Thread-safe. */
public final class WechatApi {

    private final HttpEngine engine;
    private final HttpHost target;
    private final String basePath;
    private final Secrets secrets;
    private final RequestTimeouts timeouts;
    private volatile @Nullable TokenSecrets latest;

    /** The secrets of requests with one access token, prepared once. */
    private record TokenSecrets(String accessToken, Secrets all) {
        /** Without the token. */
        @Override
        public String toString() {
            return "TokenSecrets";
        }
    }

    public WechatApi(HttpEngine engine, AccountSettings account) {
        this.engine = engine;
        this.target = target(account.apiUrl());
        this.basePath = account.apiUrl().getRawPath();
        this.secrets = Secrets.of(account);
        this.timeouts = RequestTimeouts.of(account);
    }

    private static HttpHost target(URI url) {
        String host = url.getHost();
        return new HttpHost(url.getScheme(), host.startsWith("[") ? host.substring(1, host.length() - 1) : host, url.getPort());
    }

    /**
     * Prepares a call whose answer is JSON; nothing happens before {@link ApiExchange#start}.
     *
     * @param accessToken for the query, or null for the interfaces that hand out tokens
     * @param released    called exactly once, when the connection is free again or gone
     */
    public ApiExchange<JsonAnswer> prepare(ApiRequest request, @Nullable String accessToken, Runnable released) {
        Answers answers = answers(request, accessToken);
        return exchange(answers, accessToken, () -> new JsonAnswerReader(answers), released);
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
        return exchange(answers, accessToken, () -> new SpoolingAnswerReader<>(answers, spools.get()), released);
    }

    private Answers answers(ApiRequest request, @Nullable String accessToken) {
        return new Answers(request, accessToken == null ? secrets : secretsWith(accessToken));
    }

    private Secrets secretsWith(String accessToken) {
        TokenSecrets known = latest;
        if (known == null || !known.accessToken().equals(accessToken)) {
            known = new TokenSecrets(accessToken, secrets.and(accessToken));
            latest = known;
        }
        return known.all();
    }

    private <A> ApiExchange<A> exchange(
            Answers answers, @Nullable String accessToken, Supplier<AnswerReader<A>> readers, Runnable released) {
        ApiRequest request = answers.request();
        CauseFilter causes = new CauseFilter(answers.secrets(), timeouts.config().getResponseTimeout());
        return new ApiExchange<>(engine, request, target, path(request, accessToken), readers, timeouts, causes, released);
    }

    private String path(ApiRequest request, @Nullable String accessToken) {
        StringBuilder path = new StringBuilder(basePath).append(request.path());
        char separator = '?';
        if (accessToken != null) {
            append(path, separator, "access_token", accessToken);
            separator = '&';
        }
        for (NameValuePair parameter : request.query()) {
            append(path, separator, parameter.getName(), parameter.getValue());
            separator = '&';
        }
        return path.toString();
    }

    private static void append(StringBuilder path, char separator, String name, String value) {
        path.append(separator).append(name).append('=').append(URLEncoder.encode(value, StandardCharsets.UTF_8));
    }
}
