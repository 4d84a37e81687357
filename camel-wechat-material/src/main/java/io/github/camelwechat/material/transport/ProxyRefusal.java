package io.github.camelwechat.material.transport;

import org.apache.hc.client5.http.protocol.HttpClientContext;
import org.apache.hc.core5.http.HttpHost;
import org.apache.hc.core5.http.HttpStatus;
import org.apache.hc.core5.http.Method;
import org.apache.hc.core5.http.URIScheme;

/** An answer of the proxy's own: nothing of the request has come to WeChat. */
final class ProxyRefusal {

    private ProxyRefusal() {
    }

    /**
     * @param  proxy  null for none
     * @param  target WeChat's API
     * @return        what to tell the user; null where the answer may be of WeChat's, or of a relay's
     */
    static String explain(AnswerHead answer, HttpClientContext context, HttpHost target, ProxySettings proxy) {
        // what comes through the tunnel is not the proxy's
        boolean inTunnel = URIScheme.HTTPS.same(target.getSchemeName()) && hasBegun(context);
        if (proxy == null || inTunnel) {
            return null;
        }
        if (answer.status() == HttpStatus.SC_PROXY_AUTHENTICATION_REQUIRED) {
            return "the proxy " + proxy + (proxy.username() == null
                    ? " asks for a login (HTTP status 407). Set proxyAuthUsername and proxyAuthPassword."
                    : " refuses the login (HTTP status 407). Check proxyAuthUsername and proxyAuthPassword; it has to take"
                      + " Basic authentication.");
        }
        return hasBegun(context)
                ? null
                : "the proxy " + proxy + " makes no connection to " + target.getHostName() + " (HTTP status " + answer.status()
                  + "). Check that it is up and may reach that host.";
    }

    /** Whether the request itself went onto the wire: what comes before it is a CONNECT. */
    static boolean hasBegun(HttpClientContext context) {
        return context.getRequest() != null && !Method.CONNECT.isSame(context.getRequest().getMethod());
    }
}
