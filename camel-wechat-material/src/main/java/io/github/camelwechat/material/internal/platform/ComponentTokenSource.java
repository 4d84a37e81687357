package io.github.camelwechat.material.internal.platform;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

import io.github.camelwechat.material.error.WechatApiException;
import io.github.camelwechat.material.internal.call.Call;
import io.github.camelwechat.material.internal.call.WechatInterface;
import io.github.camelwechat.material.internal.token.AccessToken;
import io.github.camelwechat.material.internal.token.TokenApi;
import io.github.camelwechat.material.internal.token.TokenCall;
import io.github.camelwechat.material.internal.token.TokenSource;
import io.github.camelwechat.material.internal.transport.AnswerShape;
import io.github.camelwechat.material.internal.transport.ApiRequest;
import io.github.camelwechat.material.internal.transport.Authorization;
import io.github.camelwechat.material.internal.transport.Json;
import org.jspecify.annotations.Nullable;

/** Source of a platform's own token, the {@code component_access_token}: gives the newest ticket for it. */
final class ComponentTokenSource implements TokenSource {

    /** The ticket has expired, or is another one than WeChat's. */
    private static final Set<Integer> OF_THE_TICKET = Set.of(61005, 61006);

    private final PlatformIdentity identity;
    private final TokenApi api;
    private final Tickets tickets;
    private volatile @Nullable WechatApiException refusal;

    ComponentTokenSource(PlatformIdentity identity, TokenApi api, Tickets tickets) {
        this.identity = identity;
        this.api = api;
        this.tickets = tickets;
    }

    /** Returns why WeChat has refused the platform in the latest call for a token; null if it has not. */
    @Nullable
    WechatApiException refusal() {
        return refusal;
    }

    /** Forgets it: something has changed on which tokens depend. */
    void forgetRefusal() {
        refusal = null;
    }

    @Override
    public Call<AccessToken> fetch(@Nullable Authorization refused) {
        PushEvent.Ticket ticket = tickets.get();
        Call<AccessToken> token = new TokenCall(
                api, request(ticket), "component_access_token", Authorization::componentAccessToken).fetch(refused);
        return token.map(given -> {
            refusal = null;
            return given;
        }).recover(WechatApiException.class, why -> {
            if (OF_THE_TICKET.contains(why.getErrcode())) {
                tickets.refused(ticket, why);
            } else if (!why.isRetryable()) {
                refusal = why;
            }
            return Call.failed(why);
        });
    }

    private ApiRequest request(PushEvent.Ticket ticket) {
        WechatInterface called = WechatInterface.GET_COMPONENT_ACCESS_TOKEN;
        Map<String, Object> body = new LinkedHashMap<>();
        body.put("component_appid", identity.appId());
        body.put("component_appsecret", identity.secret());
        body.put("component_verify_ticket", ticket.ticket());
        return new ApiRequest(called, List.of(), Json.body(body), AnswerShape.flat(called), Set.of(ticket.ticket()));
    }
}
