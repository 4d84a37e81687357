package io.github.camelwechat.material.internal.token;

import java.time.Instant;
import java.util.function.Function;

import io.github.camelwechat.material.internal.call.Call;
import io.github.camelwechat.material.internal.transport.ApiRequest;
import io.github.camelwechat.material.internal.transport.Authorization;
import org.jspecify.annotations.Nullable;

/** Asks an interface that hands out tokens. Thread-safe. */
public final class TokenCall implements TokenSource {

    private final TokenApi api;
    private final ApiRequest request;
    private final String field;
    private final Function<String, Authorization> authorization;

    /**
     * Creates a source.
     *
     * @param field         of the answer, with the token
     * @param authorization carries the token
     */
    public TokenCall(TokenApi api, ApiRequest request, String field, Function<String, Authorization> authorization) {
        this.api = api;
        this.request = request;
        this.field = field;
        this.authorization = authorization;
    }

    /** Returns the source of an account's access token. */
    static TokenSource ofAccount(TokenApi api, ApiRequest request) {
        return new SparingTokenSource(
                new TokenCall(api, request, "access_token", token -> Authorization.accessToken(token, true)), api.clock());
    }

    @Override
    public Call<AccessToken> fetch(@Nullable Authorization refused) {
        Instant asked = api.clock().instant();
        return api.call(
                request, Authorization.NONE, 1, "the limit of token calls",
                answer -> AccessToken.in(answer, field, authorization, asked));
    }
}
