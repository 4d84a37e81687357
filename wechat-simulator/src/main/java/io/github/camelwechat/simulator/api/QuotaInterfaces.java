package io.github.camelwechat.simulator.api;

import java.util.Map;
import java.util.Set;
import java.util.function.Supplier;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.camelwechat.simulator.answer.ApiError;
import io.github.camelwechat.simulator.journal.Head;
import io.github.camelwechat.simulator.journal.OpenEntry;
import io.github.camelwechat.simulator.rule.Account;
import io.github.camelwechat.simulator.rule.Accounts;
import io.github.camelwechat.simulator.rule.CallLimits;
import io.github.camelwechat.simulator.rule.Switches;
import io.github.camelwechat.simulator.token.Tokens;

/** Reading quotas, and setting them back. */
final class QuotaInterfaces {

    private static final String CLEAR_BY_SECRET = "/cgi-bin/clear_quota/v2";
    /** What {@code daily_limit} says where there is none: the most that a client may keep in 32 bits. */
    private static final long NO_LIMIT = Integer.MAX_VALUE;
    private static final int SECONDS = 60;

    private final Accounts accounts;
    private final Tokens tokens;
    private final Switches switches;
    private final Supplier<Set<String>> served;

    QuotaInterfaces(Accounts accounts, Tokens tokens, Switches switches, Supplier<Set<String>> served) {
        this.accounts = accounts;
        this.tokens = tokens;
        this.switches = switches;
        this.served = served;
    }

    Map<String, Interface> byPath() {
        return Map.of(
                "/cgi-bin/clear_quota", new Interface("POST", true, (head, query) -> JsonCall.answering(this::clear)),
                CLEAR_BY_SECRET, new Interface(
                        "POST", false, (head, query) -> JsonCall.answering(
                                (none, request, entry) -> clearBySecret(head, request, entry))),
                "/cgi-bin/openapi/quota/get", new Interface("POST", true, (head, query) -> JsonCall.answering(this::read)));
    }

    private JsonNode clear(String appId, JsonNode request, OpenEntry entry) {
        ApiError.requireAtGateway(GatewayRules.text(request, "appid", 41002).equals(appId), 40013);
        accounts.of(appId).clearQuota();
        return GatewayRules.ok();
    }

    private JsonNode clearBySecret(Head head, JsonNode request, OpenEntry entry) {
        String appId = GatewayRules.text(request, "appid", 41002);
        entry.appId(appId);
        tokens.authenticate(appId, GatewayRules.text(request, "appsecret", 41004));
        Account account = accounts.of(appId);
        account.requireCallFrom(head.client(), switches.whitelistScope());
        account.admit(CLEAR_BY_SECRET);
        account.clearQuota();
        return GatewayRules.ok();
    }

    private JsonNode read(String appId, JsonNode request, OpenEntry entry) {
        String path = request.path("cgi_path").asText();
        ApiError.requireAtGateway(served.get().contains(path), 76021);
        Account account = accounts.of(appId);
        CallLimits limits = account.limits(path);
        long daily = Math.min(limits.daily(), NO_LIMIT);
        long used = Math.min(account.usedToday(path), daily);
        ObjectNode answer = GatewayRules.ok();
        answer.putObject("quota").put("daily_limit", daily).put("used", used).put("remain", daily - used);
        if (limits.perMinute() != CallLimits.NONE) {
            answer.putObject("rate_limit").put("call_count", limits.perMinute()).put("refresh_second", SECONDS);
        }
        return answer;
    }
}
