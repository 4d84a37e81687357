package io.github.camelwechat.material;

import org.apache.camel.spi.Configurer;
import org.apache.camel.spi.UriParam;
import org.apache.camel.spi.UriParams;
import org.apache.camel.support.jsse.SSLContextParameters;
import org.jspecify.annotations.Nullable;

/**
 * One Official Account, as a user configures it: an entry of the component's {@code accounts}. What is null here comes
 * from the component, and failing that is the default; {@code appId}, {@code secret} and {@code accessToken} are never
 * inherited. Endpoints read it once, when they are created.
 */
@UriParams
@Configurer
public class WechatMaterialAccount {

    @UriParam(label = "security")
    private @Nullable String appId;
    @UriParam(label = "security", secret = true)
    private @Nullable String secret;
    @UriParam(label = "security", secret = true)
    private @Nullable String accessToken;
    @UriParam(label = "security", defaultValue = "stable", enums = "stable,classic")
    private @Nullable String credentials;
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

    public @Nullable String getAppId() {
        return appId;
    }

    /**
     * The AppID of the Official Account, as WeChat's console shows it (case matters). With a fixed access token it is
     * not needed.
     */
    public void setAppId(@Nullable String appId) {
        this.appId = appId;
    }

    public @Nullable String getSecret() {
        return secret;
    }

    /**
     * The AppSecret of the Official Account. Access tokens are fetched with it and renewed in time.
     */
    public void setSecret(@Nullable String secret) {
        this.secret = secret;
    }

    public @Nullable String getAccessToken() {
        return accessToken;
    }

    /**
     * An access token that somebody else looks after, in place of a secret. It is used as it is and never renewed.
     */
    public void setAccessToken(@Nullable String accessToken) {
        this.accessToken = accessToken;
    }

    public @Nullable String getCredentials() {
        return credentials;
    }

    /**
     * The interface that access tokens are fetched from with the secret. stable (stable_token) is safe with any number
     * of programs and nodes. With classic (token) each call ends the token before: only one program may use it for an
     * account, on one node.
     */
    public void setCredentials(@Nullable String credentials) {
        this.credentials = credentials;
    }

    public @Nullable String getApiUrl() {
        return apiUrl;
    }

    /**
     * Where WeChat's API is: another access point of WeChat's, a relay, or a simulator.
     */
    public void setApiUrl(@Nullable String apiUrl) {
        this.apiUrl = apiUrl;
    }

    public @Nullable Boolean getAllowPlainHttp() {
        return allowPlainHttp;
    }

    /**
     * Whether apiUrl may be plain HTTP to a host other than this machine. The access token is then readable on the way.
     */
    public void setAllowPlainHttp(@Nullable Boolean allowPlainHttp) {
        this.allowPlainHttp = allowPlainHttp;
    }

    public @Nullable Integer getMaxConcurrentRequests() {
        return maxConcurrentRequests;
    }

    /**
     * How many requests of this account are on the wire at once, at least 1. As many again wait for their turn without
     * holding a thread; beyond that the feeding thread waits.
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
     * The host of an HTTP proxy, without scheme and port. An account that sets it inherits nothing of the component's
     * proxy; with an empty one it uses none.
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
