package io.github.camelwechat.material.springboot;

import java.time.Duration;

import org.apache.camel.support.jsse.SSLContextParameters;
import org.jspecify.annotations.Nullable;

/** The options of connections to WeChat, which accounts and platforms have in common. */
public abstract class WechatMaterialConnectionProperties {

    /**
     * Where WeChat's API is: another access point of WeChat's, a relay, or a simulator. With credentials=cloud it is
     * http://api.weixin.qq.com unless the account itself sets another one.
     */
    private @Nullable String apiUrl;
    /**
     * Whether apiUrl may be plain HTTP to a host other than this machine. The access token is then readable on the way.
     * With credentials=cloud it is not needed, and does not open the way to public addresses.
     */
    private @Nullable Boolean allowPlainHttp;
    /**
     * How many requests of this account, or of all merchants of this platform together, are on the wire at once, at
     * least 1. As many again wait for their turn without holding a thread; beyond that the feeding thread waits.
     */
    private @Nullable Integer maxConcurrentRequests;
    /**
     * How long a connection may take to be made, TLS included.
     */
    private @Nullable Duration connectTimeout;
    /**
     * How long the connection may be silent. WeChat answers videos late, and stores them all the same.
     */
    private @Nullable Duration responseTimeout;
    /**
     * How long a request may take in all: waiting for a token and for its turn, sending, and the answer.
     */
    private @Nullable Duration requestTimeout;
    /**
     * The host of an HTTP proxy, without scheme and port. An account or platform that sets it inherits nothing of the
     * component's proxy; with an empty one it uses none.
     */
    private @Nullable String proxyHost;
    /**
     * The port of the HTTP proxy.
     */
    private @Nullable Integer proxyPort;
    /**
     * The user name for a proxy that asks for Basic authentication.
     */
    private @Nullable String proxyAuthUsername;
    /**
     * The password for a proxy that asks for Basic authentication.
     */
    private @Nullable String proxyAuthPassword;
    /**
     * Whom to trust on HTTPS connections, and the certificate to show there, in place of Java's own settings. The host
     * name in the certificate is checked in any case.
     */
    private @Nullable SSLContextParameters sslContextParameters;

    WechatMaterialConnectionProperties() {
    }

    public @Nullable String getApiUrl() {
        return apiUrl;
    }

    public void setApiUrl(@Nullable String apiUrl) {
        this.apiUrl = apiUrl;
    }

    public @Nullable Boolean getAllowPlainHttp() {
        return allowPlainHttp;
    }

    public void setAllowPlainHttp(@Nullable Boolean allowPlainHttp) {
        this.allowPlainHttp = allowPlainHttp;
    }

    public @Nullable Integer getMaxConcurrentRequests() {
        return maxConcurrentRequests;
    }

    public void setMaxConcurrentRequests(@Nullable Integer maxConcurrentRequests) {
        this.maxConcurrentRequests = maxConcurrentRequests;
    }

    public @Nullable Duration getConnectTimeout() {
        return connectTimeout;
    }

    public void setConnectTimeout(@Nullable Duration connectTimeout) {
        this.connectTimeout = connectTimeout;
    }

    public @Nullable Duration getResponseTimeout() {
        return responseTimeout;
    }

    public void setResponseTimeout(@Nullable Duration responseTimeout) {
        this.responseTimeout = responseTimeout;
    }

    public @Nullable Duration getRequestTimeout() {
        return requestTimeout;
    }

    public void setRequestTimeout(@Nullable Duration requestTimeout) {
        this.requestTimeout = requestTimeout;
    }

    public @Nullable String getProxyHost() {
        return proxyHost;
    }

    public void setProxyHost(@Nullable String proxyHost) {
        this.proxyHost = proxyHost;
    }

    public @Nullable Integer getProxyPort() {
        return proxyPort;
    }

    public void setProxyPort(@Nullable Integer proxyPort) {
        this.proxyPort = proxyPort;
    }

    public @Nullable String getProxyAuthUsername() {
        return proxyAuthUsername;
    }

    public void setProxyAuthUsername(@Nullable String proxyAuthUsername) {
        this.proxyAuthUsername = proxyAuthUsername;
    }

    public @Nullable String getProxyAuthPassword() {
        return proxyAuthPassword;
    }

    public void setProxyAuthPassword(@Nullable String proxyAuthPassword) {
        this.proxyAuthPassword = proxyAuthPassword;
    }

    public @Nullable SSLContextParameters getSslContextParameters() {
        return sslContextParameters;
    }

    public void setSslContextParameters(@Nullable SSLContextParameters sslContextParameters) {
        this.sslContextParameters = sslContextParameters;
    }
}
