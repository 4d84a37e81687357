package io.github.camelwechat.material.internal.token;

import java.util.function.Function;
import java.util.function.Supplier;

import io.github.camelwechat.material.error.WechatApiException;
import io.github.camelwechat.material.internal.call.Call;
import io.github.camelwechat.material.internal.call.WechatInterface;
import io.github.camelwechat.material.internal.transport.Authorization;
import org.jspecify.annotations.Nullable;

/**
 * A call with a token: once more with another one where WeChat refuses the first, and again where a refused token was
 * outdated by the time of its refusal, which says nothing about the new one. Where WeChat is not ready yet, it is
 * repeated until the time limit of the operation.
 */
final class AuthorizedCall<T extends @Nullable Object> {

    private static final int MAX_ATTEMPTS = 4;

    private final AccessTokens tokens;
    private final WechatInterface called;
    private final Function<Supplier<Authorization>, Call<T>> request;
    private final @Nullable ReadinessQueue readiness;

    AuthorizedCall(AccessTokens tokens, WechatInterface called, Function<Supplier<Authorization>, Call<T>> request) {
        this.tokens = tokens;
        this.called = called;
        this.request = request;
        this.readiness = tokens.readiness();
    }

    Call<T> begin() {
        return readiness == null ? tokens.get(called).then(token -> attempt(token, 1)) : after(readiness.admit(called), 1);
    }

    private Call<T> after(Call<String> turn, int number) {
        return turn.then(come -> tokens.get(called)).then(token -> attempt(token, number));
    }

    private Call<T> attempt(AccessToken token, int number) {
        Use use = new Use(token);
        Call<T> answer = request.apply(use);
        if (readiness != null) {
            answer.listen((result, failure) -> readiness.answered(failure));
        }
        return answer.recover(WechatApiException.class, refusal -> {
            if (readiness != null && TokenFailures.isNotReady(refusal)) {
                return after(readiness.await(refusal), number);
            }
            AccessToken refused = use.token;
            boolean again = TokenFailures.isStaleToken(refusal) && number < MAX_ATTEMPTS
                    && (number == 1 || tokens.isOutdated(refused));
            return again
                    ? tokens.getOther(called, refused, refusal).then(other -> attempt(other, number + 1))
                    : Call.failed(refusal);
        });
    }

    /** A token that gives way to a newer one until the request goes out: it may have waited long for its turn. */
    private final class Use implements Supplier<Authorization> {

        private volatile AccessToken token;

        Use(AccessToken token) {
            this.token = token;
        }

        @Override
        public Authorization get() {
            AccessToken latest = tokens.latest(token);
            token = latest;
            return latest.authorization();
        }
    }
}
