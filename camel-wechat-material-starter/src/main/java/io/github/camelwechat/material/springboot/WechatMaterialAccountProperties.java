package io.github.camelwechat.material.springboot;

import io.github.camelwechat.material.WechatMaterialAccount;
import org.jspecify.annotations.Nullable;

/**
 * One Official Account, as an application configures it below {@code camel.component.wechat-material.accounts}. Null is
 * an option that is not set: it comes from the component; {@code appId}, {@code secret}, {@code accessToken},
 * {@code platform}, {@code fromAppId}, {@code cloudFile} and the two {@code credentials} of cloud hosting are never
 * inherited.
 */
public class WechatMaterialAccountProperties extends WechatMaterialConnectionProperties {

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
}
