package io.github.camelwechat.material.internal.transport;

import javax.net.ssl.SSLContext;

import org.jspecify.annotations.Nullable;

/**
 * Way to WeChat: proxy and trust. Accounts for which it is equal share an HTTP engine, its threads and its connections.
 *
 * @param proxy       null for none
 * @param sslContext  null for Java's own
 * @param privateOnly whether connections are made to private addresses only
 */
public record TransportSettings(@Nullable ProxySettings proxy, @Nullable SSLContext sslContext, boolean privateOnly) {

    /** To anywhere. */
    public TransportSettings(@Nullable ProxySettings proxy, @Nullable SSLContext sslContext) {
        this(proxy, sslContext, false);
    }

    /** Without a proxy, and trusting whom Java trusts. */
    public static TransportSettings direct() {
        return new TransportSettings(null, null);
    }
}
