package io.github.camelwechat.material.internal.transport;

import java.net.ConnectException;
import java.net.NoRouteToHostException;
import java.net.UnknownHostException;
import java.security.cert.CertPathBuilderException;
import java.security.cert.CertPathValidatorException;
import java.security.cert.CertificateException;
import java.security.cert.CertificateExpiredException;
import java.security.cert.CertificateNotYetValidException;

import javax.net.ssl.SSLException;
import javax.net.ssl.SSLPeerUnverifiedException;

import org.apache.hc.client5.http.ConnectTimeoutException;
import org.jspecify.annotations.Nullable;

/** Why there is no connection to WeChat, and the option that helps. */
final class NoConnection {

    private NoConnection() {
    }

    /**
     * Returns a text for the user; null where the cause has nothing to do with making a connection.
     *
     * @param reason the text of the cause, as it may be shown
     * @param host   of WeChat's API
     * @param proxy  null for none
     */
    static @Nullable String explain(Throwable cause, String reason, String host, @Nullable ProxySettings proxy) {
        if (cause instanceof PrivateNetwork.PublicAddressException found) {
            return host + " has a public address here (" + found.addresses() + "), to which nothing is sent in clear. "
                   + CloudHostingErrors.MISSING;
        }
        if (cause instanceof SSLException) {
            return certificate(cause, host) + " (" + reason + ").";
        }
        if (cause instanceof UnknownHostException || cause instanceof ConnectException
                || cause instanceof ConnectTimeoutException || cause instanceof NoRouteToHostException) {
            return proxy == null
                    ? host + " cannot be reached (" + reason + "). Check apiUrl and the network."
                    : "the proxy " + proxy + " cannot be reached (" + reason + "). Check proxyHost and proxyPort.";
        }
        return null;
    }

    private static String certificate(Throwable cause, String host) {
        if (Failures.isCausedBy(cause, CertificateExpiredException.class)
                || Failures.isCausedBy(cause, CertificateNotYetValidException.class)) {
            return "the certificate of " + host
                   + " is not valid at this time; renew it there, or put this machine's clock right";
        }
        if (Failures.isCausedBy(cause, CertPathBuilderException.class)
                || Failures.isCausedBy(cause, CertPathValidatorException.class)) {
            return "the certificate of " + host + " is not trusted; set sslContextParameters with a trust store that holds"
                   + " its issuer";
        }
        if (Failures.isCausedBy(cause, SSLPeerUnverifiedException.class)
                || Failures.isCausedBy(cause, CertificateException.class)) {
            return "the certificate that was shown is not one for " + host + "; check apiUrl";
        }
        return "no TLS connection to " + host + "; check apiUrl and sslContextParameters";
    }

}
