package io.github.camelwechat.material.transport;

import java.io.Closeable;
import java.util.concurrent.Executor;

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
import org.apache.hc.core5.http.nio.ssl.TlsStrategy;
import org.apache.hc.core5.http2.HttpVersionPolicy;
import org.apache.hc.core5.io.CloseMode;
import org.apache.hc.core5.reactor.IOReactorConfig;
import org.apache.hc.core5.reactor.IOReactorShutdownException;
import org.apache.hc.core5.util.TimeValue;
import org.apache.hc.core5.util.Timeout;
import org.jspecify.annotations.Nullable;

/**
 * The asynchronous HTTP client that the accounts of one component share where they connect alike: HTTP/1.1, two I/O
 * threads, no redirects and no retries of its own, no cookies. Thread-safe.
 */
public final class HttpEngine implements Closeable {

    private static final int IO_THREADS = 2;
    private static final TimeValue IDLE = TimeValue.ofSeconds(5);
    private static final TimeValue LAST_PASS = TimeValue.ofSeconds(1);
    /** The engine's own choice is none: an answer whose head never ends would take the whole heap. */
    private static final Http1Config HEAD
            = Http1Config.custom().setMaxLineLength(32 * 1024).setMaxHeaderCount(200).build();

    private final TransportSettings settings;
    private final Executor starter;
    private final DirectBuffers buffers = new DirectBuffers();

    private volatile CloseableHttpAsyncClient client;
    private boolean closed;

    private HttpEngine(TransportSettings settings, Executor starter) {
        this.settings = settings;
        this.starter = starter;
        this.client = newClient();
    }

    /**
     * An engine that runs until it is closed.
     *
     * @param starter on which requests begin: that may mean to look up a host name, for which neither an I/O thread nor
     *                the caller should wait
     */
    public static HttpEngine start(TransportSettings settings, Executor starter) {
        return new HttpEngine(settings, starter);
    }

    private CloseableHttpAsyncClient newClient() {
        Timeout connect = Timeout.of(settings.connectTimeout());
        CloseableHttpAsyncClient client = HttpAsyncClients.custom()
                .setUserAgent("camel-wechat-material")
                .setThreadFactory(new DefaultThreadFactory("WechatMaterialIO", true))
                .setHttp1Config(HEAD)
                .setIOReactorConfig(IOReactorConfig.custom().setIoThreadCount(IO_THREADS).setTcpNoDelay(true).build())
                .setConnectionManager(PoolingAsyncClientConnectionManagerBuilder.create()
                        // permits are the bound: a second one here would let requests wait with their permit in hand
                        .setMaxConnTotal(Integer.MAX_VALUE)
                        .setMaxConnPerRoute(Integer.MAX_VALUE)
                        .setTlsStrategy(new BoundedTls(tls(), connect))
                        .setDefaultConnectionConfig(ConnectionConfig.custom().setConnectTimeout(connect).build())
                        .setDefaultTlsConfig(TlsConfig.custom()
                                .setVersionPolicy(HttpVersionPolicy.FORCE_HTTP_1)
                                .setHandshakeTimeout(connect)
                                .build())
                        .build())
                .setProxy(settings.proxy() == null ? null : settings.proxy().address())
                .addExecInterceptorBefore(ChainElement.CONNECT.name(), NewConnection.class.getName(), new NewConnection())
                .evictIdleConnections(IDLE)
                .disableAutomaticRetries()
                .disableRedirectHandling()
                .disableCookieManagement()
                .disableAuthCaching()
                .build();
        client.start();
        return client;
    }

    private TlsStrategy tls() {
        return ClientTlsStrategyBuilder.create()
                .setSslContext(settings.sslContext())
                // left to itself the builder leaves host names to JSSE, which it then does not tell so in time; from
                // HttpClient 5.6 on it does so with every policy, unless a verifier is named
                .setHostVerificationPolicy(HostnameVerificationPolicy.CLIENT)
                .setHostnameVerifier(HttpsSupport.getDefaultHostnameVerifier())
                .buildAsync();
    }

    /** No challenge is answered: the engine would send the body again, or, with ours, hang. */
    static RequestConfig config(Timeout responseTimeout) {
        return RequestConfig.custom()
                .setResponseTimeout(responseTimeout)
                .setAuthenticationEnabled(false)
                .setProtocolUpgradeEnabled(false)
                // HttpClient 5.6 would take compressed answers, of whatever size
                .setContentCompressionEnabled(false)
                .build();
    }

    /** For one request. */
    HttpClientContext newContext(RequestConfig config) {
        HttpClientContext context = HttpClientContext.create();
        context.setRequestConfig(config);
        ProxySettings proxy = settings.proxy();
        if (proxy != null && proxy.login() != null) {
            context.setAuthExchange(proxy.address(), proxy.login().exchange());
        }
        return context;
    }

    /** Null for none. */
    @Nullable
    ProxySettings proxy() {
        return settings.proxy();
    }

    CloseableHttpAsyncClient client() {
        return client;
    }

    Executor starter() {
        return starter;
    }

    DirectBuffers buffers() {
        return buffers;
    }

    /** The client does not notice itself that an Error has ended its I/O threads. */
    synchronized void replaceIfDead(CloseableHttpAsyncClient used, Exception cause) {
        if (cause instanceof IOReactorShutdownException && used == client && !closed) {
            client = newClient();
            used.close(CloseMode.IMMEDIATE);
        }
    }

    /** The I/O threads close what is idle themselves: a selector closed under their feet is an error in the log. */
    @Override
    public synchronized void close() {
        closed = true;
        client.initiateShutdown();
        try {
            client.awaitShutdown(LAST_PASS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        client.close(CloseMode.IMMEDIATE);
    }
}
