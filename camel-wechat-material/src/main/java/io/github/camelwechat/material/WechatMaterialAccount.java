package io.github.camelwechat.material;

import org.apache.camel.spi.Configurer;
import org.apache.camel.spi.UriParam;
import org.apache.camel.spi.UriParams;
import org.jspecify.annotations.Nullable;

/**
 * One Official Account, as a user configures it: an entry of the component's {@code accounts}. What is null here comes
 * from the component, and failing that is the default; {@code appId}, {@code secret}, {@code accessToken} and
 * {@code platform} are never inherited. A merchant has {@code appId} and {@code platform} only. Endpoints read it once,
 * when they are created.
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
    @UriParam(label = "security", defaultValue = "stable", enums = "stable,classic")
    private @Nullable String credentials;
    @UriParam(label = "security")
    private @Nullable String platform;

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
}
