package io.github.camelwechat.material.internal.session;

import java.net.URI;

import org.jspecify.annotations.Nullable;

/** Account or merchants of an endpoint, fixed when it is created. */
public sealed interface EndpointSettings permits AccountSettings, MerchantSettings {

    /** Returns the address of WeChat's API, without a slash at its end. */
    URI apiUrl();

    /** Returns the AppID; null where a message names it, or where none is needed and none was given. */
    @Nullable
    String appId();
}
