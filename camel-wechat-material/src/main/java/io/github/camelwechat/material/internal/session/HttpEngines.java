package io.github.camelwechat.material.internal.session;

import java.time.Duration;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.concurrent.Executor;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

import io.github.camelwechat.material.internal.transport.FileReaders;
import io.github.camelwechat.material.internal.transport.HttpEngine;
import io.github.camelwechat.material.internal.transport.TransportSettings;

/** The HTTP engines in use: one for all accounts and platforms whose transport is equal. Thread-safe. */
final class HttpEngines {

    private final Executor dnsExecutor;
    private final FileReaders readers;
    private final ScheduledExecutorService timer;
    private final Map<TransportSettings, Used> engines = new HashMap<>();
    /** Nobody uses them any more, but a request may still be under way. */
    private final Set<HttpEngine> retired = new HashSet<>();

    private record Used(HttpEngine engine, int users) {
    }

    HttpEngines(Executor dnsExecutor, FileReaders readers, ScheduledExecutorService timer) {
        this.dnsExecutor = dnsExecutor;
        this.readers = readers;
        this.timer = timer;
    }

    /** Returns an engine for one user more, who gives it back by {@link #retire}. */
    synchronized HttpEngine use(TransportSettings transport) {
        Used used = engines.get(transport);
        HttpEngine engine = used == null ? HttpEngine.start(transport, dnsExecutor, readers) : used.engine();
        engines.put(transport, new Used(engine, used == null ? 1 : used.users() + 1));
        return engine;
    }

    /**
     * Notes that there is one user less.
     *
     * @param requestTimeout by then the last of the user's requests has ended
     */
    synchronized void retire(TransportSettings transport, Duration requestTimeout) {
        Used used = Objects.requireNonNull(engines.remove(transport));
        if (used.users() > 1) {
            engines.put(transport, new Used(used.engine(), used.users() - 1));
        } else {
            retired.add(used.engine());
            timer.schedule(() -> closeRetired(used.engine()), 2 * requestTimeout.toMillis(), TimeUnit.MILLISECONDS);
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

    void closeAll() {
        List<HttpEngine> closing;
        synchronized (this) {
            closing = Stream.concat(engines.values().stream().map(Used::engine), retired.stream()).toList();
            engines.clear();
            retired.clear();
        }
        closing.forEach(HttpEngine::initiateClose);
        closing.forEach(HttpEngine::close);
    }
}
