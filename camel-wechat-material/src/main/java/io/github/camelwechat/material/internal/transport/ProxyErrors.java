package io.github.camelwechat.material.internal.transport;

import org.apache.hc.client5.http.protocol.HttpClientContext;
import org.apache.hc.core5.http.HttpHost;
import org.apache.hc.core5.http.HttpStatus;
import org.apache.hc.core5.http.URIScheme;
import org.jspecify.annotations.Nullable;

/** Error texts for answers of the proxy itself: WeChat has not received the request. */
final class ProxyErrors {

    private ProxyErrors() {
    }

    /**
     * Returns the error text, or null where the answer may be WeChat's or a relay's.
     *
     * @param target WeChat's API
     */
    static @Nullable String explain(
            AnswerReader.Head answer, HttpClientContext context, HttpHost target, ProxySettings proxy) {
        boolean sent = SendProgress.isOnTheWire(context);
        // what comes through the tunnel is not the proxy's
        if (sent && URIScheme.HTTPS.same(target.getSchemeName())) {
            return null;
        }
        if (answer.status() == HttpStatus.SC_PROXY_AUTHENTICATION_REQUIRED) {
            return "the proxy " + proxy + (proxy.login() == null
                    ? " asks for a login (HTTP status 407). Set proxyAuthUsername and proxyAuthPassword."
                    : " refuses the login (HTTP status 407). Check proxyAuthUsername and proxyAuthPassword; it has to take"
                      + " Basic authentication.");
        }
        return sent
                ? null
                : "the proxy " + proxy + " makes no connection to " + target.getHostName() + " (HTTP status " + answer.status()
                  + "). Check that it is up and may reach that host.";
    }
}
