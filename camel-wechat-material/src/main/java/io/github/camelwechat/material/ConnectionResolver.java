package io.github.camelwechat.material;

import java.net.URI;
import java.time.Duration;
import java.util.Optional;
import java.util.function.Function;

import javax.net.ssl.SSLContext;

import io.github.camelwechat.material.internal.transport.PrivateNetwork;
import io.github.camelwechat.material.internal.transport.ProxySettings;
import io.github.camelwechat.material.internal.transport.TransportSettings;
import org.apache.camel.support.jsse.SSLContextParameters;
import org.jspecify.annotations.Nullable;

/** Connections of an account or platform: its own options, else the component's, else the defaults. */
final class ConnectionResolver {

    private final WechatMaterialConnection component;
    private final Function<Optional<SSLContextParameters>, @Nullable SSLContext> sslContexts;

    /** Checked options. */
    record Connection(
            URI apiUrl, int maxConcurrentRequests, TransportSettings transport, Duration connectTimeout,
            Duration responseTimeout, Duration requestTimeout) {
    }

    ConnectionResolver(WechatMaterialConnection component,
                       Function<Optional<SSLContextParameters>, @Nullable SSLContext> sslContexts) {
        this.component = component;
        this.sslContexts = sslContexts;
    }

    /** @throws IllegalArgumentException if an option cannot be right; names it */
    Connection resolve(WechatMaterialConnection own) {
        return resolve(own, false);
    }

    /**
     * Reads the connections of an account.
     *
     * @param  sideProcess              whether they are to the side process of a container in WeChat's cloud hosting:
     *                                  that is asked in clear, but at private addresses only
     * @throws IllegalArgumentException if an option cannot be right; names it
     */
    Connection resolve(WechatMaterialConnection own, boolean sideProcess) {
        URI apiUrl = sideProcess
                ? sideProcess(own)
                : ApiUrl.of(
                        of(own, WechatMaterialConnection::getApiUrl).map(String::strip).orElse("https://api.weixin.qq.com"),
                        of(own, WechatMaterialConnection::getAllowPlainHttp).orElse(false));
        int requests = of(own, WechatMaterialConnection::getMaxConcurrentRequests).orElse(64);
        if (requests < 1) {
            throw new IllegalArgumentException(
                    "maxConcurrentRequests is " + requests + ", but has to be 1 or more" + whyZero(requests));
        }
        return new Connection(
                apiUrl, requests, transport(own, apiUrl, sideProcess),
                duration("connectTimeout", of(own, WechatMaterialConnection::getConnectTimeout).orElse(10_000L)),
                duration("responseTimeout", of(own, WechatMaterialConnection::getResponseTimeout).orElse(60_000L)),
                duration("requestTimeout", of(own, WechatMaterialConnection::getRequestTimeout).orElse(120_000L)));
    }

    /** Returns the address of the side process. The component's apiUrl is for accounts that go to WeChat itself. */
    private URI sideProcess(WechatMaterialConnection own) {
        URI apiUrl = ApiUrl.of(
                Optional.ofNullable(own.getApiUrl()).map(String::strip).orElse("http://api.weixin.qq.com"), true);
        if (!isHttp(apiUrl)) {
            throw new IllegalArgumentException(
                    "apiUrl is " + apiUrl + ", but with credentials=cloud it is the side process of the container, which is"
                                               + " reached by plain HTTP only: leave apiUrl out, or use http, or"
                                               + " credentials=cloudToken, which goes by HTTPS");
        }
        if (PrivateNetwork.isPublicLiteral(apiUrl.getHost())) {
            throw new IllegalArgumentException(
                    "apiUrl is plain HTTP to " + apiUrl.getHost()
                                               + ", which is a public address. With credentials=cloud it is the"
                                               + " side process of the container, at a private, link-local or loopback one;"
                                               + " leave apiUrl out");
        }
        if (!own.equals(component) && own.getSslContextParameters() != null) {
            throw new IllegalArgumentException(
                    "sslContextParameters do not go with credentials=cloud, which speaks plain HTTP to the side process of"
                                               + " the container: take them out");
        }
        return apiUrl;
    }

    private TransportSettings transport(WechatMaterialConnection own, URI apiUrl, boolean sideProcess) {
        ProxySettings proxy = ProxyOptions.of(own, component);
        if (sideProcess && proxy != null) {
            throw new IllegalArgumentException(
                    "credentials=cloud goes to the side process of the container, so it takes no proxy: take proxyHost out, or"
                                               + " set an empty one on this account where the component's is for others");
        }
        boolean http = isHttp(apiUrl);
        return new TransportSettings(
                proxy, http ? null : sslContexts.apply(of(own, WechatMaterialConnection::getSslContextParameters)),
                sideProcess);
    }

    private static boolean isHttp(URI apiUrl) {
        return "http".equalsIgnoreCase(apiUrl.getScheme());
    }

    private <T> Optional<T> of(WechatMaterialConnection own, Function<WechatMaterialConnection, @Nullable T> option) {
        return Optional.ofNullable(option.apply(own)).or(() -> Optional.ofNullable(option.apply(component)));
    }

    private static Duration duration(String option, long millis) {
        if (millis < 1) {
            throw new IllegalArgumentException(option + " is " + millis + " ms, but has to be 1 ms or more" + whyZero(millis));
        }
        return Duration.ofMillis(millis);
    }

    /** Returns the reason for a zero that nobody wrote, for its author; empty for other values. */
    private static String whyZero(long value) {
        return value == 0 ? "; Camel takes what is no number for 0" : "";
    }
}
