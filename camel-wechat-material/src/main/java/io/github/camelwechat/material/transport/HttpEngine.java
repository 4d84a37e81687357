package io.github.camelwechat.material.transport;

import java.io.Closeable;
import java.time.Duration;

import org.apache.hc.client5.http.config.ConnectionConfig;
import org.apache.hc.client5.http.config.TlsConfig;
import org.apache.hc.client5.http.impl.async.CloseableHttpAsyncClient;
import org.apache.hc.client5.http.impl.async.HttpAsyncClients;
import org.apache.hc.client5.http.impl.nio.PoolingAsyncClientConnectionManagerBuilder;
import org.apache.hc.core5.concurrent.DefaultThreadFactory;
import org.apache.hc.core5.http2.HttpVersionPolicy;
import org.apache.hc.core5.io.CloseMode;
import org.apache.hc.core5.reactor.IOReactorConfig;
import org.apache.hc.core5.util.TimeValue;
import org.apache.hc.core5.util.Timeout;

/**
 * The asynchronous HTTP client that the accounts of one component share: HTTP/1.1, two I/O threads, no redirects and no
 * retries of its own, no cookies. Thread-safe.
 */
public final class HttpEngine implements Closeable {

    private static final int IO_THREADS = 2;
    private static final TimeValue IDLE = TimeValue.ofSeconds(5);
    private static final TimeValue LAST_PASS = TimeValue.ofSeconds(1);

    private final CloseableHttpAsyncClient client;
    private final DirectBuffers buffers = new DirectBuffers();

    private HttpEngine(CloseableHttpAsyncClient client) {
        this.client = client;
    }

    public static HttpEngine start(Duration connectTimeout) {
        Timeout connect = Timeout.of(connectTimeout);
        CloseableHttpAsyncClient client = HttpAsyncClients.custom()
                .setUserAgent("camel-wechat-material")
                .setThreadFactory(new DefaultThreadFactory("WechatMaterialIO", true))
                .setIOReactorConfig(IOReactorConfig.custom().setIoThreadCount(IO_THREADS).setTcpNoDelay(true).build())
                .setConnectionManager(PoolingAsyncClientConnectionManagerBuilder.create()
                        // permits are the bound: a second one here would let requests wait with their permit in hand
                        .setMaxConnTotal(Integer.MAX_VALUE)
                        .setMaxConnPerRoute(Integer.MAX_VALUE)
                        .setDefaultConnectionConfig(ConnectionConfig.custom().setConnectTimeout(connect).build())
                        .setDefaultTlsConfig(TlsConfig.custom()
                                .setVersionPolicy(HttpVersionPolicy.FORCE_HTTP_1)
                                .setHandshakeTimeout(connect)
                                .build())
                        .build())
                .evictIdleConnections(IDLE)
                .disableAutomaticRetries()
                .disableRedirectHandling()
                .disableCookieManagement()
                .disableAuthCaching()
                .build();
        client.start();
        return new HttpEngine(client);
    }

    CloseableHttpAsyncClient client() {
        return client;
    }

    DirectBuffers buffers() {
        return buffers;
    }

    /** The I/O threads close what is idle themselves: a selector closed under their feet is an error in the log. */
    @Override
    public void close() {
        client.initiateShutdown();
        try {
            client.awaitShutdown(LAST_PASS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        client.close(CloseMode.IMMEDIATE);
    }
}
