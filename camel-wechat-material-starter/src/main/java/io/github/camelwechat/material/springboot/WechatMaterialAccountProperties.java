package io.github.camelwechat.material.springboot;

import java.time.Duration;

import io.github.camelwechat.material.WechatMaterialAccount;
import org.apache.camel.support.jsse.SSLContextParameters;
import org.jspecify.annotations.Nullable;

/**
 * One Official Account, as an application configures it below {@code camel.component.wechat-material.accounts}. Null is
 * an option that is not set: it comes from the component; {@code appId}, {@code secret} and {@code accessToken} are
 * never inherited.
 */
public class WechatMaterialAccountProperties {

    /**
     * The AppID of the Official Account, as WeChat's console shows it (case matters). With a fixed access token it is
     * not needed.
     */
    private @Nullable String appId;
    /**
     * The AppSecret of the Official Account. Access tokens are fetched with it and renewed in time.
     */
    private @Nullable String secret;
    /**
     * An access token that somebody else looks after, in place of a secret. It is used as it is and never renewed.
     */
    private @Nullable String accessToken;
    /**
     * The interface that access tokens are fetched from with the secret. stable (stable_token) is safe with any number
     * of programs and nodes. With classic (token) each call ends the token before: only one program may use it for an
     * account, on one node.
     */
    private @Nullable String credentials;
    /**
     * Where WeChat's API is: another access point of WeChat's, a relay, or a simulator.
     */
    private @Nullable String apiUrl;
    /**
     * Whether apiUrl may be plain HTTP to a host other than this machine. The access token is then readable on the way.
     */
    private @Nullable Boolean allowPlainHttp;
    /**
     * How many requests of this account are on the wire at once, at least 1. As many again wait for their turn without
     * holding a thread; beyond that the feeding thread waits.
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
     * The host of an HTTP proxy, without scheme and port. An account that sets it inherits nothing of the component's
     * proxy; with an empty one it uses none.
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

    private @Nullable WechatMaterialAccount bean;

    /** Returns the properties of an account that is a bean: {@code accounts.brand-a=#bean:brandA}. */
    static WechatMaterialAccountProperties of(WechatMaterialAccount bean) {
        WechatMaterialAccountProperties properties = new WechatMaterialAccountProperties();
        properties.bean = bean;
        return properties;
    }

    /** {@return the bean that is the account, or null where these properties are} */
    @Nullable
    WechatMaterialAccount bean() {
        return bean;
    }

    public @Nullable String getAppId() {
        return appId;
    }

    public void setAppId(@Nullable String appId) {
        this.appId = appId;
    }

    public @Nullable String getSecret() {
        return secret;
    }

    public void setSecret(@Nullable String secret) {
        this.secret = secret;
    }

    public @Nullable String getAccessToken() {
        return accessToken;
    }

    public void setAccessToken(@Nullable String accessToken) {
        this.accessToken = accessToken;
    }

    public @Nullable String getCredentials() {
        return credentials;
    }

    public void setCredentials(@Nullable String credentials) {
        this.credentials = credentials;
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
