package io.github.camelwechat.material.springboot;

import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;

import io.github.camelwechat.material.WechatMaterialConfiguration;
import io.github.camelwechat.material.WechatMaterialOperations;
import io.github.camelwechat.material.WechatMaterialReadiness;
import org.apache.camel.spring.boot.ComponentConfigurationPropertiesCommon;
import org.apache.camel.support.jsse.SSLContextParameters;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;

/**
 * The options of the component, as an application configures them. Null is an option that is not set: the component
 * then uses its default.
 */
@ConfigurationProperties("camel.component.wechat-material")
public class WechatMaterialComponentConfiguration extends ComponentConfigurationPropertiesCommon {

    /**
     * The Official Accounts by the name that endpoints call them by: lower-case letters, digits and dashes.
     */
    private Map<String, WechatMaterialAccountProperties> accounts = new LinkedHashMap<>();
    /**
     * The third-party platforms by the name that accounts and URIs call them by: lower-case letters, digits and dashes.
     */
    private Map<String, WechatMaterialPlatformProperties> platforms = new LinkedHashMap<>();
    /**
     * The options as one bean.
     */
    private @Nullable WechatMaterialConfiguration configuration;
    /**
     * The AppID of the Official Account, as WeChat's console shows it (case matters). With a fixed access token it is
     * not needed. In WeChat's cloud hosting fromAppId takes its place.
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
     * The way to access tokens. With a secret, stable (stable_token) is safe with any number of programs and nodes;
     * with classic (token) each call ends the token before, so only one program may use it for an account, on one node.
     * In a container of WeChat's cloud hosting no secret is needed: cloud goes to the open interface service there by
     * plain HTTP, and to private addresses only; cloudToken sends the WeChat token of the container by HTTPS. A URI may
     * set neither of the two.
     */
    private @Nullable String credentials;
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
    /**
     * The name of the file in the library. Without one it is CamelFileName, the key of an S3 object, the name of the
     * file itself, or one made from the format. A path in it is dropped and the extension put right.
     */
    private @Nullable String fileName;
    /**
     * The introduction of a video.
     */
    private @Nullable String introduction;
    /**
     * Starts a producer with its first message only. A failure of its start is then one of that message, which the
     * route handles, and the application starts without it.
     */
    private @Nullable Boolean lazyStartProducer;
    /**
     * The operation to perform. A header may choose another one.
     */
    private @Nullable WechatMaterialOperations operation;
    /**
     * The title of a video. Without one it is the name of the file without its extension.
     */
    private @Nullable String title;
    /**
     * The type of the material. With auto the content decides between image, voice and video; a thumb has to be asked
     * for. For batchGetMaterial, which has no auto, the type that is listed: image, voice, video or news.
     */
    private @Nullable String type;
    /**
     * Sets the component's autowired options from a bean of their type, where there is a single one. This component has
     * no such option.
     */
    private @Nullable Boolean autowiredEnabled;
    /**
     * Gives consumers health checks. This component has no consumers.
     */
    private @Nullable Boolean healthCheckConsumerEnabled;
    /**
     * Gives each account in use a health check. Camel runs it only with camel.health.producers-enabled=true.
     */
    private @Nullable Boolean healthCheckProducerEnabled;
    /**
     * The health checks that count as readiness. With component it is one check named as the component, which is DOWN
     * if all accounts in use are DOWN; the checks of the accounts show in health only. With account it is the check of
     * each account.
     */
    private @Nullable WechatMaterialReadiness healthCheckReadiness;
    /**
     * Whether to use the SSLContextParameters of the CamelContext where neither the account or platform nor the
     * component has its own.
     */
    private @Nullable Boolean useGlobalSslContextParameters;
    /**
     * The name of a third-party platform among the component's platforms. The account is then a merchant that has
     * authorized this platform: it has an appId, and all its other options are those of the platform.
     */
    private @Nullable String platform;
    /**
     * With credentials=cloud, the AppID of an account that shares the cloud environment; with cloudToken, of one that
     * has authorized the platform whose environment it is. Without it the owner of the environment is meant. A URI may
     * not set it.
     */
    private @Nullable String fromAppId;
    /**
     * With credentials=cloudToken, the file that holds the WeChat token of the container. The variable
     * WX_CLOUDBASE_ACCESSTOKEN of the environment goes before it. A URI may not set it.
     */
    private @Nullable String cloudFile;
    /**
     * Whether a URI may describe an account of its own with secret or accessToken, or a merchant with platform. Set it
     * to false where a message is part of a URI, as with toD: it could choose the account, and the address that its
     * file goes to.
     */
    private @Nullable Boolean allowUriAccounts;
    /**
     * The memory, in bytes, that all articles of rewriteArticle under way may take together. The thread that brings a
     * further one waits.
     */
    private @Nullable Long maxArticleMemory;

