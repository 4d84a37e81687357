package io.github.camelwechat.material.springboot;

import java.time.Duration;

import io.github.camelwechat.material.WechatMaterialPlatform;
import org.jspecify.annotations.Nullable;

/**
 * One third-party platform, as an application configures it below {@code camel.component.wechat-material.platforms}.
 * Null is an option that is not set: those of connections come from the component, the others are never inherited.
 */
public class WechatMaterialPlatformProperties extends WechatMaterialConnectionProperties {

    /**
     * The AppID of the platform, as the console of WeChat's Open Platform shows it (case matters). Required.
     */
    private @Nullable String appId;
    /**
     * The AppSecret of the platform. Required.
     */
    private @Nullable String secret;
    /**
     * The token for checking messages, as it is in WeChat's console. It signs pushes. Required.
     */
    private @Nullable String token;
    /**
     * The key for encrypting messages (EncodingAESKey), 43 letters and digits. After a change in WeChat's console, the
     * current key, a comma and the previous one. Required.
     */
    private @Nullable String secretKey;
    /**
     * The place where tickets and authorizations are kept: memory, which forgets all when the process ends, or file:DIR
     * for a folder that no other process uses. Required.
     */
    private @Nullable String store;
    /**
     * The greatest age of a push. An older one is refused. 0 for any age, where pushes come through a queue.
     */
    private @Nullable Duration pushMaxAge;

    private @Nullable WechatMaterialPlatform bean;

    /** Returns the properties of a platform that is a bean: {@code platforms.my-platform=#bean:myPlatform}. */
    static WechatMaterialPlatformProperties of(WechatMaterialPlatform bean) {
        WechatMaterialPlatformProperties properties = new WechatMaterialPlatformProperties();
        properties.bean = bean;
        return properties;
    }

    /** {@return the bean that is the platform, or null where these properties are} */
    @Nullable
    WechatMaterialPlatform bean() {
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

    public @Nullable String getToken() {
        return token;
    }

    public void setToken(@Nullable String token) {
        this.token = token;
    }

    public @Nullable String getSecretKey() {
        return secretKey;
    }

    public void setSecretKey(@Nullable String secretKey) {
        this.secretKey = secretKey;
    }

    public @Nullable String getStore() {
        return store;
    }

    public void setStore(@Nullable String store) {
        this.store = store;
    }

    public @Nullable Duration getPushMaxAge() {
        return pushMaxAge;
    }

    public void setPushMaxAge(@Nullable Duration pushMaxAge) {
        this.pushMaxAge = pushMaxAge;
    }
}
