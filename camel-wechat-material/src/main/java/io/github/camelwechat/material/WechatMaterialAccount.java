package io.github.camelwechat.material;

import org.apache.camel.spi.Configurer;
import org.apache.camel.spi.UriParam;
import org.apache.camel.spi.UriParams;

/**
 * One Official Account, as a user configures it: an entry of the component's {@code accounts}. What is null here comes
 * from the component, and failing that is the default; {@code appId}, {@code secret} and {@code accessToken} are never
 * inherited. Endpoints read it once, when they are created.
 */
@UriParams
@Configurer
public class WechatMaterialAccount {

    @UriParam(label = "security")
    private String appId;
    @UriParam(label = "security", secret = true)
    private String secret;
    @UriParam(label = "security", secret = true)
    private String accessToken;
    @UriParam(label = "advanced", defaultValue = "https://api.weixin.qq.com")
    private String apiUrl;
    @UriParam(label = "advanced", defaultValue = "false")
    private Boolean allowPlainHttp;
    @UriParam(label = "producer", defaultValue = "64")
    private Integer maxConcurrentRequests;
    @UriParam(label = "advanced", defaultValue = "10s", javaType = "java.time.Duration")
    private Long connectTimeout;
    @UriParam(label = "advanced", defaultValue = "60s", javaType = "java.time.Duration")
    private Long responseTimeout;
    @UriParam(label = "advanced", defaultValue = "120s", javaType = "java.time.Duration")
    private Long requestTimeout;

    public String getAppId() {
        return appId;
    }

    /**
     * The AppID of the Official Account, as WeChat's console shows it (case matters). With a fixed access token it is
     * not needed.
     */
    public void setAppId(String appId) {
        this.appId = appId;
    }

    public String getSecret() {
        return secret;
    }

    /**
     * The AppSecret of the Official Account. Access tokens are fetched with it through stable_token and renewed in
     * time.
     */
    public void setSecret(String secret) {
        this.secret = secret;
    }

    public String getAccessToken() {
        return accessToken;
    }

    /**
     * An access token that somebody else looks after, in place of a secret. It is used as it is and never renewed.
     */
    public void setAccessToken(String accessToken) {
        this.accessToken = accessToken;
    }

    public String getApiUrl() {
        return apiUrl;
    }

    /**
     * Where WeChat's API is: another access point of WeChat's, a relay, or a simulator.
     */
    public void setApiUrl(String apiUrl) {
        this.apiUrl = apiUrl;
    }

    public Boolean getAllowPlainHttp() {
        return allowPlainHttp;
    }

    /**
     * Whether apiUrl may be plain HTTP to a host other than this machine. The access token is then readable on the way.
     */
    public void setAllowPlainHttp(Boolean allowPlainHttp) {
        this.allowPlainHttp = allowPlainHttp;
    }

    public Integer getMaxConcurrentRequests() {
        return maxConcurrentRequests;
    }

    /**
     * How many requests of this account are on the wire at once, at least 1. Further ones wait without holding a
     * thread, up to twice as many; beyond that the feeding thread waits.
     */
    public void setMaxConcurrentRequests(Integer maxConcurrentRequests) {
        this.maxConcurrentRequests = maxConcurrentRequests;
    }

    public Long getConnectTimeout() {
        return connectTimeout;
    }

    /**
     * How long a connection may take to be made, TLS included, in milliseconds.
     */
    public void setConnectTimeout(Long connectTimeout) {
        this.connectTimeout = connectTimeout;
    }

    public Long getResponseTimeout() {
        return responseTimeout;
    }

    /**
     * How long the connection may be silent, in milliseconds. WeChat answers videos late, and stores them all the same.
     */
    public void setResponseTimeout(Long responseTimeout) {
        this.responseTimeout = responseTimeout;
    }

    public Long getRequestTimeout() {
        return requestTimeout;
    }

    /**
     * How long a request may take in all, in milliseconds: waiting for a token and for its turn, sending, and the
     * answer.
     */
    public void setRequestTimeout(Long requestTimeout) {
        this.requestTimeout = requestTimeout;
    }
}
