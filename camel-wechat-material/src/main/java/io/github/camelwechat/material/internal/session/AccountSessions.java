package io.github.camelwechat.material.internal.session;

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

import io.github.camelwechat.material.internal.call.CallListener;
import io.github.camelwechat.material.internal.call.CallReporter;
import io.github.camelwechat.material.internal.call.Deadline;
import io.github.camelwechat.material.internal.client.MaterialClient;
import io.github.camelwechat.material.internal.inflight.Bounds;
import io.github.camelwechat.material.internal.media.MediaPreparer;
import io.github.camelwechat.material.internal.media.SpoolFolder;
import io.github.camelwechat.material.internal.token.AccessTokens;
import io.github.camelwechat.material.internal.token.TokenApi;
import io.github.camelwechat.material.internal.transport.FileReaders;
import io.github.camelwechat.material.internal.transport.HttpEngine;
import io.github.camelwechat.material.internal.transport.TransportSettings;
import io.github.camelwechat.material.internal.transport.WechatApi;

/**
 * The accounts in use: endpoints whose settings are equal share one, and accounts whose transport is equal share an
 * HTTP engine. Thread-safe.
 */
final class AccountSessions {

    /** Beyond those in use. */
    private static final int MAX_IDLE_ACCOUNTS = 100;

    private final ComponentRuntime runtime;
    private final SpoolFolder spoolFolder;
    private final Executor dnsExecutor;
    private final FileReaders readers;
    private final ScheduledExecutorService timer;
    private final Clock clock;
    private final SessionListener listener;
    private final List<CallListener> callListeners;
    private final Map<AccountSettings, Shared> sessions = new LinkedHashMap<>();
    private final Map<TransportSettings, HttpEngine> engines = new HashMap<>();
    /** No account uses them any more, but a request may still be under way. */
    private final Set<HttpEngine> retired = new HashSet<>();

    /**
     * One session, and how many endpoints use it by each name.
     */
    private record Shared(AccountSession session, Map<String, Integer> users) {
    }

    AccountSessions(ComponentRuntime runtime, SpoolFolder spoolFolder, Executor dnsExecutor, FileReaders readers,
                    ScheduledExecutorService timer, Clock clock, SessionListener listener, List<CallListener> callListeners) {
        this.runtime = runtime;
        this.spoolFolder = spoolFolder;
        this.dnsExecutor = dnsExecutor;
        this.readers = readers;
        this.timer = timer;
        this.clock = clock;
        this.listener = listener;
        this.callListeners = callListeners;
    }

    synchronized AccountSession open(AccountSettings settings, String name) {
        Shared shared = sessions.computeIfAbsent(settings, key -> new Shared(create(key, name), new HashMap<>()));
        if (shared.users().merge(name, 1, Integer::sum) == 1) {
            listener.opened(name, shared.session());
        }
        return shared.session();
    }

    /**
     * Keeps for a while what is not in use: with each of its messages an endpoint that is made anew would ask for a
     * token.
     */
    synchronized void close(AccountSession session, String name) {
        Shared closed = sessions.get(session.settings());
        if (closed == null || !closed.session().equals(session) || !closed.users().containsKey(name)) {
            return;
        }
        if (closed.users().merge(name, -1, Integer::sum) == 0) {
            closed.users().remove(name);
            listener.closed(name, session);
        }
        Iterator<Shared> oldest = sessions.values().iterator();
        for (int excess = sessions.size() - MAX_IDLE_ACCOUNTS; excess > 0 && oldest.hasNext(); excess--) {
            Shared next = oldest.next();
            if (next.users().isEmpty()) {
                oldest.remove();
                retireEngine(next.session().settings());
            }
        }
    }

    private void retireEngine(AccountSettings settings) {
        if (sessions.keySet().stream().noneMatch(other -> other.transport().equals(settings.transport()))) {
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
        return sessions.keySet().stream().mapToInt(account -> Bounds.mostSlots(account.maxConcurrentRequests())).sum();
    }

    void closeAll() {
        List<HttpEngine> closing;
        synchronized (this) {
            sessions.clear();
            closing = Stream.concat(engines.values().stream(), retired.stream()).toList();
            engines.clear();
            retired.clear();
        }
        closing.forEach(HttpEngine::initiateClose);
        closing.forEach(HttpEngine::close);
    }

    private AccountSession create(AccountSettings settings, String name) {
        CallReporter reporter = new CallReporter(callListeners, name, System::nanoTime);
        HttpEngine engine = engines.computeIfAbsent(
                settings.transport(), transport -> HttpEngine.start(transport, dnsExecutor, readers));
        WechatApi api = new WechatApi(
                engine, settings.apiUrl(), settings.connectTimeout(), settings.responseTimeout(),
                settings.credentials().secrets());
        AccessTokens tokens = new AccessTokens(settings.credentials().tokens(new TokenApi(api, timer, clock, reporter)), clock);
        Bounds bounds = Bounds.of(settings.maxConcurrentRequests());
        return new AccountSession(
                settings, bounds, tokens, new MaterialClient(api, tokens, bounds.permits(), reporter),
                new MediaPreparer(spoolFolder, readers), spoolFolder,
                new Deadline(timer, settings.requestTimeout(), "requestTimeout"), reporter, runtime);
    }
}
