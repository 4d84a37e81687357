package io.github.camelwechat.material.internal.platform;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Function;

import io.github.camelwechat.material.internal.call.Call;
import io.github.camelwechat.material.internal.call.WechatInterface;
import io.github.camelwechat.material.internal.platform.ComponentAnswers.AccountFields;
import io.github.camelwechat.material.internal.platform.ComponentAnswers.AuthorizationFields;
import io.github.camelwechat.material.internal.platform.ComponentAnswers.Listed;
import io.github.camelwechat.material.internal.platform.ComponentAnswers.Redeemed;
import io.github.camelwechat.material.internal.token.AccessTokens;
import io.github.camelwechat.material.internal.token.TokenApi;
import io.github.camelwechat.material.internal.transport.AnswerShape;
import io.github.camelwechat.material.internal.transport.ApiRequest;
import io.github.camelwechat.material.internal.transport.Authorization;
import io.github.camelwechat.material.internal.transport.Json;
import io.github.camelwechat.material.internal.transport.JsonAnswer;
import io.github.camelwechat.material.result.PreAuthCode;
import org.jspecify.annotations.Nullable;

/** The interfaces of a platform as calls, with its token. Nothing of their answers is stored here. Thread-safe. */
final class ComponentClient {

    private final PlatformIdentity identity;
    private final TokenApi api;
    private final AccessTokens tokens;

    /** @param tokens the platform's own */
    ComponentClient(PlatformIdentity identity, TokenApi api, AccessTokens tokens) {
        this.identity = identity;
        this.api = api;
        this.tokens = tokens;
    }

    /**
     * Answer about an account.
     *
     * @param account       for people
     * @param authorization of the platform
     */
    record Told(AccountFields account, AuthorizationFields authorization) {
    }

    Call<Void> startPushTicket() {
        WechatInterface called = WechatInterface.START_PUSH_TICKET;
        Map<String, Object> body = new LinkedHashMap<>();
        body.put("component_appid", identity.appId());
        body.put("component_secret", identity.secret());
        return call(new ApiRequest(called, List.of(), Json.body(body)), Authorization.NONE, 1, answer -> null);
    }

    Call<PreAuthCode> createPreAuthCode(String redirectUri, int authType, @Nullable String bizAppId) {
        WechatInterface called = WechatInterface.CREATE_PRE_AUTH_CODE;
        return authorized(request(called, Map.of(), Set.of(), AnswerShape.flat(called)), answer -> {
            String code = answer.id("pre_auth_code");
            String query = "component_appid=" + escaped(identity.appId()) + "&pre_auth_code=" + escaped(code) + "&redirect_uri="
                           + escaped(redirectUri) + "&auth_type=" + authType
                           + (bizAppId == null ? "" : "&biz_appid=" + escaped(bizAppId));
            return new PreAuthCode(
                    answer.count("expires_in"), "https://mp.weixin.qq.com/cgi-bin/componentloginpage?" + query,
                    "https://open.weixin.qq.com/wxaopen/safe/bindcomponent?action=bindcomponent&no_scan=1&" + query
                                                                                                                + "#wechat_redirect");
        });
    }

    /** Redeems a code. */
    Call<Redeemed> queryAuth(String code) {
        WechatInterface called = WechatInterface.QUERY_AUTH;
        Instant asked = api.clock().instant();
        return authorized(
                request(called, Map.of("authorization_code", code), Set.of(code),
                        AnswerShape.of(called, ComponentAnswers.AUTHORIZATION)),
                answer -> ComponentAnswers.redeemed(answer, asked));
    }

    /** Asks for an access token. */
    Call<AuthorizerToken> authorizerToken(String appId, String refreshToken) {
        WechatInterface called = WechatInterface.GET_AUTHORIZER_ACCESS_TOKEN;
        Map<String, String> body = new LinkedHashMap<>();
        body.put("authorizer_appid", appId);
        body.put("authorizer_refresh_token", refreshToken);
        Instant asked = api.clock().instant();
        return authorized(
                request(called, body, Set.of(refreshToken), AnswerShape.flat(called)),
                answer -> ComponentAnswers.renewed(answer, asked));
    }

    Call<Told> authorizerInfo(String appId) {
        WechatInterface called = WechatInterface.GET_AUTHORIZER_INFO;
        return authorized(
                request(called, Map.of("authorizer_appid", appId), Set.of(),
                        AnswerShape.of(called, ComponentAnswers.AUTHORIZATION, ComponentAnswers.ACCOUNT)),
                answer -> new Told(
                        answer.object(ComponentAnswers.ACCOUNT), ComponentAnswers.authorization(answer, appId)));
    }

    /**
     * Asks for a page of the accounts.
     *
     * @param offset 0 or more
     * @param count  1 to {@value Platform#MAX_PAGE}
     */
    Call<Listed> authorizerList(int offset, int count) {
        WechatInterface called = WechatInterface.GET_AUTHORIZER_LIST;
        return authorized(
                request(called, Map.of("offset", offset, "count", count), Set.of(),
                        new AnswerShape(called.longestAnswer(), ComponentAnswers.LIST, Platform.MAX_PAGE)),
                ComponentAnswers::listed);
    }

    private ApiRequest request(WechatInterface called, Map<String, ?> fields, Set<String> secrets, AnswerShape shape) {
        Map<String, Object> body = new LinkedHashMap<>();
        body.put("component_appid", identity.appId());
        body.putAll(fields);
        return new ApiRequest(called, List.of(), Json.body(body), shape, secrets);
    }

    private <T> Call<T> authorized(ApiRequest request, Function<JsonAnswer, T> result) {
        AtomicInteger attempts = new AtomicInteger();
        return tokens.authorize(
                request.called(), authorization -> call(request, authorization.get(), attempts.incrementAndGet(), result));
    }

    private <T extends @Nullable Object> Call<T> call(
            ApiRequest request, Authorization authorization, int attempt, Function<JsonAnswer, T> result) {
        return api.call(request, authorization, attempt, "the limit of a platform's calls", result);
    }

    private static String escaped(String value) {
        return URLEncoder.encode(value, StandardCharsets.UTF_8);
    }
}
