package io.github.camelwechat.material.internal.session;

import java.net.URI;
import java.time.Duration;

import io.github.camelwechat.material.internal.token.Credentials;
import io.github.camelwechat.material.internal.transport.TransportSettings;
import org.jspecify.annotations.Nullable;

/**
 * One account as an endpoint sees it, fixed when the endpoint is created. Endpoints whose settings are equal share the
 * token, the permits and the slots.
 *
 * @param credentials           what it shows for itself
 * @param apiUrl                without a slash at its end
 * @param maxConcurrentRequests how many material requests are on the wire at once
 * @param transport             how connections are made
 * @param connectTimeout        for a new connection, TLS included
 * @param responseTimeout       for silence on a connection
 * @param requestTimeout        from handing over a request to its answer, token and waiting included
 */
public record AccountSettings(Credentials credentials, URI apiUrl, int maxConcurrentRequests, TransportSettings transport,
        Duration connectTimeout, Duration responseTimeout, Duration requestTimeout)
        implements
            EndpointSettings {

    /** {@return the AppID; null where none is needed and none was given} */
    @Override
    public @Nullable String appId() {
        return credentials.appId();
    }

    /** Only what is no secret. */
    @Override
    public String toString() {
        return "AccountSettings[appId=" + appId() + ", apiUrl=" + apiUrl + "]";
    }
}
