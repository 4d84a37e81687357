package io.github.camelwechat.simulator.api;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.camelwechat.simulator.answer.ApiError;
import io.github.camelwechat.simulator.answer.Json;

/** What the interfaces about the account itself have in common: they belong to the gateway, their errors too. */
final class GatewayRules {

    private GatewayRules() {
    }

    /** {@return the text of a field that has to be there} */
    static String text(JsonNode request, String field, int ifMissing) {
        String text = request.path(field).asText("");
        ApiError.requireAtGateway(request.path(field).isTextual() && !text.isEmpty(), ifMissing);
        return text;
    }

    /** {@return an answer that says {@code ok}, which those of the material interfaces do not} */
    static ObjectNode ok() {
        return Json.object().put("errcode", 0).put("errmsg", "ok");
    }
}
