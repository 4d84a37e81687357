package io.github.camelwechat.material.internal.token;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.TimeUnit;

import io.github.camelwechat.material.error.NotSentException;
import io.github.camelwechat.material.internal.transport.ApiExchange;
import io.github.camelwechat.material.internal.transport.ApiRequest;
import io.github.camelwechat.material.internal.transport.JsonAnswer;
import io.github.camelwechat.material.internal.transport.WechatApi;

/** Asks an interface that hands out tokens, and works out how long the token serves. */
final class TokenCall {

    private static final Duration TIMEOUT = Duration.ofSeconds(10);
    /** For five minutes around a renewal the old and the new token both work, with either interface. */
    private static final Duration OVERLAP = Duration.ofMinutes(4);
    private static final Duration MARGIN = Duration.ofSeconds(10);

    private final WechatApi api;
    private final ApiRequest request;
    private final ScheduledExecutorService timer;
    private final Clock clock;

    TokenCall(WechatApi api, ApiRequest request, ScheduledExecutorService timer, Clock clock) {
        this.api = api;
        this.request = request;
        this.timer = timer;
        this.clock = clock;
    }

    CompletableFuture<AccessToken> make() {
        Instant asked = clock.instant();
        ApiExchange<JsonAnswer> exchange = api.prepare(request, null, () -> {
        });
        CompletableFuture<AccessToken> token = exchange.answer().thenApply(answer -> read(answer, asked));
        ScheduledFuture<?> limit = timer.schedule(() -> {
            token.completeExceptionally(
                    new NotSentException(request.operation() + ": no answer within " + TIMEOUT.toSeconds() + " seconds"));
            exchange.cancel();
        }, TIMEOUT.toMillis(), TimeUnit.MILLISECONDS);
        token.whenComplete((value, failure) -> limit.cancel(false));
        exchange.start(false);
        return token;
    }

    private AccessToken read(JsonAnswer answer, Instant asked) {
        String value = answer.id("access_token");
        int seconds = answer.count("expires_in");
        if (seconds == 0) {
            throw answer.unexpected("the answer has a token that has expired (expires_in is 0)");
        }
        Duration life = Duration.ofSeconds(seconds);
        Duration margin = shorter(MARGIN, life.dividedBy(10));
        return new AccessToken(
                value, asked.plus(life).minus(margin), asked.plus(life).minus(shorter(OVERLAP, life.dividedBy(2))));
    }

    private static Duration shorter(Duration a, Duration b) {
        return a.compareTo(b) < 0 ? a : b;
    }
}
