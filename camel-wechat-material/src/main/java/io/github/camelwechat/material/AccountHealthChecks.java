package io.github.camelwechat.material;

import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

import io.github.camelwechat.material.internal.session.AccountSession;
import io.github.camelwechat.material.internal.session.SessionListener;
import org.apache.camel.CamelContext;
import org.apache.camel.health.HealthCheckHelper;
import org.apache.camel.health.HealthCheckRegistry;
import org.apache.camel.health.WritableHealthCheckRepository;

/**
 * One health check for each name by which endpoints use an account, where Camel has health checks at all: camel-health
 * may be absent. Thread-safe.
 */
final class AccountHealthChecks implements SessionListener {

    private final WechatMaterialComponent component;
    private final Map<Key, AccountHealthCheck> used = new HashMap<>();
    private final Set<String> ids = new HashSet<>();
    private final ProbeWait wait = new ProbeWait(System::nanoTime);

    /** Accounts that URIs describe may have the same name. */
    private record Key(String name, AccountSession session) {
    }

    AccountHealthChecks(WechatMaterialComponent component) {
        this.component = component;
    }

    @Override
    public synchronized void opened(String name, AccountSession session) {
        CamelContext context = component.getCamelContext();
        WritableHealthCheckRepository repository = repository(context);
        if (repository != null) {
            AccountHealthCheck check = new AccountHealthCheck(newId(name), session, () -> waits(context));
            check.setEnabled(component.isHealthCheckProducerEnabled());
            repository.addHealthCheck(check);
            used.put(new Key(name, session), check);
        }
    }

    private String newId(String name) {
        String plain = "producer:wechat-material-" + name;
        String id = plain;
        for (int number = 2; !ids.add(id); number++) {
            id = plain + "-" + number;
        }
        return id;
    }

    @Override
    public synchronized void closed(String name, AccountSession session) {
        AccountHealthCheck left = used.remove(new Key(name, session));
        if (left != null) {
            ids.remove(left.getId());
            repository(component.getCamelContext()).removeHealthCheck(left);
        }
    }

    /** Removes the checks of a component that stops, although endpoints still use its accounts. */
    synchronized void removeAll() {
        // no lambda: without camel-health the class of its parameter is missing
        for (AccountHealthCheck left : used.values()) {
            repository(component.getCamelContext()).removeHealthCheck(left);
        }
        used.clear();
        ids.clear();
    }

    /**
     * Starts or joins the wait of a probe, and returns the nanoseconds that are left of it. The first check of a probe
     * refreshes all accounts, so that they are waited for at the same time.
     */
    private long waits(CamelContext context) {
        if (wait.begin()) {
            HealthCheckRegistry registry = HealthCheckHelper.getHealthCheckRegistry(context);
            checks().stream().filter(check -> check.isEnabled() && !registry.isExcluded(check))
                    .forEach(AccountHealthCheck::refresh);
        }
        return wait.left();
    }

    private synchronized List<AccountHealthCheck> checks() {
        return List.copyOf(used.values());
    }

    private static WritableHealthCheckRepository repository(CamelContext context) {
        return HealthCheckHelper.getHealthCheckRepository(context, "producers", WritableHealthCheckRepository.class);
    }
}