    public Map<String, WechatMaterialAccountProperties> getAccounts() {
        return accounts;
    }

    public void setAccounts(Map<String, WechatMaterialAccountProperties> accounts) {
        this.accounts = accounts;
    }

    public Map<String, WechatMaterialPlatformProperties> getPlatforms() {
        return platforms;
    }

    public void setPlatforms(Map<String, WechatMaterialPlatformProperties> platforms) {
        this.platforms = platforms;
    }

    public @Nullable WechatMaterialConfiguration getConfiguration() {
        return configuration;
    }

    public void setConfiguration(@Nullable WechatMaterialConfiguration configuration) {
        this.configuration = configuration;
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

    public @Nullable String getFileName() {
        return fileName;
    }

    public void setFileName(@Nullable String fileName) {
        this.fileName = fileName;
    }

    public @Nullable String getIntroduction() {
        return introduction;
    }

    public void setIntroduction(@Nullable String introduction) {
        this.introduction = introduction;
    }

    public @Nullable Boolean getLazyStartProducer() {
        return lazyStartProducer;
    }

    public void setLazyStartProducer(@Nullable Boolean lazyStartProducer) {
        this.lazyStartProducer = lazyStartProducer;
    }

    public @Nullable WechatMaterialOperations getOperation() {
        return operation;
    }

    public void setOperation(@Nullable WechatMaterialOperations operation) {
        this.operation = operation;
    }

    public @Nullable String getTitle() {
        return title;
    }

    public void setTitle(@Nullable String title) {
        this.title = title;
    }

    public @Nullable String getType() {
        return type;
    }

    public void setType(@Nullable String type) {
        this.type = type;
    }

    public @Nullable Boolean getAutowiredEnabled() {
        return autowiredEnabled;
    }

    public void setAutowiredEnabled(@Nullable Boolean autowiredEnabled) {
        this.autowiredEnabled = autowiredEnabled;
    }

    public @Nullable Boolean getHealthCheckConsumerEnabled() {
        return healthCheckConsumerEnabled;
    }

    public void setHealthCheckConsumerEnabled(@Nullable Boolean healthCheckConsumerEnabled) {
        this.healthCheckConsumerEnabled = healthCheckConsumerEnabled;
    }

    public @Nullable Boolean getHealthCheckProducerEnabled() {
        return healthCheckProducerEnabled;
    }

    public void setHealthCheckProducerEnabled(@Nullable Boolean healthCheckProducerEnabled) {
        this.healthCheckProducerEnabled = healthCheckProducerEnabled;
    }

    public @Nullable WechatMaterialReadiness getHealthCheckReadiness() {
        return healthCheckReadiness;
    }

    public void setHealthCheckReadiness(@Nullable WechatMaterialReadiness healthCheckReadiness) {
        this.healthCheckReadiness = healthCheckReadiness;
    }

    public @Nullable Boolean getUseGlobalSslContextParameters() {
        return useGlobalSslContextParameters;
    }

    public void setUseGlobalSslContextParameters(@Nullable Boolean useGlobalSslContextParameters) {
        this.useGlobalSslContextParameters = useGlobalSslContextParameters;
    }

    public @Nullable String getPlatform() {
        return platform;
    }

    public void setPlatform(@Nullable String platform) {
        this.platform = platform;
    }

    public @Nullable String getFromAppId() {
        return fromAppId;
    }

    public void setFromAppId(@Nullable String fromAppId) {
        this.fromAppId = fromAppId;
    }

    public @Nullable String getCloudFile() {
        return cloudFile;
    }

    public void setCloudFile(@Nullable String cloudFile) {
        this.cloudFile = cloudFile;
    }

    public @Nullable Long getMaxArticleMemory() {
        return maxArticleMemory;
    }

    public void setMaxArticleMemory(@Nullable Long maxArticleMemory) {
        this.maxArticleMemory = maxArticleMemory;
    }

    public @Nullable Boolean getAllowUriAccounts() {
        return allowUriAccounts;
    }

    public void setAllowUriAccounts(@Nullable Boolean allowUriAccounts) {
        this.allowUriAccounts = allowUriAccounts;
    }
}
