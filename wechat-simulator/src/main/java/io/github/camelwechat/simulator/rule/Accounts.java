package io.github.camelwechat.simulator.rule;

import java.time.Clock;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;
import java.util.function.Supplier;

/** The accounts by their AppIDs. Thread-safe. */
public final class Accounts {

    private final Map<String, Account> byAppId = new LinkedHashMap<>();
    private final Map<String, Consumer<Account>> settings;

    /**
     * Accounts without rules of their own, until the first {@link #reset}.
     *
     * @param appIds   whose accounts
     * @param clock    ends days, minutes and months
     * @param served   the paths of the interfaces, asked for when they are known
     * @param settings by AppID, what {@link #reset} brings about
     */
    public Accounts(Collection<String> appIds, Clock clock, Supplier<Set<String>> served,
                    Map<String, Consumer<Account>> settings) {
        appIds.forEach(appId -> byAppId.put(appId, new Account(appId, clock, served)));
        this.settings = Map.copyOf(settings);
        settings.keySet().forEach(this::of);
    }

    /**
     * {@return a known account}
     *
     * @param appId an AppID; an unknown one is refused with an {@link IllegalArgumentException}
     */
    public Account of(String appId) {
        Account account = byAppId.get(appId);
        if (account == null) {
            throw new IllegalArgumentException("No app '" + appId + "' here; known are " + byAppId.keySet());
        }
        return account;
    }

    /** Every account is as the builder has set it, and has not called yet. */
    public void reset() {
        byAppId.values().forEach(Account::reset);
        settings.forEach((appId, setting) -> setting.accept(of(appId)));
    }
}
