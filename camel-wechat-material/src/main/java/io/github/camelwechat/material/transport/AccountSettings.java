package io.github.camelwechat.material.transport;

import java.net.URI;
import java.time.Duration;

/**
 * One account as an endpoint sees it, fixed when the endpoint is created. Endpoints whose settings are equal share the
 * token, the permits and the slots.
 *
 * @param appId                 the AppID; null only with a fixed access token
 * @param secret                the AppSecret, or null
 * @param accessToken           a fixed access token, or null
 * @param credentials           where a token comes from if there is a secret
 * @param apiUrl                without a slash at its end
 * @param maxConcurrentRequests how many material requests are on the wire at once
 * @param transport             how connections are made
 * @param responseTimeout       for silence on a connection
 * @param requestTimeout        from handing over a request to its answer, token and waiting included
 */
public record AccountSettings(String appId, String secret, String accessToken, Credentials credentials, URI apiUrl,
        int maxConcurrentRequests, TransportSettings transport, Duration responseTimeout, Duration requestTimeout) {

    /** Only what is no secret. */
    @Override
    public String toString() {
        return "AccountSettings[appId=" + appId + ", apiUrl=" + apiUrl + "]";
    }
}
