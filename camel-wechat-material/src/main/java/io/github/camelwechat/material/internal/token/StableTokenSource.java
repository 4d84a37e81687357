package io.github.camelwechat.material.internal.token;

import java.time.Clock;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ScheduledExecutorService;

import io.github.camelwechat.material.internal.transport.ApiRequest;
import io.github.camelwechat.material.internal.transport.Credentials;
import io.github.camelwechat.material.internal.transport.Effect;
import io.github.camelwechat.material.internal.transport.Json;
import io.github.camelwechat.material.internal.transport.WechatApi;

/**
 * {@code stable_token} in its normal mode: many programs may ask, and all get the same token until the last five
 * minutes of its life. {@code force_refresh} is never sent: it would end the token of every other program.
 */
final class StableTokenSource implements TokenSource {

    private final TokenCall call;

    StableTokenSource(WechatApi api, Credentials.AppSecret account, ScheduledExecutorService timer, Clock clock) {
        Map<String, Object> body = new LinkedHashMap<>();
        body.put("grant_type", "client_credential");
        body.put("appid", account.appId());
        body.put("secret", account.secret());
        body.put("force_refresh", false);
        this.call = new TokenCall(
                api, new ApiRequest(Effect.NONE, "getStableAccessToken", "/cgi-bin/stable_token", List.of(), Json.body(body)),
                timer, clock);
    }

    @Override
    public CompletableFuture<AccessToken> fetch() {
        return call.make();
    }
}
