package io.github.camelwechat.simulator.api;

import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Objects;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.camelwechat.simulator.answer.ApiError;
import io.github.camelwechat.simulator.answer.Json;
import io.github.camelwechat.simulator.journal.Journal;
import io.github.camelwechat.simulator.journal.JournalEntry;
import io.github.camelwechat.simulator.journal.OpenEntry;
import io.github.camelwechat.simulator.journal.Refusal;
import org.jspecify.annotations.Nullable;

/** {@code openapi/rid/get}: what the service has received, for the rid of an error. Tokens and secrets are masked. */
final class RidInterface {

    private static final Pattern RID = Pattern.compile("[0-9a-f]{8}-[0-9a-f]{8}-[0-9a-f]{8}");
    private static final int TIME_DIGITS = 8;
    private static final int HEX = 16;
    private static final Duration KEPT = Duration.ofDays(7);
    private static final int SHOWN_OF_TOKEN = 9;
    private static final String MASK = "xxxx";

    private final Journal journal;
    private final Clock clock;

    RidInterface(Journal journal, Clock clock) {
        this.journal = journal;
        this.clock = clock;
    }

    Map<String, Interface> byPath() {
        return Map.of(
                "/cgi-bin/openapi/rid/get", new Interface("POST", true, (head, query) -> JsonCall.answering(this::read)));
    }

    private JsonNode read(String appId, JsonNode request, OpenEntry entry) {
        String rid = GatewayRules.text(request, "rid", 76002);
        ApiError.requireAtGateway(RID.matcher(rid).matches(), 76002);
        Instant time = Instant.ofEpochSecond(Long.parseLong(rid.substring(0, TIME_DIGITS), HEX));
        ApiError.requireAtGateway(
                !time.isBefore(clock.instant().minus(KEPT)) && !time.isAfter(clock.instant()), 76004);
        JournalEntry found = journal.refused(rid).orElseThrow(() -> ApiError.gateway(76001));
        ApiError.requireAtGateway(appId.equals(found.appId()), 76003);
        ObjectNode answer = GatewayRules.ok();
        answer.set("request", view(found));
        return answer;
    }

    private static ObjectNode view(JournalEntry found) {
        // the journal finds refused ones only
        Refusal refusal = Objects.requireNonNull(found.refusal());
        return Json.object().put("invoke_time", found.time().getEpochSecond())
                .put("cost_in_ms", refusal.costMillis())
                .put("request_url", masked(found.query())).put("request_body", refusal.requestBody())
                .put("response_body", refusal.responseBody()).put("client_ip", found.client());
    }

    private static String masked(@Nullable String query) {
        return query == null
                ? "" : Stream.of(query.split("&")).map(RidInterface::maskedParameter)
                        .collect(Collectors.joining("&"));
    }

    private static String maskedParameter(String parameter) {
        int equals = parameter.indexOf('=');
        String name = decoded(equals < 0 ? parameter : parameter.substring(0, equals));
        String value = parameter.substring(equals + 1);
        return switch (name) {
            case "access_token", "component_access_token", "cloudbase_access_token" ->
                name + "=" + value.substring(0, Math.min(SHOWN_OF_TOKEN, value.length() / 2)) + MASK;
            case "secret" -> name + "=" + MASK;
            default -> parameter;
        };
    }

    private static String decoded(String name) {
        try {
            return URLDecoder.decode(name, StandardCharsets.UTF_8);
        } catch (IllegalArgumentException e) {
            return name;
        }
    }
}
