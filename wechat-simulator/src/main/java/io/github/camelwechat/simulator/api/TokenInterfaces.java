package io.github.camelwechat.simulator.api;

import com.fasterxml.jackson.databind.JsonNode;
import io.github.camelwechat.simulator.answer.ApiError;
import io.github.camelwechat.simulator.answer.ErrorTexts;
import io.github.camelwechat.simulator.answer.Json;
import io.github.camelwechat.simulator.journal.OpenEntry;
import io.github.camelwechat.simulator.token.IssuedToken;
import io.github.camelwechat.simulator.token.Tokens;

/** {@code /cgi-bin/token} and {@code /cgi-bin/stable_token}. */
final class TokenInterfaces {

    private final Tokens tokens;

    TokenInterfaces(Tokens tokens) {
        this.tokens = tokens;
    }

    Interface classic() {
        return new Interface(
                "GET", false, (head, query) -> NoBody.answering(
                        none -> answer(tokens.classic(authenticated(
                                query.value("appid"), query.value("secret"), query.value("grant_type"))))));
    }

    Interface stable() {
        return new Interface("POST", false, (head, query) -> JsonCall.answering(this::stable));
    }

    private JsonNode stable(String none, JsonNode request, OpenEntry entry) {
        String appId = authenticated(text(request, "appid"), text(request, "secret"), text(request, "grant_type"));
        entry.appId(appId);
        JsonNode force = request.path("force_refresh");
        if (!force.isMissingNode() && !force.isBoolean()) {
            entry.reason("force_refresh is no boolean: " + force);
            throw ApiError.behind(47001);
        }
        return answer(tokens.stable(appId, force.asBoolean()));
    }

    private String authenticated(String appId, String secret, String grantType) {
        require(appId != null && !appId.isEmpty(), 41002);
        require(secret != null && !secret.isEmpty(), 41004);
        require("client_credential".equals(grantType), 40002);
        return tokens.authenticate(appId, secret);
    }

    private static void require(boolean condition, int errcode) {
        if (!condition) {
            throw ApiError.gateway(errcode, ErrorTexts.of(errcode));
        }
    }

    private static String text(JsonNode request, String field) {
        return request.path(field).textValue();
    }

    private static JsonNode answer(IssuedToken token) {
        return Json.object().put("access_token", token.value()).put("expires_in", token.expiresIn());
    }
}
