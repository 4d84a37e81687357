package io.github.camelwechat.material.internal.transport;

import java.io.Closeable;
import java.time.Duration;
import java.util.concurrent.Executor;

import org.apache.hc.client5.http.DnsResolver;
import org.apache.hc.client5.http.SystemDefaultDnsResolver;
import org.apache.hc.client5.http.config.TlsConfig;
import org.apache.hc.client5.http.impl.ChainElement;
import org.apache.hc.client5.http.impl.IdleConnectionEvictor;
import org.apache.hc.client5.http.impl.async.CloseableHttpAsyncClient;
import org.apache.hc.client5.http.impl.async.HttpAsyncClients;
import org.apache.hc.client5.http.impl.nio.PoolingAsyncClientConnectionManager;
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
import org.jspecify.annotations.Nullable;

/**
 * The asynchronous HTTP client that the accounts of one component share where they connect alike: HTTP/1.1, two I/O
 * threads, no redirects and no retries of its own, no cookies. Thread-safe.
 */
public final class HttpEngine implements Closeable {

    private static final int IO_THREADS = 2;
    private static final TimeValue IDLE = TimeValue.ofSeconds(5);
    /** The time that I/O threads get to close their connections. */
    public static final Duration SHUTDOWN_GRACE = Duration.ofSeconds(1);
    static final int MAX_HEADER_COUNT = 200;
    static final int MAX_LINE_KILOBYTES = 32;
    /** HttpCore sets no limits by default: an answer with an endless head would take the whole heap. */
    private static final Http1Config HTTP1_LIMITS
            = Http1Config.custom().setMaxLineLength(MAX_LINE_KILOBYTES * 1024).setMaxHeaderCount(MAX_HEADER_COUNT).build();

    private final TransportSettings settings;
    private final Executor dnsExecutor;
    private final FileReaders readers;
    private final DnsResolver lookUp;
    private final DirectBuffers buffers = new DirectBuffers();

    private volatile Running running;
    private boolean closed;

    /** The client, and what closes its idle connections. */
    private record Running(CloseableHttpAsyncClient client, IdleConnectionEvictor evictor) {

        static Running start(CloseableHttpAsyncClient client, IdleConnectionEvictor evictor) {
            client.start();
            evictor.start();
            return new Running(client, evictor);
        }
    }

    private HttpEngine(TransportSettings settings, Executor dnsExecutor, FileReaders readers, DnsResolver lookUp) {
        this.settings = settings;
        this.dnsExecutor = dnsExecutor;
        this.readers = readers;
        this.lookUp = settings.privateOnly() ? new PrivateNetwork(lookUp) : lookUp;
        this.running = run();
    }

    /**
     * Starts an engine. It runs until it is closed.
     *
     * @param dnsExecutor begins requests: looking up a host name can block, and neither an I/O thread nor the caller
     *                    should wait for it
     * @param readers     read the bodies that are not in memory
     */
    public static HttpEngine start(TransportSettings settings, Executor dnsExecutor, FileReaders readers) {
        return start(settings, dnsExecutor, readers, SystemDefaultDnsResolver.INSTANCE);
    }

    /** @param lookUp asks for the addresses of hosts */
    static HttpEngine start(TransportSettings settings, Executor dnsExecutor, FileReaders readers, DnsResolver lookUp) {
        return new HttpEngine(settings, dnsExecutor, readers, lookUp);
    }

    private Running run() {
        PoolingAsyncClientConnectionManager connections = PoolingAsyncClientConnectionManagerBuilder.create()
                // permits are the bound: a second one here would let requests wait with their permit in hand
                .setMaxConnTotal(Integer.MAX_VALUE)
                .setMaxConnPerRoute(Integer.MAX_VALUE)
                .setDnsResolver(lookUp)
                .setTlsStrategy(new BoundedTls(tls()))
                .setDefaultTlsConfig(TlsConfig.custom().setVersionPolicy(HttpVersionPolicy.FORCE_HTTP_1).build())
                .build();
        CloseableHttpAsyncClient client = HttpAsyncClients.custom()
                .setUserAgent("camel-wechat-material")
                .setThreadFactory(new DefaultThreadFactory("WechatMaterialIO", true))
                .setHttp1Config(HTTP1_LIMITS)
                .setIOReactorConfig(IOReactorConfig.custom().setIoThreadCount(IO_THREADS).setTcpNoDelay(true).build())
                .setConnectionManager(new TimedConnections(connections))
                .setProxy(settings.proxy() == null ? null : settings.proxy().address())
                .addExecInterceptorBefore(ChainElement.CONNECT.name(), NewConnection.class.getName(), new NewConnection())
                .addExecInterceptorBefore(
                        ChainElement.MAIN_TRANSPORT.name(), Cancellation.class.getName(), new Cancellation.Step())
                .disableAutomaticRetries()
                .disableRedirectHandling()
                .disableCookieManagement()
                .disableAuthCaching()
                .build();
        return Running.start(client, new IdleConnectionEvictor(connections, IDLE));
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

    /** For one request. */
    HttpClientContext newContext(RequestTimeouts timeouts) {
        HttpClientContext context = HttpClientContext.create();
        context.setRequestConfig(timeouts.config());
        TimedConnections.limit(context, timeouts.connect());
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
        return running.client();
    }

    FileReaders readers() {
        return readers;
    }

    Executor dnsExecutor() {
        return dnsExecutor;
    }

    DirectBuffers buffers() {
        return buffers;
    }

    /** The client does not notice itself that an Error has ended its I/O threads. */
    synchronized void replaceIfDead(CloseableHttpAsyncClient used, Exception cause) {
        Running dead = running;
        if (cause instanceof IOReactorShutdownException && used == dead.client() && !closed) {
            running = run();
            dead.evictor().shutdown();
            dead.client().close(CloseMode.IMMEDIATE);
        }
    }

    /** Begins to close, without waiting: the I/O threads close idle connections themselves. */
    public synchronized void initiateClose() {
        closed = true;
        running.evictor().shutdown();
        running.client().initiateShutdown();
    }

    /** Ends what {@link #initiateClose()} has begun, without waiting. */
    public synchronized void closeNow() {
        initiateClose();
        running.client().close(CloseMode.IMMEDIATE);
    }

    /**
     * Closes with a wait of a second at most: a selector closed under the feet of its thread is an error in the log.
     */
    @Override
    public void close() {
        initiateClose();
        try {
            running.client().awaitShutdown(TimeValue.of(SHUTDOWN_GRACE));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        closeNow();
    }
}
