package io.github.camelwechat.material.internal.transport;

import java.time.Duration;

import org.apache.hc.client5.http.config.RequestConfig;
import org.apache.hc.core5.util.Timeout;

/**
 * The time limits of an account's requests, as the engine takes them.
 *
 * @param connect for a new connection, TLS included
 * @param config  holds the one for silence on a connection
 */
record RequestTimeouts(Timeout connect, RequestConfig config) {

    static RequestTimeouts of(Duration connect, Duration response) {
        return new RequestTimeouts(Timeout.of(connect), config(Timeout.of(response)));
    }

    /** No challenge is answered: the engine would send the body again, or, with ours, hang. */
    private static RequestConfig config(Timeout response) {
        return RequestConfig.custom()
                .setResponseTimeout(response)
                .setAuthenticationEnabled(false)
                .setProtocolUpgradeEnabled(false)
                // HttpClient 5.6 would take compressed answers, of whatever size
                .setContentCompressionEnabled(false)
                .build();
    }

}
