package io.github.camelwechat.material.transport;

import java.net.SocketAddress;

import org.apache.hc.core5.concurrent.FutureCallback;
import org.apache.hc.core5.http.HttpHost;
import org.apache.hc.core5.http.nio.ssl.TlsStrategy;
import org.apache.hc.core5.net.NamedEndpoint;
import org.apache.hc.core5.reactor.ssl.TransportSecurityLayer;
import org.apache.hc.core5.util.Timeout;
import org.jspecify.annotations.Nullable;

/** Limits the handshake inside a proxy's tunnel too, for which the engine sets no limit of its own. */
record BoundedTls(TlsStrategy tls, Timeout limit) implements TlsStrategy {

    @Override
    public void upgrade(
            TransportSecurityLayer session, NamedEndpoint endpoint, Object attachment, Timeout handshakeTimeout,
            @Nullable FutureCallback<TransportSecurityLayer> callback) {
        tls.upgrade(session, endpoint, attachment, handshakeTimeout == null ? limit : handshakeTimeout, callback);
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
