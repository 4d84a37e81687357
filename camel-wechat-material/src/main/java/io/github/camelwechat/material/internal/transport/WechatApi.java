package io.github.camelwechat.material.internal.transport;

import java.net.URI;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Collection;
import java.util.function.Function;
import java.util.function.Supplier;

import io.github.camelwechat.material.internal.call.Call;
import io.github.camelwechat.material.internal.call.CallerThread;
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
    private final CloudHosting hosting;
    private volatile @Nullable AuthorizedSecrets latest;

    /** The secrets of requests with one authorization, prepared once. */
    private record AuthorizedSecrets(Authorization authorization, Secrets all) {
        /** None of them. */
        @Override
        public String toString() {
            return "AuthorizedSecrets";
        }
    }

    /**
     * Creates the API of one account.
     *
     * @param url             without a slash at its end
     * @param connectTimeout  for a new connection, TLS included
     * @param responseTimeout for silence on a connection
     * @param secrets         that no text may show, beside those of the proxy and of an authorization
     */
    public WechatApi(HttpEngine engine, URI url, Duration connectTimeout, Duration responseTimeout,
                     Collection<String> secrets) {
        this(engine, url, connectTimeout, responseTimeout, secrets, CloudHosting.NONE);
    }

    /** @param hosting part of WeChat's cloud hosting in the calls */
    public WechatApi(HttpEngine engine, URI url, Duration connectTimeout, Duration responseTimeout,
                     Collection<String> secrets, CloudHosting hosting) {
        this.engine = engine;
        this.target = target(url);
        this.basePath = url.getRawPath();
        this.secrets = Secrets.of(secrets, engine.proxy());
        this.timeouts = RequestTimeouts.of(connectTimeout, responseTimeout);
        this.hosting = hosting;
    }

    private static HttpHost target(URI url) {
        String host = url.getHost();
        return new HttpHost(url.getScheme(), host.startsWith("[") ? host.substring(1, host.length() - 1) : host, url.getPort());
    }

    /**
     * Begins a call whose answer is JSON.
     *
     * @param result   makes the result of the answer
     * @param caller   may look up a host name; otherwise the engine's thread does it
     * @param released called exactly once, when the connection is free again or gone
     */
    public <T extends @Nullable Object> Call<T> send(
            ApiRequest request, Authorization authorization, Function<JsonAnswer, T> result, CallerThread caller,
            Runnable released) {
        Answers answers = answersTo(request, authorization);
        return send(answers, authorization, () -> new JsonAnswerReader(answers), result, caller, released);
    }

    /**
     * Begins a call whose answer may be a file.
     *
     * @param spools give what takes in an answer; it is discarded unless the call ends with a result made of it
     * @see          #send
     */
    public <S extends AnswerSpool, T> Call<T> fetch(
            ApiRequest request, Authorization authorization, Supplier<S> spools, Function<BytesOrJson<S>, T> result,
            CallerThread caller, Runnable released) {
        Answers answers = answersTo(request, authorization);
        return send(
                answers, authorization, () -> new SpoolingAnswerReader<>(answers, spools.get()), result, caller, released);
    }

    private Answers answersTo(ApiRequest request, Authorization authorization) {
        return new Answers(request, secretsOf(request, authorization), hosting);
    }

    private Secrets secretsOf(ApiRequest request, Authorization authorization) {
        Secrets authorized = secretsWith(authorization);
        return request.secrets().isEmpty() ? authorized : authorized.and(request.secrets());
    }

    private Secrets secretsWith(Authorization authorization) {
        AuthorizedSecrets known = latest;
        if (known == null || !known.authorization().equals(authorization)) {
            known = new AuthorizedSecrets(authorization, secrets.and(authorization.secrets()));
            latest = known;
        }
        return known.all();
    }

    private <R, T extends @Nullable Object> Call<T> send(
            Answers answers, Authorization authorization, Supplier<AnswerReader<R>> readers, Function<R, T> result,
            CallerThread caller, Runnable released) {
        ApiRequest request = answers.request();
        HttpCall<R, T> call = new HttpCall<>(
                engine, answers, target, path(request, authorization), readers, result, timeouts, released);
        call.start(caller.isHere());
        return call.answer();
    }

    private String path(ApiRequest request, Authorization authorization) {
        StringBuilder path = new StringBuilder(basePath).append(request.called().path());
        char separator = '?';
        if (authorization.parameter() != null) {
            append(path, separator, authorization.parameter(), authorization.value());
            separator = '&';
        }
        for (NameValuePair parameter : request.query()) {
            append(path, separator, parameter.getName(), parameter.getValue());
            separator = '&';
        }
        return path.toString();
    }

    private static void append(StringBuilder path, char separator, String name, String value) {
        // WeChat's pages show the at sign as it is, between a token and an AppID, and a query may hold it
        path.append(separator).append(name).append('=')
                .append(URLEncoder.encode(value, StandardCharsets.UTF_8).replace("%40", "@"));
    }
}
