package io.github.camelwechat.material.token;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.TimeUnit;

import com.fasterxml.jackson.databind.JsonNode;
import io.github.camelwechat.material.error.NotSentException;
import io.github.camelwechat.material.error.UnexpectedAnswerException;
import io.github.camelwechat.material.transport.ApiExchange;
import io.github.camelwechat.material.transport.ApiRequest;
import io.github.camelwechat.material.transport.Json;
import io.github.camelwechat.material.transport.WechatApi;

/**
 * {@code stable_token} in its normal mode: many programs may ask, and all get the same token until the last five
 * minutes of its life. {@code force_refresh} is never sent: it would end the token of every other program.
 */
final class StableTokenSource implements TokenSource {

    private static final String OPERATION = "getStableAccessToken";
    private static final Duration TIMEOUT = Duration.ofSeconds(10);
    /** Within the last five minutes WeChat hands out a new token while the old one still works. */
    private static final Duration OVERLAP = Duration.ofMinutes(4);
    private static final Duration MARGIN = Duration.ofSeconds(10);

    private final WechatApi api;
    private final ApiRequest request;
    private final ScheduledExecutorService timer;
    private final Clock clock;

    StableTokenSource(WechatApi api, String appId, String secret, ScheduledExecutorService timer, Clock clock) {
        this.api = api;
        this.timer = timer;
        this.clock = clock;
        Map<String, Object> body = new LinkedHashMap<>();
        body.put("grant_type", "client_credential");
        body.put("appid", appId);
        body.put("secret", secret);
        body.put("force_refresh", false);
        this.request = new ApiRequest(OPERATION, "/cgi-bin/stable_token", List.of(), Json.body(body));
    }

    @Override
    public CompletableFuture<AccessToken> fetch() {
        Instant asked = clock.instant();
        ApiExchange<JsonNode> exchange = api.prepare(request, null, () -> {
        });
        CompletableFuture<AccessToken> token = exchange.answer().thenApply(answer -> read(answer, asked));
        ScheduledFuture<?> limit = timer.schedule(() -> {
            token.completeExceptionally(
                    new NotSentException(OPERATION + ": no answer within " + TIMEOUT.toSeconds() + " seconds"));
            exchange.cancel();
        }, TIMEOUT.toMillis(), TimeUnit.MILLISECONDS);
        token.whenComplete((value, failure) -> limit.cancel(false));
        exchange.start();
        return token;
    }

    private static AccessToken read(JsonNode answer, Instant asked) {
        String value = answer.path("access_token").asText();
        long seconds = answer.path("expires_in").asLong();
        if (value.isEmpty() || seconds <= 0) {
            throw new UnexpectedAnswerException(OPERATION + ": the answer has no access_token or no expires_in", 200);
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
