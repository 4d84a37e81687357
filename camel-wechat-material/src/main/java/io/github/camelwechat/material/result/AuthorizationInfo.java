package io.github.camelwechat.material.result;

import java.util.List;
import java.util.Objects;

/**
 * Permissions that an account has granted a platform, of {@code queryAuth}.
 *
 * @param authorizerAppid the AppID of the account, never null
 * @param permissionSets  the ids of the granted sets, for example 11 for material; never null
 */
public record AuthorizationInfo(String authorizerAppid, List<Integer> permissionSets) implements WechatMaterialResult {

    public AuthorizationInfo {
        Objects.requireNonNull(authorizerAppid, "an authorization has an AppID");
        permissionSets = permissionSets == null ? List.of() : List.copyOf(permissionSets);
    }
}
