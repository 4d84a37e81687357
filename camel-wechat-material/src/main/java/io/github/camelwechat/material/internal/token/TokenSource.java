package io.github.camelwechat.material.internal.token;

import java.util.concurrent.CompletableFuture;

/** One way to come by an access token. */
interface TokenSource {

    /** Asks for a token; ends with a {@code WechatMaterialException} where there is none to be had. */
    CompletableFuture<AccessToken> fetch();
}
