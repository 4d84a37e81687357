package io.github.camelwechat.material.internal.platform;

import java.util.List;

import org.jspecify.annotations.Nullable;

/**
 * Refresh token and permissions of an account that has authorized a platform, as WeChat tells them.
 *
 * @param refreshToken   a secret; null where WeChat leaves it out
 * @param permissionSets the ids that the account has granted; empty where WeChat leaves them out
 */
record Grant(@Nullable String refreshToken, List<Integer> permissionSets) {

    Grant {
        permissionSets = List.copyOf(permissionSets);
    }

    /** Without the refresh token. */
    @Override
    public String toString() {
        return "Grant[permissionSets=" + permissionSets + "]";
    }
}
