package io.github.camelwechat.material.result;

import java.util.List;
import java.util.Objects;

/**
 * A part of the accounts that have authorized a platform, of {@code getAuthorizerList}.
 *
 * @param totalCount how many accounts there are
 * @param list       the accounts; never null, empty behind the end
 */
public record AuthorizerPage(int totalCount, List<Authorizer> list) implements WechatMaterialResult {

    public AuthorizerPage {
        list = list == null ? List.of() : list.stream().filter(Objects::nonNull).toList();
    }

    /**
     * An account in an {@code AuthorizerPage}.
     *
     * @param authorizerAppid its AppID, never null
     * @param authTime        when it authorized the platform, in seconds since 1970 (UTC)
     */
    public record Authorizer(String authorizerAppid, long authTime) implements WechatMaterialResult {

        public Authorizer {
            Objects.requireNonNull(authorizerAppid, "an account has an AppID");
        }
    }
}
