package io.github.camelwechat.material;

import org.apache.camel.spi.UriParam;
import org.apache.camel.spi.UriParams;
import org.apache.camel.support.jsse.SSLContextParameters;
import org.jspecify.annotations.Nullable;

/**
 * The options of connections to WeChat, which accounts and platforms have in common. A null option comes from the
 * component, and failing that is the default.
 */
@UriParams
public abstract class WechatMaterialConnection {

    @UriParam(label = "advanced", defaultValue = "https://api.weixin.qq.com")
    private @Nullable String apiUrl;
    @UriParam(label = "security", defaultValue = "false")
    private @Nullable Boolean allowPlainHttp;
    @UriParam(label = "producer", defaultValue = "64")
    private @Nullable Integer maxConcurrentRequests;
    @UriParam(label = "advanced", defaultValue = "10s", javaType = "java.time.Duration")
    private @Nullable Long connectTimeout;
    @UriParam(label = "advanced", defaultValue = "60s", javaType = "java.time.Duration")
    private @Nullable Long responseTimeout;
    @UriParam(label = "advanced", defaultValue = "120s", javaType = "java.time.Duration")
    private @Nullable Long requestTimeout;
    @UriParam(label = "proxy")
    private @Nullable String proxyHost;
    @UriParam(label = "proxy")
    private @Nullable Integer proxyPort;
    @UriParam(label = "proxy", secret = true)
    private @Nullable String proxyAuthUsername;
    @UriParam(label = "proxy", secret = true)
    private @Nullable String proxyAuthPassword;
    @UriParam(label = "security")
    private @Nullable SSLContextParameters sslContextParameters;

    WechatMaterialConnection() {
    }

    public @Nullable String getApiUrl() {
        return apiUrl;
    }

    /**
     * Where WeChat's API is: another access point of WeChat's, a relay, or a simulator. With credentials=cloud it is
     * http://api.weixin.qq.com unless the account itself sets another one.
     */
    public void setApiUrl(@Nullable String apiUrl) {
        this.apiUrl = apiUrl;
    }

    public @Nullable Boolean getAllowPlainHttp() {
        return allowPlainHttp;
    }

    /**
     * Whether apiUrl may be plain HTTP to a host other than this machine. The access token is then readable on the way.
     * With credentials=cloud it is not needed, and does not open the way to public addresses.
     */
    public void setAllowPlainHttp(@Nullable Boolean allowPlainHttp) {
        this.allowPlainHttp = allowPlainHttp;
    }

    public @Nullable Integer getMaxConcurrentRequests() {
        return maxConcurrentRequests;
    }

    /**
     * How many requests of this account, or of all merchants of this platform together, are on the wire at once, at
     * least 1. As many again wait for their turn without holding a thread; beyond that the feeding thread waits.
     */
    public void setMaxConcurrentRequests(@Nullable Integer maxConcurrentRequests) {
        this.maxConcurrentRequests = maxConcurrentRequests;
    }

    public @Nullable Long getConnectTimeout() {
        return connectTimeout;
    }

    /**
     * How long a connection may take to be made, TLS included, in milliseconds.
     */
    public void setConnectTimeout(@Nullable Long connectTimeout) {
        this.connectTimeout = connectTimeout;
    }

    public @Nullable Long getResponseTimeout() {
        return responseTimeout;
    }

    /**
     * How long the connection may be silent, in milliseconds. WeChat answers videos late, and stores them all the same.
     */
    public void setResponseTimeout(@Nullable Long responseTimeout) {
        this.responseTimeout = responseTimeout;
    }

    public @Nullable Long getRequestTimeout() {
        return requestTimeout;
    }

    /**
     * How long a request may take in all, in milliseconds: waiting for a token and for its turn, sending, and the
     * answer.
     */
    public void setRequestTimeout(@Nullable Long requestTimeout) {
        this.requestTimeout = requestTimeout;
    }

    public @Nullable String getProxyHost() {
        return proxyHost;
    }

    /**
     * The host of an HTTP proxy, without scheme and port. An account or platform that sets it inherits nothing of the
     * component's proxy; with an empty one it uses none.
     */
    public void setProxyHost(@Nullable String proxyHost) {
        this.proxyHost = proxyHost;
    }

    public @Nullable Integer getProxyPort() {
        return proxyPort;
    }

    /**
     * The port of the HTTP proxy.
     */
    public void setProxyPort(@Nullable Integer proxyPort) {
        this.proxyPort = proxyPort;
    }

    public @Nullable String getProxyAuthUsername() {
        return proxyAuthUsername;
    }

    /**
     * The user name for a proxy that asks for Basic authentication.
     */
    public void setProxyAuthUsername(@Nullable String proxyAuthUsername) {
        this.proxyAuthUsername = proxyAuthUsername;
    }

    public @Nullable String getProxyAuthPassword() {
        return proxyAuthPassword;
    }

    /**
     * The password for a proxy that asks for Basic authentication.
     */
    public void setProxyAuthPassword(@Nullable String proxyAuthPassword) {
        this.proxyAuthPassword = proxyAuthPassword;
    }

    public @Nullable SSLContextParameters getSslContextParameters() {
        return sslContextParameters;
    }

    /**
     * Whom to trust on HTTPS connections, and the certificate to show there, in place of Java's own settings. The host
     * name in the certificate is checked in any case.
     */
    public void setSslContextParameters(@Nullable SSLContextParameters sslContextParameters) {
        this.sslContextParameters = sslContextParameters;
    }
}
