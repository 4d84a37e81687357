package io.github.camelwechat.material.internal.session;

import java.net.URI;

import org.jspecify.annotations.Nullable;

/**
 * Merchant of a platform, or all its merchants, as an endpoint sees them.
 *
 * @param platform that they have authorized
 * @param appId    of the merchant; null where each message names one
 */
public record MerchantSettings(PlatformSettings platform, @Nullable String appId) implements EndpointSettings {

    @Override
    public URI apiUrl() {
        return platform.apiUrl();
    }
}
