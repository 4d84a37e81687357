package io.github.camelwechat.simulator.rule;

import java.time.Clock;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.Consumer;

import io.github.camelwechat.simulator.token.UnknownAppException;

/** The accounts by their AppIDs. Thread-safe. Internal: not API. */
public final class Accounts {

    private final Map<String, Account> byAppId = new LinkedHashMap<>();
    private final Map<String, Consumer<Account>> settings;

    /**
     * Accounts without rules of their own, until the first {@link #reset}.
     *
     * @param appIds   whose accounts
     * @param clock    ends days, minutes and months
     * @param served   the paths of the interfaces
     * @param settings by AppID, what {@link #reset} brings about
     */
    public Accounts(Collection<String> appIds, Clock clock, ServedPaths served,
                    Map<String, Consumer<Account>> settings) {
        appIds.forEach(appId -> byAppId.put(appId, new Account(appId, clock, served)));
        this.settings = Map.copyOf(settings);
        settings.keySet().forEach(this::of);
    }

    /**
     * {@return a known account}
     *
     * @param appId an AppID; an unknown one is refused with an {@link UnknownAppException}
     */
    public Account of(String appId) {
        Account account = byAppId.get(appId);
        if (account == null) {
            throw new UnknownAppException(appId, byAppId.keySet());
        }
        return account;
    }

    /** Every account is as the builder has set it, and has not called yet. */
    public void reset() {
        byAppId.values().forEach(Account::reset);
        settings.forEach((appId, setting) -> setting.accept(of(appId)));
    }
}
