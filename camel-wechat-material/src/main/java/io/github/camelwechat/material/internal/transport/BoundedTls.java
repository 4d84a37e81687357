package io.github.camelwechat.material.internal.transport;

import java.net.SocketAddress;

import org.apache.hc.client5.http.config.TlsConfig;
import org.apache.hc.core5.concurrent.FutureCallback;
import org.apache.hc.core5.http.HttpHost;
import org.apache.hc.core5.http.nio.ssl.TlsStrategy;
import org.apache.hc.core5.net.NamedEndpoint;
import org.apache.hc.core5.reactor.ssl.TransportSecurityLayer;
import org.apache.hc.core5.util.Timeout;
import org.jspecify.annotations.Nullable;

/**
 * Limits the handshake inside a proxy's tunnel too, by the configuration of the connection: the engine passes that on,
 * and no limit.
 */
record BoundedTls(TlsStrategy tls) implements TlsStrategy {

    @Override
    public void upgrade(
            TransportSecurityLayer session, NamedEndpoint endpoint, Object attachment, Timeout handshakeTimeout,
            @Nullable FutureCallback<TransportSecurityLayer> callback) {
        Timeout limit = handshakeTimeout == null && attachment instanceof TlsConfig config
                ? config.getHandshakeTimeout() : handshakeTimeout;
        tls.upgrade(session, endpoint, attachment, limit, callback);
    }

    /** The engine does not call this any more. */
    @Deprecated
    @Override
    public boolean upgrade(
            TransportSecurityLayer session, HttpHost host, SocketAddress local, SocketAddress remote, Object attachment,
            Timeout handshakeTimeout) {
        upgrade(session, host, attachment, handshakeTimeout, null);
        return true;
    }
}
