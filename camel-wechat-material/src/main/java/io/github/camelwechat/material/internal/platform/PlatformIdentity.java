package io.github.camelwechat.material.internal.platform;

/**
 * Credentials of a platform, and the secrets that protect its pushes. Equal for equal values.
 *
 * @param appId     the {@code component_appid}
 * @param secret    the {@code component_appsecret}
 * @param token     that signs pushes
 * @param secretKey the EncodingAESKey; after a change, the new one, a comma and the one before
 */
public record PlatformIdentity(String appId, String secret, String token, String secretKey) {

    /** Only what is no secret. */
    @Override
    public String toString() {
        return "PlatformIdentity[appId=" + appId + "]";
    }
}
