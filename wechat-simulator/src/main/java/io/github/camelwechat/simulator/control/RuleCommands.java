package io.github.camelwechat.simulator.control;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.BiFunction;

import com.fasterxml.jackson.databind.JsonNode;
import io.github.camelwechat.simulator.rule.Account;
import io.github.camelwechat.simulator.rule.AccountState;
import io.github.camelwechat.simulator.rule.Accounts;
import io.github.camelwechat.simulator.rule.CallLimits;

/** What accounts may do, how often and from where, by HTTP. */
final class RuleCommands {

    private final Accounts accounts;

    RuleCommands(Accounts accounts) {
        this.accounts = accounts;
    }

    List<Route> routes() {
        return List.of(
                Route.of("GET", "/apps/{appid}/rules", command -> view(account(command))),
                change("quota", RuleCommands::quota),
                change("permission", RuleCommands::permission),
                change("whitelist", RuleCommands::whitelist),
                change("state", RuleCommands::state),
                change("callback", RuleCommands::callback));
    }

    private Route change(String what, BiFunction<Account, Command, Account> change) {
        return Route.of("POST", "/apps/{appid}/" + what, command -> view(change.apply(account(command), command)));
    }

    private static Account quota(Account account, Command command) {
        command.allow("path", "daily", "per_minute");
        CallLimits limits = new CallLimits(
                command.number("daily", CallLimits.NONE), command.number("per_minute", CallLimits.NONE));
        return account.limits(command.text("path"), limits);
    }

    private static Account permission(Account account, Command command) {
        command.allow("path", "allowed");
        if (!command.body().has("allowed")) {
            throw new IllegalArgumentException("The body needs 'allowed', true or false");
        }
        String path = command.text("path");
        return command.flag("allowed") ? account.allow(path) : account.forbid(path);
    }

    private static Account whitelist(Account account, Command command) {
        return account.ipWhitelist(addresses(command));
    }

    /** {@return the list of addresses and networks that a white list is to have} */
    static List<String> addresses(Command command) {
        command.allow("ips");
        JsonNode ips = command.body().path("ips");
        if (!ips.isArray()) {
            throw new IllegalArgumentException("The body needs a list 'ips', for example [\"127.0.0.1\"]; [] is for any");
        }
        List<String> addresses = new ArrayList<>();
        for (JsonNode ip : ips) {
            if (!ip.isTextual()) {
                throw new IllegalArgumentException("'" + ip + "' is no address, such as \"127.0.0.1\"");
            }
            addresses.add(ip.textValue());
        }
        return addresses;
    }

    private static Account state(Account account, Command command) {
        command.allow("state");
        return account.state(AccountState.named(command.text("state")));
    }

    private static Account callback(Account account, Command command) {
        command.allow("url");
        return account.callbackUrl(command.text("url"));
    }

    private Account account(Command command) {
        return accounts.of(AccountCommands.app(command));
    }

    private static Object view(Account account) {
        Map<String, Object> view = new LinkedHashMap<>();
        view.put("state", account.state().wireName());
        view.put("whitelist", new TreeSet<>(account.ipWhitelist()));
        view.put("callback", account.callbackUrl());
        view.put("forbidden", new TreeSet<>(account.forbidden()));
        Map<String, Object> quotas = new TreeMap<>();
        account.quotas().forEach((path, limits) -> quotas.put(path, quota(account, path, limits)));
        view.put("quotas", quotas);
        return view;
    }

    private static Object quota(Account account, String path, CallLimits limits) {
        Map<String, Object> quota = new LinkedHashMap<>();
        quota.put("daily", limits.daily() == CallLimits.NONE ? null : limits.daily());
        quota.put("per_minute", limits.perMinute() == CallLimits.NONE ? null : limits.perMinute());
        quota.put("used_today", account.usedToday(path));
        return quota;
    }
}
