package io.github.camelwechat.material.internal.transport;

import java.util.Set;

import org.jspecify.annotations.Nullable;

/**
 * Proof that a request carries: a query parameter, or nothing.
 *
 * @param parameter of the query; null for none
 * @param value     of the parameter, a secret; empty for none
 * @param renewable whether another value may be had once WeChat has refused this one
 */
public record Authorization(@Nullable String parameter, String value, boolean renewable) {

    /** For interfaces that need none, or where somebody else adds it. */
    public static final Authorization NONE = new Authorization(null, "", false);

    /** An account's access token. */
    public static Authorization accessToken(String token, boolean renewable) {
        return new Authorization("access_token", token, renewable);
    }

    /** The token of a third-party platform. */
    public static Authorization componentAccessToken(String token) {
        return new Authorization("component_access_token", token, true);
    }

    /** {@return what no text may show} */
    public Set<String> secrets() {
        return value.isEmpty() ? Set.of() : Set.of(value);
    }

    /** Never the value. */
    @Override
    public String toString() {
        return "Authorization[parameter=" + parameter + "]";
    }
}
