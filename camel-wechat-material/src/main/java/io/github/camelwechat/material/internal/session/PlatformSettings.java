package io.github.camelwechat.material.internal.session;

import java.net.URI;
import java.time.Duration;

import io.github.camelwechat.material.internal.platform.PlatformIdentity;
import io.github.camelwechat.material.internal.transport.TransportSettings;

/**
 * One platform as an endpoint sees it, fixed when the endpoint is created. Endpoints whose settings are equal share it.
 *
 * @param identity              what it shows for itself
 * @param apiUrl                without a slash at its end
 * @param maxConcurrentRequests how many material requests of all its accounts are on the wire at once
 * @param transport             how connections are made
 * @param connectTimeout        for a new connection, TLS included
 * @param responseTimeout       for silence on a connection
 * @param requestTimeout        from handing over a request to its answer, token and waiting included
 * @param store                 where it keeps what survives a restart
 * @param pushMaxAge            after which a push is refused; zero for no limit
 */
public record PlatformSettings(
        PlatformIdentity identity, URI apiUrl, int maxConcurrentRequests, TransportSettings transport, Duration connectTimeout,
        Duration responseTimeout, Duration requestTimeout, String store, Duration pushMaxAge) {

    /** Only what is no secret. */
    @Override
    public String toString() {
        return "PlatformSettings[appId=" + identity.appId() + ", apiUrl=" + apiUrl + "]";
    }
}
