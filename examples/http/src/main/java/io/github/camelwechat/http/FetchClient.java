package io.github.camelwechat.http;

import java.io.IOException;
import java.util.concurrent.ScheduledExecutorService;

import org.apache.camel.component.http.HttpClientConfigurer;
import org.apache.hc.client5.http.DnsResolver;
import org.apache.hc.client5.http.classic.ExecChain;
import org.apache.hc.client5.http.config.ConnectionConfig;
import org.apache.hc.client5.http.impl.classic.HttpClientBuilder;
import org.apache.hc.client5.http.impl.io.ManagedHttpClientConnectionFactory;
import org.apache.hc.client5.http.impl.io.PoolingHttpClientConnectionManagerBuilder;
import org.apache.hc.client5.http.io.HttpClientConnectionManager;
import org.apache.hc.core5.concurrent.Cancellable;
import org.apache.hc.core5.http.ClassicHttpRequest;
import org.apache.hc.core5.http.ClassicHttpResponse;
import org.apache.hc.core5.http.HeaderElements;
import org.apache.hc.core5.http.HttpEntity;
import org.apache.hc.core5.http.HttpException;
import org.apache.hc.core5.http.HttpHeaders;
import org.apache.hc.core5.http.URIScheme;
import org.apache.hc.core5.net.URIAuthority;
import org.apache.hc.core5.util.Timeout;

/** The HTTP client that fetches: with limits, without cookies, redirects, retries, logins and kept connections. */
final class FetchClient implements HttpClientConfigurer {

    private static final int HTTP_PORT = 80;
    private static final int HTTPS_PORT = 443;

    private final AllowedHosts hosts;
    private final FetchSlots slots;
    private final FetchLimits limits;
    private final ScheduledExecutorService timer;

    FetchClient(AllowedHosts hosts, FetchSlots slots, FetchLimits limits, ScheduledExecutorService timer) {
        this.hosts = hosts;
        this.slots = slots;
        this.limits = limits;
        this.timer = timer;
    }

    HttpClientConnectionManager connections(DnsResolver resolver) {
        Timeout silence = Timeout.of(limits.silence());
        return PoolingHttpClientConnectionManagerBuilder.create()
                .setDnsResolver(resolver)
                .setConnectionFactory(ManagedHttpClientConnectionFactory.builder().http1Config(AnswerHeads.LIMITS)
                        .responseParserFactory(new AnswerHeads()).build())
                // the slots are the bound: a second one here would let fetches wait with a slot
                .setMaxConnPerRoute(Integer.MAX_VALUE)
                .setMaxConnTotal(Integer.MAX_VALUE)
                .setDefaultConnectionConfig(
                        ConnectionConfig.custom().setConnectTimeout(Timeout.of(limits.connect())).setSocketTimeout(silence)
                                .build())
                .build();
    }

    @Override
    public void configureHttpClient(HttpClientBuilder client) {
        client.disableRedirectHandling().disableAutomaticRetries().disableContentCompression().disableCookieManagement()
                .disableAuthCaching().addExecInterceptorFirst("limits", this::fetch);
    }

    private ClassicHttpResponse fetch(ClassicHttpRequest request, ExecChain.Scope scope, ExecChain chain)
            throws IOException {
        URIAuthority host = request.getAuthority();
        Fetch fetch = new Fetch(
                slots.take(hosts.entry(host.getHostName(), port(request))), timer, limits,
                (Cancellable) scope.originalRequest);
        FetchFailures failures = new FetchFailures(host.getHostName(), limits, fetch);
        try {
            // a host may close a kept connection while the next request is on its way
            request.setHeader(HttpHeaders.CONNECTION, HeaderElements.CLOSE);
            ClassicHttpResponse answer = chain.proceed(request, scope);
            HttpEntity entity = answer.getEntity();
            if (entity == null) {
                fetch.end();
            } else {
                FetchStream content = new FetchStream(entity.getContent(), scope.execRuntime, fetch, failures);
                answer.setEntity(new FetchEntity(entity, content));
            }
            return answer;
        } catch (IOException | HttpException | RuntimeException e) {
            fetch.end();
            throw failures.of(e);
        }
    }

    private static int port(ClassicHttpRequest request) {
        int port = request.getAuthority().getPort();
        return port >= 0 ? port : URIScheme.HTTPS.same(request.getScheme()) ? HTTPS_PORT : HTTP_PORT;
    }
}
