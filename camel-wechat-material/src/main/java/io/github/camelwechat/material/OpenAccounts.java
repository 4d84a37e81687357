package io.github.camelwechat.material;

import java.time.Clock;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.Executor;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

import io.github.camelwechat.material.internal.client.MaterialClient;
import io.github.camelwechat.material.internal.media.SpoolFolder;
import io.github.camelwechat.material.internal.token.AccessTokens;
import io.github.camelwechat.material.internal.transport.AccountSettings;
import io.github.camelwechat.material.internal.transport.FileReaders;
import io.github.camelwechat.material.internal.transport.HttpEngine;
import io.github.camelwechat.material.internal.transport.Permits;
import io.github.camelwechat.material.internal.transport.TransportSettings;
import io.github.camelwechat.material.internal.transport.WechatApi;

/**
 * The accounts in use: endpoints whose settings are equal share one, and accounts whose transport is equal share an
 * HTTP engine. Thread-safe.
 */
final class OpenAccounts {

    private static final int KEPT = 100;

    private final SpoolFolder spoolFolder;
    private final Executor starter;
    private final FileReaders readers;
    private final ScheduledExecutorService timer;
    private final Clock clock;
    private final Map<AccountSettings, Shared> accounts = new LinkedHashMap<>();
    private final Map<TransportSettings, HttpEngine> engines = new HashMap<>();
    /** No account uses them any more, but a request may still be under way. */
    private final Set<HttpEngine> retired = new HashSet<>();

    private static final class Shared {
        private final OpenAccount account;
        private int users;

        Shared(OpenAccount account) {
            this.account = account;
        }
    }

    OpenAccounts(SpoolFolder spoolFolder, Executor starter, FileReaders readers, ScheduledExecutorService timer, Clock clock) {
        this.spoolFolder = spoolFolder;
        this.starter = starter;
        this.readers = readers;
        this.timer = timer;
        this.clock = clock;
    }

    synchronized OpenAccount open(AccountSettings settings) {
        Shared shared = accounts.computeIfAbsent(settings, key -> new Shared(create(key)));
        shared.users++;
        return shared.account;
    }

    /**
     * What is not in use is kept for a while: with each of its messages an endpoint that is made anew would ask for a
     * token.
     */
    synchronized void close(OpenAccount account) {
        Shared closed = accounts.get(account.settings());
        if (closed == null || !closed.account.equals(account)) {
            return;
        }
        closed.users--;
        Iterator<Shared> oldest = accounts.values().iterator();
        for (int excess = accounts.size() - KEPT; excess > 0 && oldest.hasNext(); excess--) {
            Shared next = oldest.next();
            if (next.users == 0) {
                oldest.remove();
                retireEngine(next.account.settings());
            }
        }
    }

    private void retireEngine(AccountSettings settings) {
        if (accounts.keySet().stream().noneMatch(other -> other.transport().equals(settings.transport()))) {
            HttpEngine engine = engines.remove(settings.transport());
            retired.add(engine);
            // by then the last of its requests has ended, if only by its time limit
            timer.schedule(() -> closeRetired(engine), 2 * settings.requestTimeout().toMillis(), TimeUnit.MILLISECONDS);
        }
    }

    private void closeRetired(HttpEngine engine) {
        synchronized (this) {
            if (!retired.remove(engine)) {
                return;
            }
        }
        // never on the timer's thread
        engine.initiateClose();
        timer.schedule(engine::closeNow, HttpEngine.SHUTDOWN_GRACE.toMillis(), TimeUnit.MILLISECONDS);
    }

    /** More workers than this cannot be held up at once by exchanges that have a slot. */
    synchronized int workersBound() {
        return accounts.keySet().stream().mapToInt(account -> 2 * account.maxConcurrentRequests() + Slots.FOR_WORKERS).sum();
    }

    void closeAll() {
        List<HttpEngine> closing;
        synchronized (this) {
            accounts.clear();
            closing = Stream.concat(engines.values().stream(), retired.stream()).toList();
            engines.clear();
            retired.clear();
        }
        closing.forEach(HttpEngine::initiateClose);
        closing.forEach(HttpEngine::close);
    }

    private OpenAccount create(AccountSettings settings) {
        HttpEngine engine = engines.computeIfAbsent(
                settings.transport(), transport -> HttpEngine.start(transport, starter, readers));
        WechatApi api = new WechatApi(engine, settings);
        Permits permits = new Permits(settings.maxConcurrentRequests());
        AccessTokens tokens = AccessTokens.of(settings, api, timer, clock);
        MaterialClient client = new MaterialClient(
                api, tokens, permits, settings.requestTimeout(), timer);
        Slots slots = new Slots(2 * settings.maxConcurrentRequests());
        return new OpenAccount(settings, slots, permits, tokens, AccountOperations.of(client, spoolFolder, readers));
    }
}
