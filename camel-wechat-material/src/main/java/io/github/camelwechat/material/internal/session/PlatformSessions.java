package io.github.camelwechat.material.internal.session;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Executor;

import io.github.camelwechat.material.internal.store.Store;
import io.github.camelwechat.material.internal.store.Stores;
import io.github.camelwechat.material.internal.transport.HttpEngine;

/** The platforms in use: endpoints whose settings are equal share one, until the component stops. Thread-safe. */
final class PlatformSessions {

    private final SessionParts parts;
    private final Executor storing;
    private final SessionListener listener;
    private final Map<PlatformSettings, PlatformSession> sessions = new LinkedHashMap<>();

    /** @param storing threads that a store may hold up */
    PlatformSessions(SessionParts parts, Executor storing, SessionListener listener) {
        this.parts = parts;
        this.storing = storing;
        this.listener = listener;
    }

    /**
     * Returns the session of a platform, and opens it if it is the first use.
     *
     * @throws IllegalStateException if its store cannot be opened, or is another platform's
     */
    synchronized PlatformSession get(PlatformSettings settings) {
        PlatformSession session = sessions.get(settings);
        if (session == null) {
            session = open(settings);
            sessions.put(settings, session);
            session.platform().start();
            listener.opened(session);
        }
        return session;
    }

    private PlatformSession open(PlatformSettings settings) {
        Store store = Stores.open(settings.store());
        HttpEngine engine = parts.engines().use(settings.transport());
        try {
            return new PlatformSession(settings, parts, engine, store, storing);
        } catch (RuntimeException | Error e) {
            store.close();
            parts.engines().retire(settings.transport(), settings.requestTimeout());
            throw e;
        }
    }

    synchronized int mostSlots() {
        return sessions.values().stream().mapToInt(PlatformSession::mostSlots).sum();
    }

    synchronized int size() {
        return sessions.size();
    }

    void closeAll() {
        List<PlatformSession> closing;
        synchronized (this) {
            closing = List.copyOf(sessions.values());
            sessions.clear();
        }
        closing.forEach(session -> session.platform().close());
    }
}
