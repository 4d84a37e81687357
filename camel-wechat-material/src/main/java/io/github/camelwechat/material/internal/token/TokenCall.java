package io.github.camelwechat.material.internal.token;

import java.time.Duration;
import java.time.Instant;
import java.util.function.Function;
import java.util.function.Supplier;

import io.github.camelwechat.material.internal.call.Call;
import io.github.camelwechat.material.internal.call.CallListener.MediaInfo;
import io.github.camelwechat.material.internal.call.CallerThread;
import io.github.camelwechat.material.internal.call.Deadline;
import io.github.camelwechat.material.internal.transport.ApiRequest;
import io.github.camelwechat.material.internal.transport.Authorization;
import io.github.camelwechat.material.internal.transport.JsonAnswer;
import org.jspecify.annotations.Nullable;

/** Asks an interface that hands out tokens, and works out how long the token serves. Thread-safe. */
public final class TokenCall implements TokenSource {

    /** For the answer. */
    public static final Duration TIMEOUT = Duration.ofSeconds(10);

    private final TokenApi api;
    private final Supplier<ApiRequest> requests;
    private final String field;
    private final Function<String, Authorization> authorization;

    /**
     * Creates a source.
     *
     * @param requests      gives the request of each call
     * @param field         of the answer, with the token
     * @param authorization carries the token
     */
    public TokenCall(TokenApi api, Supplier<ApiRequest> requests, String field, Function<String, Authorization> authorization) {
        this.api = api;
        this.requests = requests;
        this.field = field;
        this.authorization = authorization;
    }

    /** Returns the source of an account's access token. */
    static TokenSource ofAccount(TokenApi api, ApiRequest request) {
        return new SparingTokenSource(
                new TokenCall(api, () -> request, "access_token", token -> Authorization.accessToken(token, true)),
                api.clock());
    }

    @Override
    public Call<AccessToken> fetch(@Nullable Authorization refused) {
        ApiRequest request = requests.get();
        Instant asked = api.clock().instant();
        return api.reporter().report(request.called(), MediaInfo.NONE, 1,
                sent -> new Deadline(api.timer(), TIMEOUT, "the limit of token calls").over(
                        request.called().wechatName(), () -> {
                            sent.run();
                            return api.api().send(
                                    request, Authorization.NONE, answer -> read(answer, asked), CallerThread.NONE, () -> {
                                    });
                        }),
                token -> null);
    }

    private AccessToken read(JsonAnswer answer, Instant asked) {
        String value = answer.id(field);
        int seconds = answer.count("expires_in");
        if (seconds == 0) {
            throw answer.unexpected("the answer has a token that has expired (expires_in is 0)");
        }
        return AccessToken.of(authorization.apply(value), asked, Duration.ofSeconds(seconds));
    }
}
