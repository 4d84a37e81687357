package io.github.camelwechat.simulator.api;

import java.util.Collection;
import java.util.List;
import java.util.Map;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.camelwechat.simulator.answer.ApiError;
import io.github.camelwechat.simulator.answer.Json;
import io.github.camelwechat.simulator.journal.Head;
import io.github.camelwechat.simulator.journal.OpenEntry;
import io.github.camelwechat.simulator.platform.Grant;
import io.github.camelwechat.simulator.platform.Merchant;
import io.github.camelwechat.simulator.platform.Platform;
import io.github.camelwechat.simulator.platform.Platforms;
import io.github.camelwechat.simulator.platform.PreAuthCode;
import io.github.camelwechat.simulator.rule.PlatformSwitches;
import io.github.camelwechat.simulator.token.IssuedToken;

/** {@code /cgi-bin/component/…}: what a third-party platform calls on its own behalf. */
final class ComponentInterfaces {

    private static final String ROOT = "/cgi-bin/component/api_";
    private static final String COMPONENT_APPID = "component_appid";
    private static final String AUTHORIZER_APPID = "authorizer_appid";
    private static final String AUTHORIZER_REFRESH_TOKEN = "authorizer_refresh_token";
    private static final String EXPIRES_IN = "expires_in";
    private static final int LONGEST_PAGE = 500;

    private final Platforms platforms;
    private final Collection<String> accounts;
    private final PlatformSwitches switches;

    ComponentInterfaces(Platforms platforms, Collection<String> accounts, PlatformSwitches switches) {
        this.platforms = platforms;
        this.accounts = accounts;
        this.switches = switches;
    }

    Map<String, Interface> byPath() {
        return Map.of(
                ROOT + "start_push_ticket", withSecret(this::startPushTicket),
                ROOT + "component_token", withSecret(this::componentToken),
                ROOT + "create_preauthcode", withToken((platform, request) -> createPreAuthCode(platform)),
                ROOT + "query_auth", withToken(ComponentInterfaces::queryAuth),
                ROOT + "authorizer_token", withToken(this::authorizerToken),
                ROOT + "get_authorizer_info", withToken(this::authorizerInfo),
                ROOT + "get_authorizer_list", withToken(ComponentInterfaces::authorizerList));
    }

    /** Answers a platform that has shown its secret, from the address that it calls from. */
    @FunctionalInterface
    private interface SecretCall {
        JsonNode answer(Head head, JsonNode request);
    }

    /** Answers a platform that has shown its token. */
    @FunctionalInterface
    private interface TokenCall {
        JsonNode answer(Platform platform, JsonNode request);
    }

    private static Interface withSecret(SecretCall call) {
        return new Interface(
                "POST", Credential.COMPONENT_SECRET, (head, query) -> JsonCall.answering((none, request, entry) -> {
                    entry.appId(request.path(COMPONENT_APPID).textValue());
                    return call.answer(head, request);
                }));
    }

    private Interface withToken(TokenCall call) {
        return new Interface(
                "POST", Credential.COMPONENT_TOKEN, (head, query) -> JsonCall.answering(
                        (appId, request, entry) -> call.answer(caller(appId, request, entry), request)));
    }

    private JsonNode startPushTicket(Head head, JsonNode request) {
        ObjectNode answer = GatewayRules.ok();
        return authenticated(head, request, "component_secret").startTickets()
                ? answer : answer.put("errmsg", "in a normal state");
    }

    private JsonNode componentToken(Head head, JsonNode request) {
        Platform platform = authenticated(head, request, "component_appsecret");
        IssuedToken token = platform.tokenFor(GatewayRules.text(request, "component_verify_ticket", 41020));
        return Json.object().put("component_access_token", token.value()).put(EXPIRES_IN, token.expiresIn());
    }

    private Platform authenticated(Head head, JsonNode request, String secretField) {
        String appId = GatewayRules.text(request, COMPONENT_APPID, 41018);
        String secret = GatewayRules.text(request, secretField, 41004);
        Platform platform = platforms.find(appId).orElseThrow(() -> unknown(appId));
        platform.requireSecret(secret);
        platform.requireCallFrom(head.client());
        return platform;
    }

    /** {@return the platform whose token came along, if it says so in the body as well} */
    private Platform caller(String appId, JsonNode request, OpenEntry entry) {
        String named = GatewayRules.text(request, COMPONENT_APPID, 41018);
        if (!named.equals(appId)) {
            entry.reason("the token belongs to another component_appid");
            throw platforms.find(named).isPresent() ? ApiError.gateway(61011) : unknown(named);
        }
        return platforms.of(appId);
    }

    private ApiError unknown(String appId) {
        return ApiError.gateway(accounts.contains(appId) ? 61011 : 40013);
    }

    private static JsonNode createPreAuthCode(Platform platform) {
        PreAuthCode code = platform.merchants().newPreAuthCode();
        return Json.object().put("pre_auth_code", code.value()).put(EXPIRES_IN, code.expiresIn());
    }

    private static JsonNode queryAuth(Platform platform, JsonNode request) {
        Grant grant = platform.merchants().redeem(GatewayRules.text(request, "authorization_code", 61009));
        ObjectNode answer = Json.object();
        ObjectNode info = answer.putObject("authorization_info").put(AUTHORIZER_APPID, grant.merchant().appId());
        putTokens(info, grant);
        AuthorizerView.putSets(info, grant.merchant());
        return answer;
    }

    /** A platform that was granted nothing has no tokens. */
    private static void putTokens(ObjectNode answer, Grant grant) {
        IssuedToken token = grant.accessToken();
        if (token != null) {
            answer.put("authorizer_access_token", token.value()).put(EXPIRES_IN, token.expiresIn())
                    .put(AUTHORIZER_REFRESH_TOKEN, grant.merchant().refreshToken());
        }
    }

    private JsonNode authorizerToken(Platform platform, JsonNode request) {
        String merchant = merchant(request);
        Grant grant = platform.merchants().renew(merchant, GatewayRules.text(request, AUTHORIZER_REFRESH_TOKEN, 61023));
        ObjectNode answer = Json.object();
        putTokens(answer, grant);
        if (switches.renewalsWithoutRefreshToken()) {
            answer.remove(AUTHORIZER_REFRESH_TOKEN);
        }
        return answer;
    }

    private JsonNode authorizerInfo(Platform platform, JsonNode request) {
        return AuthorizerView.info(platform.merchants().requireAuthorized(merchant(request)));
    }

    private String merchant(JsonNode request) {
        String appId = GatewayRules.text(request, AUTHORIZER_APPID, 40013);
        ApiError.requireAtGateway(accounts.contains(appId), 40013);
        return appId;
    }

    private static JsonNode authorizerList(Platform platform, JsonNode request) {
        JsonNode offset = request.path("offset");
        JsonNode count = request.path("count");
        ApiError.requireBehind(offset.canConvertToExactIntegral() && offset.canConvertToInt() && offset.intValue() >= 0
                && count.canConvertToExactIntegral() && count.canConvertToInt() && count.intValue() >= 1
                && count.intValue() <= LONGEST_PAGE,
                40097);
        List<Merchant> all = platform.merchants().all().stream().filter(Merchant::authorized).toList();
        ObjectNode answer = Json.object().put("total_count", all.size());
        ArrayNode list = answer.putArray("list");
        all.stream().skip(offset.intValue()).limit(count.intValue()).map(AuthorizerView::item).forEach(list::add);
        return answer;
    }
}
