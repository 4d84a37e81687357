package io.github.camelwechat.material.internal.operation;

import java.net.URI;
import java.net.URISyntaxException;

import io.github.camelwechat.material.WechatMaterialPlatformOperations;
import io.github.camelwechat.material.internal.platform.AppId;
import org.jspecify.annotations.Nullable;

/**
 * Options of a platform's endpoint.
 *
 * @param platform    by the name of the endpoint
 * @param operation   to perform
 * @param redirectUri for the administrator's browser; of createPreAuthCode only, and required there
 * @param authType    the kinds of accounts, as WeChat numbers them; of createPreAuthCode only
 * @param bizAppId    the account that is to authorize the platform; of createPreAuthCode only
 */
public record PlatformOptions(
        String platform, WechatMaterialPlatformOperations operation, @Nullable String redirectUri, int authType,
        @Nullable String bizAppId) {

    /** Official Accounts only. */
    private static final int DEFAULT_AUTH_TYPE = 1;

    /**
     * Checks the options against each other.
     *
     * @throws IllegalArgumentException names the option that is missing, unfit, or without an effect
     */
    public void check() {
        if (operation == WechatMaterialPlatformOperations.createPreAuthCode) {
            requireRedirectUri();
            requireAccounts();
        } else {
            refuse("redirectUri", redirectUri != null);
            refuse("authType", authType != DEFAULT_AUTH_TYPE);
            refuse("bizAppId", bizAppId != null);
        }
    }

    private void refuse(String option, boolean set) {
        if (set) {
            throw new IllegalArgumentException(
                    option + " has no effect with operation=" + operation + "; it is an option of createPreAuthCode");
        }
    }

    String requireRedirectUri() {
        if (redirectUri == null || redirectUri.isBlank()) {
            throw new IllegalArgumentException(
                    "createPreAuthCode needs redirectUri, the address that the administrator's browser is sent back to");
        }
        try {
            URI address = new URI(redirectUri);
            if (("https".equalsIgnoreCase(address.getScheme()) || "http".equalsIgnoreCase(address.getScheme()))
                    && address.getHost() != null && address.getRawFragment() == null) {
                return redirectUri;
            }
        } catch (URISyntaxException e) {
            // said below
        }
        throw new IllegalArgumentException(
                "redirectUri is '" + redirectUri + "', but has to be a whole address, with http or https, a host and no"
                                           + " fragment, as https://example.com/wechat/authorized");
    }

    private void requireAccounts() {
        if (authType < 1) {
            throw new IllegalArgumentException(
                    "authType is " + authType + ", but has to be 1 or more" + (authType == 0
                            ? "; Camel takes what is no number for 0" : ""));
        }
        if (bizAppId != null && !AppId.isValid(bizAppId)) {
            throw new IllegalArgumentException("bizAppId is '" + bizAppId + "', but " + AppId.RULE);
        }
    }
}
