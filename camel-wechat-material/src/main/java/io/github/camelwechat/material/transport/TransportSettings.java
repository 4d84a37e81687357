package io.github.camelwechat.material.transport;

import java.time.Duration;

import javax.net.ssl.SSLContext;

import org.jspecify.annotations.Nullable;

/**
 * How connections are made. Accounts for which it is equal share an HTTP engine.
 *
 * @param connectTimeout for a connection, TLS included
 * @param proxy          null for none
 * @param sslContext     null for Java's own
 */
public record TransportSettings(
        Duration connectTimeout, @Nullable ProxySettings proxy, @Nullable SSLContext sslContext) {

    /** Without a proxy, and trusting whom Java trusts. */
    public static TransportSettings direct(Duration connectTimeout) {
        return new TransportSettings(connectTimeout, null, null);
    }
}
