package io.github.camelwechat.material.internal.session;

import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executor;
import java.util.concurrent.atomic.AtomicInteger;

import io.github.camelwechat.material.internal.store.Store;
import io.github.camelwechat.material.internal.store.Stores;
import io.github.camelwechat.material.internal.transport.HttpEngine;

/** The platforms in use: endpoints whose settings are equal share one, until the component stops. Thread-safe. */
final class PlatformSessions {

    private final SessionParts parts;
    private final Executor storing;
    private final SessionListener listener;
    /** Changed under the lock; read without it, as opening one waits for a disk. */
    private final Map<PlatformSettings, PlatformSession> sessions = new ConcurrentHashMap<>();
    private final AtomicInteger opening = new AtomicInteger();
    private volatile boolean closed;

    /** @param storing threads that a store may hold up */
    PlatformSessions(SessionParts parts, Executor storing, SessionListener listener) {
        this.parts = parts;
        this.storing = storing;
        this.listener = listener;
    }

    /**
     * Returns the session of a platform, and opens it if it is the first use.
     *
     * @throws IllegalStateException if its store cannot be opened, or is another platform's; or if the component is
     *                               stopped
     */
    PlatformSession get(PlatformSettings settings) {
        PlatformSession session = sessions.get(settings);
        if (session != null) {
            return session;
        }
        opening.incrementAndGet();
        try {
            return opened(settings);
        } finally {
            opening.decrementAndGet();
        }
    }

    private synchronized PlatformSession opened(PlatformSettings settings) {
        PlatformSession session = sessions.get(settings);
        if (session == null) {
            if (closed) {
                // nobody would close its store
                throw new IllegalStateException("The component is stopped");
            }
            session = open(settings);
            sessions.put(settings, session);
            session.platform().start();
            listener.opened(session);
        }
        return session;
    }

    private PlatformSession open(PlatformSettings settings) {
        Store store = Stores.open(settings.store());
        HttpEngine engine = null;
        PlatformSession session = null;
        try {
            engine = parts.engines().use(settings.transport());
            session = new PlatformSession(settings, parts, engine, store, storing);
            return session;
        } finally {
            if (session == null) {
                store.close();
                if (engine != null) {
                    parts.engines().retire(settings.transport(), settings.requestTimeout());
                }
            }
        }
    }

    int mostSlots() {
        return sessions.values().stream().mapToInt(PlatformSession::mostSlots).sum();
    }

    int size() {
        return sessions.size();
    }

    /** Opens no further one. Returns whether there is none to be closed. */
    boolean refuse() {
        closed = true;
        // who has not looked yet is counted
        return opening.get() == 0 && sessions.isEmpty();
    }

    /** Waits for one that is being opened, and for the stores. */
    void closeAll() {
        List<PlatformSession> closing;
        synchronized (this) {
            closing = List.copyOf(sessions.values());
            sessions.clear();
        }
        closing.forEach(session -> session.platform().close());
    }
}
