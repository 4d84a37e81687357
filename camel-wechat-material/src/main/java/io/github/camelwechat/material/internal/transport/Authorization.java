package io.github.camelwechat.material.internal.transport;

import java.util.Set;

import org.jspecify.annotations.Nullable;

/**
 * Proof that a request carries: a query parameter, or nothing.
 *
 * @param parameter of the query; null for none
 * @param value     of the parameter; empty for none
 * @param secrets   in the value: no text may show them
 * @param renewable whether another value may be had once WeChat has refused this one
 */
public record Authorization(@Nullable String parameter, String value, Set<String> secrets, boolean renewable) {

    /** For interfaces that need none, or where somebody else adds it. */
    public static final Authorization NONE = new Authorization(null, "", Set.of(), false);

    /** An account's access token. */
    public static Authorization accessToken(String token, boolean renewable) {
        return new Authorization("access_token", token, Set.of(token), renewable);
    }

    /** The token of a third-party platform. */
    public static Authorization componentAccessToken(String token) {
        return new Authorization("component_access_token", token, Set.of(token), true);
    }

    /**
     * The token that WeChat's cloud hosting gives a container.
     *
     * @param fromAppId of an account that has authorized the platform whose environment it is; null for the owner of
     *                  the environment
     */
    public static Authorization cloudbaseAccessToken(String token, @Nullable String fromAppId) {
        return new Authorization(
                "cloudbase_access_token", fromAppId == null ? token : token + "@" + fromAppId, Set.of(token), true);
    }

    /**
     * No proof, as the side process of a container adds it, but the account that is meant.
     *
     * @param fromAppId of an account that shares the environment; null for the owner of the environment
     */
    public static Authorization fromAppId(@Nullable String fromAppId) {
        return fromAppId == null ? NONE : new Authorization("from_appid", fromAppId, Set.of(), false);
    }

    /** Never the value. */
    @Override
    public String toString() {
        return "Authorization[parameter=" + parameter + "]";
    }
}
