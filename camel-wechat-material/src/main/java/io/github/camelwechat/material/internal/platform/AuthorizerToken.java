package io.github.camelwechat.material.internal.platform;

import io.github.camelwechat.material.internal.token.AccessToken;
import org.jspecify.annotations.Nullable;

/**
 * Answer about an account that has authorized a platform.
 *
 * @param token null where WeChat gives none
 * @param grant the rest
 */
record AuthorizerToken(@Nullable AccessToken token, Grant grant) {
}
