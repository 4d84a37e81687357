package io.github.camelwechat.material.internal.session;

import java.util.HashMap;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.Map;

import io.github.camelwechat.material.internal.call.CallReporter;
import io.github.camelwechat.material.internal.inflight.Bounds;
import io.github.camelwechat.material.internal.token.AccessTokens;
import io.github.camelwechat.material.internal.token.TokenApi;
import io.github.camelwechat.material.internal.transport.HttpEngine;
import io.github.camelwechat.material.internal.transport.WechatApi;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The accounts in use that have credentials of their own: endpoints whose settings are equal share one. Thread-safe.
 */
final class AccountSessions {

    private static final Logger LOG = LoggerFactory.getLogger(AccountSessions.class);

    /** Beyond those in use. */
    private static final int MAX_IDLE_ACCOUNTS = 100;

    private final SessionParts parts;
    private final SessionListener listener;
    private final Map<AccountSettings, Shared> sessions = new LinkedHashMap<>();

    /**
     * One session, and how many endpoints use it by each name.
     */
    private record Shared(AccountSession session, Map<String, Integer> users) {
    }

    AccountSessions(SessionParts parts, SessionListener listener) {
        this.parts = parts;
        this.listener = listener;
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
        Shared closed = session.settings() instanceof AccountSettings settings ? sessions.get(settings) : null;
        if (closed == null || !closed.session().equals(session) || !closed.users().containsKey(name)) {
            return;
        }
        if (closed.users().merge(name, -1, Integer::sum) == 0) {
            closed.users().remove(name);
            listener.closed(name, session);
        }
        Iterator<Map.Entry<AccountSettings, Shared>> oldest = sessions.entrySet().iterator();
        for (int excess = sessions.size() - MAX_IDLE_ACCOUNTS; excess > 0 && oldest.hasNext(); excess--) {
            Map.Entry<AccountSettings, Shared> next = oldest.next();
            if (next.getValue().users().isEmpty()) {
                oldest.remove();
                parts.engines().retire(next.getKey().transport(), next.getKey().requestTimeout());
            }
        }
    }

    /** More workers than this cannot be held up at once by exchanges that have a slot. */
    synchronized int mostSlots() {
        return sessions.keySet().stream().mapToInt(account -> Bounds.mostSlots(account.maxConcurrentRequests())).sum();
    }

    synchronized void closeAll() {
        sessions.clear();
    }

    private AccountSession create(AccountSettings settings, String name) {
        String way = settings.credentials().way();
        if (way != null) {
            LOG.info("The account '{}' goes to {} with {}", name, settings.apiUrl(), way);
        }
        CallReporter reporter = parts.reporter(name);
        HttpEngine engine = parts.engines().use(settings.transport());
        WechatApi api = new WechatApi(
                engine, settings.apiUrl(), settings.connectTimeout(), settings.responseTimeout(),
                settings.credentials().secrets(), settings.credentials().hosting());
        AccessTokens tokens = new AccessTokens(
                settings.credentials().tokens(new TokenApi(api, parts.timer(), parts.clock(), reporter, parts.readers())),
                parts.clock());
        return parts.session(
                settings, api, tokens, Bounds.of(settings.maxConcurrentRequests()), settings.requestTimeout(), reporter);
    }
}
