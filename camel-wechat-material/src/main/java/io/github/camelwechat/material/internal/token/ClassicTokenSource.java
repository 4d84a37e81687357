package io.github.camelwechat.material.internal.token;

import java.time.Clock;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ScheduledExecutorService;

import io.github.camelwechat.material.internal.transport.ApiRequest;
import io.github.camelwechat.material.internal.transport.Credentials;
import io.github.camelwechat.material.internal.transport.Effect;
import io.github.camelwechat.material.internal.transport.WechatApi;
import org.apache.hc.core5.http.message.BasicNameValuePair;

/**
 * {@code token}: each call makes a new token and, five minutes later, ends the one before. So only one program may ask;
 * two that do so end each other's tokens every five minutes.
 */
final class ClassicTokenSource implements TokenSource {

    private final TokenCall call;

    ClassicTokenSource(WechatApi api, Credentials.AppSecret account, ScheduledExecutorService timer, Clock clock) {
        this.call = new TokenCall(
                api, new ApiRequest(
                        Effect.NONE, "getAccessToken", "/cgi-bin/token",
                        List.of(new BasicNameValuePair("grant_type", "client_credential"),
                                new BasicNameValuePair("appid", account.appId()),
                                new BasicNameValuePair("secret", account.secret())),
                        null),
                timer, clock);
    }

    @Override
    public CompletableFuture<AccessToken> fetch() {
        return call.make();
    }
}
