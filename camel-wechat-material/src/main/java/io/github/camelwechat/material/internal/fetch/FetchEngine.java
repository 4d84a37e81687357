package io.github.camelwechat.material.internal.fetch;

import java.io.Closeable;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.time.Duration;

import javax.net.ssl.SSLContext;

import io.github.camelwechat.material.internal.transport.Cancellation;
import org.apache.hc.client5.http.DnsResolver;
import org.apache.hc.client5.http.config.ConnectionConfig;
import org.apache.hc.client5.http.config.RequestConfig;
import org.apache.hc.client5.http.config.TlsConfig;
import org.apache.hc.client5.http.impl.ChainElement;
import org.apache.hc.client5.http.impl.async.CloseableHttpAsyncClient;
import org.apache.hc.client5.http.impl.async.HttpAsyncClients;
import org.apache.hc.client5.http.impl.nio.PoolingAsyncClientConnectionManagerBuilder;
import org.apache.hc.client5.http.protocol.HttpClientContext;
import org.apache.hc.client5.http.ssl.ClientTlsStrategyBuilder;
import org.apache.hc.client5.http.ssl.HostnameVerificationPolicy;
import org.apache.hc.client5.http.ssl.HttpsSupport;
import org.apache.hc.core5.concurrent.DefaultThreadFactory;
import org.apache.hc.core5.http.config.Http1Config;
import org.apache.hc.core5.http2.HttpVersionPolicy;
import org.apache.hc.core5.io.CloseMode;
import org.apache.hc.core5.reactor.IOReactorConfig;
import org.apache.hc.core5.reactor.IOReactorShutdownException;
import org.apache.hc.core5.util.TimeValue;
import org.apache.hc.core5.util.Timeout;
import org.jspecify.annotations.Nullable;

/**
 * The HTTP client of all fetches: HTTP/1.1, two I/O threads, without cookies, logins, proxy, redirects, retries,
 * decompression and kept connections. It never looks up a name. Starts with the first fetch. Thread-safe.
 */
final class FetchEngine implements Closeable {

    static final int MAX_HEADER_LINES = 100;
    static final int MAX_LINE_KILOBYTES = 8;
    private static final int IO_THREADS = 2;
    /** For one IP address; the TLS handshake has as long again. */
    private static final Timeout CONNECT_TIMEOUT = Timeout.ofSeconds(5);
    private static final Duration SHUTDOWN_GRACE = Duration.ofSeconds(1);
    private static final Http1Config LIMITS = Http1Config.custom()
            .setMaxLineLength(MAX_LINE_KILOBYTES * 1024).setMaxHeaderCount(MAX_HEADER_LINES).build();

    private final @Nullable SSLContext trust;
    private final RequestConfig config;
    private @Nullable CloseableHttpAsyncClient running;
    private boolean closed;

    /** Connections are made to IP addresses that were checked. */
    private static final class NoLookUp implements DnsResolver {

        @Override
        public InetAddress[] resolve(String host) throws UnknownHostException {
            throw new UnknownHostException("Host names are looked up before, and once");
        }

        @Override
        public String resolveCanonicalHostname(String host) throws UnknownHostException {
            throw new UnknownHostException("Host names are looked up before, and once");
        }
    }

    /**
     * @param silence of a host
     * @param trust   null for Java's own
     */
    FetchEngine(Duration silence, @Nullable SSLContext trust) {
        this.trust = trust;
        this.config = RequestConfig.custom()
                .setResponseTimeout(Timeout.of(silence))
                .setAuthenticationEnabled(false)
                .setProtocolUpgradeEnabled(false)
                .setContentCompressionEnabled(false)
                .setRedirectsEnabled(false)
                .build();
    }

    private CloseableHttpAsyncClient run() {
        ClientTlsStrategyBuilder tls = ClientTlsStrategyBuilder.create()
                // as of WeChat's engine: left to itself the builder may leave host names unverified
                .setHostVerificationPolicy(HostnameVerificationPolicy.CLIENT)
                .setHostnameVerifier(HttpsSupport.getDefaultHostnameVerifier());
        if (trust != null) {
            tls.setSslContext(trust);
        }
        CloseableHttpAsyncClient client = HttpAsyncClients.custom()
                .setUserAgent("camel-wechat-material")
                .setThreadFactory(new DefaultThreadFactory("WechatMaterialFetchIO", true))
                .setHttp1Config(LIMITS)
                .setIOReactorConfig(IOReactorConfig.custom().setIoThreadCount(IO_THREADS).setTcpNoDelay(true).build())
                .setConnectionManager(PoolingAsyncClientConnectionManagerBuilder.create()
                        // the slots are the bound
                        .setMaxConnTotal(Integer.MAX_VALUE)
                        .setMaxConnPerRoute(Integer.MAX_VALUE)
                        .setDnsResolver(new NoLookUp())
                        .setTlsStrategy(tls.buildAsync())
                        .setDefaultConnectionConfig(ConnectionConfig.custom().setConnectTimeout(CONNECT_TIMEOUT).build())
                        .setDefaultTlsConfig(TlsConfig.custom().setVersionPolicy(HttpVersionPolicy.FORCE_HTTP_1)
                                .setHandshakeTimeout(CONNECT_TIMEOUT).build())
                        .build())
                // a host may close a kept connection while the next request is on its way
                .setConnectionReuseStrategy((request, response, context) -> false)
                .addExecInterceptorBefore(
                        ChainElement.MAIN_TRANSPORT.name(), Cancellation.class.getName(), new Cancellation.Step())
                .disableAutomaticRetries()
                .disableRedirectHandling()
                .disableCookieManagement()
                .disableAuthCaching()
                .disableConnectionState()
                .build();
        client.start();
        return client;
    }

    /** @throws FetchException after the end */
    synchronized CloseableHttpAsyncClient client(String host) {
        if (closed) {
            throw FetchException.aborted(host, "the component is stopped");
        }
        CloseableHttpAsyncClient client = running;
        if (client == null) {
            client = run();
            running = client;
        }
        return client;
    }

    HttpClientContext newContext() {
        HttpClientContext context = HttpClientContext.create();
        context.setRequestConfig(config);
        return context;
    }

    /** The client does not notice itself that an Error has ended its I/O threads. */
    synchronized void discardIfDead(CloseableHttpAsyncClient used, Exception cause) {
        if (cause instanceof IOReactorShutdownException && used == running) {
            used.close(CloseMode.IMMEDIATE);
            running = null;
        }
    }

    /** Closes with a wait of a second at most. */
    @Override
    public void close() {
        CloseableHttpAsyncClient client;
        synchronized (this) {
            closed = true;
            client = running;
            running = null;
        }
        if (client == null) {
            return;
        }
        client.initiateShutdown();
        try {
            client.awaitShutdown(TimeValue.of(SHUTDOWN_GRACE));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        client.close(CloseMode.IMMEDIATE);
    }
}
