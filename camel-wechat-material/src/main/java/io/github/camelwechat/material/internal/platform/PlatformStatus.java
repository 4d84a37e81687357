package io.github.camelwechat.material.internal.platform;

import org.jspecify.annotations.Nullable;

/**
 * Ability of a platform to call WeChat, as far as it is known without a call.
 *
 * @param working false where the next call would fail at once
 * @param problem why, in one or two sentences; null where it works
 * @param errcode WeChat's code where it has refused the platform; else null
 */
public record PlatformStatus(boolean working, @Nullable String problem, @Nullable Integer errcode) {

    static final PlatformStatus WORKING = new PlatformStatus(true, null, null);
}
