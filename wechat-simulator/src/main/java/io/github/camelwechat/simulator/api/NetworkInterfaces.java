package io.github.camelwechat.simulator.api;

import java.util.Map;
import java.util.Set;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.camelwechat.simulator.answer.ApiError;
import io.github.camelwechat.simulator.answer.Json;
import io.github.camelwechat.simulator.journal.OpenEntry;
import io.github.camelwechat.simulator.rule.Accounts;

/** The addresses of the service and of its pushes. Here everything is on this machine. */
final class NetworkInterfaces {

    private static final String ADDRESS = "127.0.0.1";
    private static final Set<String> ACTIONS = Set.of("all", "dns", "ping");
    private static final Set<String> OPERATORS = Set.of("CHINANET", "UNICOM", "CAP", "DEFAULT");

    private final Accounts accounts;

    NetworkInterfaces(Accounts accounts) {
        this.accounts = accounts;
    }

    Map<String, Interface> byPath() {
        return Map.of(
                "/cgi-bin/get_api_domain_ip", addresses(),
                "/cgi-bin/getcallbackip", addresses(),
                "/cgi-bin/callback/check", new Interface("POST", true, (head, query) -> JsonCall.answering(this::check)));
    }

    private static Interface addresses() {
        return new Interface("GET", true, (head, query) -> NoBody.answering(appId -> {
            ObjectNode answer = Json.object();
            answer.putArray("ip_list").add(ADDRESS);
            return answer;
        }));
    }

    private JsonNode check(String appId, JsonNode request, OpenEntry entry) {
        String action = request.path("action").asText();
        String operator = request.path("check_operator").asText();
        ApiError.requireAtGateway(accounts.of(appId).callbackUrl() != null, 40201);
        ApiError.requireAtGateway(ACTIONS.contains(action), 40202);
        ApiError.requireAtGateway(OPERATORS.contains(operator), 40203);
        ObjectNode answer = Json.object();
        if (!action.equals("ping")) {
            answer.putArray("dns").addObject().put("ip", ADDRESS).put("real_operator", operator);
        }
        if (!action.equals("dns")) {
            answer.putArray("ping").addObject().put("ip", ADDRESS).put("from_operator", operator)
                    .put("package_loss", "0%").put("time", "0.1ms");
        }
        return answer;
    }
}
