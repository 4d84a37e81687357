package io.github.camelwechat.material.internal.store;

import io.github.camelwechat.material.internal.token.AccessTokens;

/** What this room must not use. */
public class RefusedUse {

    AccessTokens refused;
}
