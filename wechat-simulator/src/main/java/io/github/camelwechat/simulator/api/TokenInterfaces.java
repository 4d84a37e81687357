package io.github.camelwechat.simulator.api;

import java.util.Map;

import com.fasterxml.jackson.databind.JsonNode;
import io.github.camelwechat.simulator.answer.ApiError;
import io.github.camelwechat.simulator.answer.Json;
import io.github.camelwechat.simulator.journal.Head;
import io.github.camelwechat.simulator.journal.OpenEntry;
import io.github.camelwechat.simulator.platform.Platforms;
import io.github.camelwechat.simulator.rule.Account;
import io.github.camelwechat.simulator.rule.Accounts;
import io.github.camelwechat.simulator.token.IssuedToken;
import io.github.camelwechat.simulator.token.Tokens;

/** {@code /cgi-bin/token} and {@code /cgi-bin/stable_token}. */
final class TokenInterfaces {

    private final Tokens tokens;
    private final Accounts accounts;
    private final Platforms platforms;

    TokenInterfaces(Tokens tokens, Accounts accounts, Platforms platforms) {
        this.tokens = tokens;
        this.accounts = accounts;
        this.platforms = platforms;
    }

    Map<String, Interface> byPath() {
        return Map.of(
                "/cgi-bin/token", new Interface(
                        "GET", false, (head, query) -> NoBody.answering(none -> classic(head, query))),
                "/cgi-bin/stable_token", new Interface(
                        "POST", false, (head, query) -> JsonCall.answering(
                                (none, request, entry) -> stable(head, request, entry))));
    }

    private JsonNode classic(Head head, Query query) {
        return answer(tokens.classic(
                authenticated(head, query.text("appid"), query.text("secret"), query.text("grant_type"))));
    }

    private JsonNode stable(Head head, JsonNode request, OpenEntry entry) {
        entry.appId(request.path("appid").textValue());
        String appId = authenticated(head, text(request, "appid"), text(request, "secret"), text(request, "grant_type"));
        JsonNode force = request.path("force_refresh");
        if (!force.isMissingNode() && !force.isBoolean()) {
            entry.reason("force_refresh is no boolean: " + force);
            throw ApiError.behind(47001);
        }
        return answer(tokens.stable(appId, force.asBoolean()));
    }

    private String authenticated(Head head, String appId, String secret, String grantType) {
        ApiError.requireAtGateway(!appId.isEmpty(), 41002);
        ApiError.requireAtGateway(!secret.isEmpty(), 41004);
        ApiError.requireAtGateway(grantType.equals("client_credential"), 40002);
        ApiError.requireAtGateway(platforms.find(appId).isEmpty(), 61024);
        Account account = accounts.of(tokens.authenticate(appId, secret));
        account.requireTokensFor(head.client());
        account.admit(head.path());
        return appId;
    }

    private static String text(JsonNode request, String field) {
        return request.path(field).isTextual() ? request.path(field).textValue() : "";
    }

    private static JsonNode answer(IssuedToken token) {
        return Json.object().put("access_token", token.value()).put("expires_in", token.expiresIn());
    }
}
