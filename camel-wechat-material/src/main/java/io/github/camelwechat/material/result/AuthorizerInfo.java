package io.github.camelwechat.material.result;

import java.util.List;
import java.util.Objects;

import org.jspecify.annotations.Nullable;

/**
 * An account that has authorized a platform, of {@code getAuthorizerInfo}. What WeChat leaves out is null.
 *
 * @param authorizerAppid the AppID of the account, never null
 * @param nickName        the name that its followers see
 * @param headImg         the address of its picture
 * @param serviceType     0 subscription account, 1 old account upgraded to one, 2 service account
 * @param verifyType      -1 not verified, 0 verified by WeChat, others by other ways
 * @param userName        its original ID, {@code gh_…}
 * @param principalName   the company or person behind it
 * @param alias           its WeChat ID
 * @param qrcodeUrl       the address of its QR code
 * @param accountStatus   1 normal, 14 cancelled, 16 blocked, 18 warned, 19 frozen
 * @param permissionSets  the ids of the granted sets, for example 11 for material; never null
 */
public record AuthorizerInfo(
        String authorizerAppid, @Nullable String nickName, @Nullable String headImg, @Nullable Integer serviceType,
        @Nullable Integer verifyType, @Nullable String userName, @Nullable String principalName, @Nullable String alias,
        @Nullable String qrcodeUrl, @Nullable Integer accountStatus, List<Integer> permissionSets)
        implements
            WechatMaterialResult {

    public AuthorizerInfo {
        Objects.requireNonNull(authorizerAppid, "an account has an AppID");
        permissionSets = permissionSets == null ? List.of() : List.copyOf(permissionSets);
    }
}
