package io.github.camelwechat.material;

import org.apache.camel.spi.Configurer;
import org.apache.camel.spi.UriParam;
import org.apache.camel.spi.UriParams;
import org.jspecify.annotations.Nullable;

/**
 * One Official Account, as a user configures it: an entry of the component's {@code accounts}. What is null here comes
 * from the component, and failing that is the default; {@code appId}, {@code secret}, {@code accessToken},
 * {@code platform}, {@code fromAppId}, {@code cloudFile} and the two {@code credentials} of cloud hosting are never
 * inherited. A merchant has {@code appId} and {@code platform} only. Endpoints read it once, when they are created.
 */
@UriParams
@Configurer
public class WechatMaterialAccount extends WechatMaterialConnection {

    @UriParam(label = "security")
    private @Nullable String appId;
    @UriParam(label = "security", secret = true)
    private @Nullable String secret;
    @UriParam(label = "security", secret = true)
    private @Nullable String accessToken;
    @UriParam(label = "security", defaultValue = "stable", enums = "stable,classic,cloud,cloudToken")
    private @Nullable String credentials;
    @UriParam(label = "security")
    private @Nullable String platform;
    @UriParam(label = "security")
    private @Nullable String fromAppId;
    @UriParam(label = "security", defaultValue = "/.tencentcloudbase/wx/cloudbase_access_token")
    private @Nullable String cloudFile;

    public @Nullable String getAppId() {
        return appId;
    }

    /**
     * The AppID of the Official Account, as WeChat's console shows it (case matters). With a fixed access token it is
     * not needed. In WeChat's cloud hosting fromAppId takes its place.
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
     * The way to access tokens. With a secret, stable (stable_token) is safe with any number of programs and nodes;
     * with classic (token) each call ends the token before, so only one program may use it for an account, on one node.
     * In a container of WeChat's cloud hosting no secret is needed: cloud goes to the open interface service there by
     * plain HTTP, and to private addresses only; cloudToken sends the WeChat token of the container by HTTPS. A URI may
     * set neither of the two.
     */
    public void setCredentials(@Nullable String credentials) {
        this.credentials = credentials;
    }

    public @Nullable String getPlatform() {
        return platform;
    }

    /**
     * The name of a third-party platform among the component's platforms. The account is then a merchant that has
     * authorized this platform: it has an appId, and all its other options are those of the platform.
     */
    public void setPlatform(@Nullable String platform) {
        this.platform = platform;
    }

    public @Nullable String getFromAppId() {
        return fromAppId;
    }

    /**
     * With credentials=cloud, the AppID of an account that shares the cloud environment; with cloudToken, of one that
     * has authorized the platform whose environment it is. Without it the owner of the environment is meant. A URI may
     * not set it.
     */
    public void setFromAppId(@Nullable String fromAppId) {
        this.fromAppId = fromAppId;
    }

    public @Nullable String getCloudFile() {
        return cloudFile;
    }

    /**
     * With credentials=cloudToken, the file that holds the WeChat token of the container. The variable
     * WX_CLOUDBASE_ACCESSTOKEN of the environment goes before it. A URI may not set it.
     */
    public void setCloudFile(@Nullable String cloudFile) {
        this.cloudFile = cloudFile;
    }
}
