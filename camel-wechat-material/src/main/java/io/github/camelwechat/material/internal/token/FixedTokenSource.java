package io.github.camelwechat.material.internal.token;

import java.util.concurrent.CompletableFuture;

/** A token that somebody else looks after. It is never renewed here. */
record FixedTokenSource(AccessToken token) implements TokenSource {

    @Override
    public CompletableFuture<AccessToken> fetch() {
        return CompletableFuture.completedFuture(token);
    }
}
