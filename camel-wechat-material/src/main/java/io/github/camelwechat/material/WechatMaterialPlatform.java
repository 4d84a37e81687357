package io.github.camelwechat.material;

import org.apache.camel.spi.Configurer;
import org.apache.camel.spi.UriParam;
import org.apache.camel.spi.UriParams;
import org.jspecify.annotations.Nullable;

/**
 * One third-party platform, as a user configures it: an entry of the component's {@code platforms}. Its merchants are
 * the Official Accounts that have authorized it. {@code appId}, {@code secret}, {@code token}, {@code secretKey} and
 * {@code store} are required and never inherited; a null option of connections comes from the component, and failing
 * that is the default. Endpoints read it once, when they are created.
 */
@UriParams
@Configurer
public class WechatMaterialPlatform extends WechatMaterialConnection {

    @UriParam(label = "security")
    private @Nullable String appId;
    @UriParam(label = "security", secret = true)
    private @Nullable String secret;
    @UriParam(label = "security", secret = true)
    private @Nullable String token;
    @UriParam(label = "security", secret = true)
    private @Nullable String secretKey;
    @UriParam(label = "common")
    private @Nullable String store;
    @UriParam(label = "security", defaultValue = "10m", javaType = "java.time.Duration")
    private @Nullable String pushMaxAge;

    public @Nullable String getAppId() {
        return appId;
    }

    /**
     * The AppID of the platform, as the console of WeChat's Open Platform shows it (case matters). Required.
     */
    public void setAppId(@Nullable String appId) {
        this.appId = appId;
    }

    public @Nullable String getSecret() {
        return secret;
    }

    /**
     * The AppSecret of the platform. Required.
     */
    public void setSecret(@Nullable String secret) {
        this.secret = secret;
    }

    public @Nullable String getToken() {
        return token;
    }

    /**
     * The token for checking messages, as it is in WeChat's console. It signs pushes. Required.
     */
    public void setToken(@Nullable String token) {
        this.token = token;
    }

    public @Nullable String getSecretKey() {
        return secretKey;
    }

    /**
     * The key for encrypting messages (EncodingAESKey), 43 letters and digits. After a change in WeChat's console, the
     * current key, a comma and the previous one. Required.
     */
    public void setSecretKey(@Nullable String secretKey) {
        this.secretKey = secretKey;
    }

    public @Nullable String getStore() {
        return store;
    }

    /**
     * The place where tickets and authorizations are kept: memory, which forgets all when the process ends, or file:DIR
     * for a folder that no other process uses. Required.
     */
    public void setStore(@Nullable String store) {
        this.store = store;
    }

    public @Nullable String getPushMaxAge() {
        return pushMaxAge;
    }

    /**
     * The greatest age of a push. An older one is refused. 0 for any age, where pushes come through a queue.
     */
    public void setPushMaxAge(@Nullable String pushMaxAge) {
        this.pushMaxAge = pushMaxAge;
    }
}
