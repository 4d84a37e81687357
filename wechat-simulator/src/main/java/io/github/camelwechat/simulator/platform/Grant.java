package io.github.camelwechat.simulator.platform;

import io.github.camelwechat.simulator.token.IssuedToken;
import org.jspecify.annotations.Nullable;

/**
 * The tokens of a merchant, as {@code api_query_auth} and {@code api_authorizer_token} answer them. Internal: not API.
 *
 * @param merchant    the account, with its refresh token and sets
 * @param accessToken the new access token; null if no set was granted
 */
public record Grant(Merchant merchant, @Nullable IssuedToken accessToken) {
}
