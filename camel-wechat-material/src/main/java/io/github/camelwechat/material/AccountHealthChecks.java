package io.github.camelwechat.material;

import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

import org.apache.camel.CamelContext;
import org.apache.camel.health.HealthCheckHelper;
import org.apache.camel.health.HealthCheckRegistry;
import org.apache.camel.health.WritableHealthCheckRepository;

/**
 * One health check for each name by which endpoints use an account, where Camel has health checks at all: camel-health
 * may be absent. Thread-safe.
 */
final class AccountHealthChecks {

    private final Map<Key, Used> used = new HashMap<>();
    private final Set<String> ids = new HashSet<>();
    private final ProbeWait wait = new ProbeWait(System::nanoTime);

    /** Accounts that URIs describe may have the same name. */
    private record Key(String name, OpenAccount account) {
    }

    private static final class Used {
        private final AccountHealthCheck check;
        private int endpoints;

        Used(AccountHealthCheck check) {
            this.check = check;
        }
    }

    /**
     * For one endpoint more.
     *
     * @param name by which it calls the account
     */
    synchronized void add(CamelContext context, String name, OpenAccount account, boolean enabled) {
        WritableHealthCheckRepository repository = repository(context);
        if (repository != null) {
            used.computeIfAbsent(
                    new Key(name, account), key -> new Used(register(context, repository, key, enabled))).endpoints++;
        }
    }

    /** For one endpoint less. */
    synchronized void remove(CamelContext context, String name, OpenAccount account) {
        Key key = new Key(name, account);
        Used left = used.get(key);
        if (left != null && --left.endpoints == 0) {
            used.remove(key);
            ids.remove(left.check.getId());
            repository(context).removeHealthCheck(left.check);
        }
    }

    /** The accounts of a component that stops are closed, whoever still uses them. */
    synchronized void removeAll(CamelContext context) {
        used.values().forEach(left -> repository(context).removeHealthCheck(left.check));
        used.clear();
        ids.clear();
    }

    private AccountHealthCheck register(
            CamelContext context, WritableHealthCheckRepository repository, Key key, boolean enabled) {
        String plain = "producer:wechat-material-" + key.name();
        String id = plain;
        for (int number = 2; !ids.add(id); number++) {
            id = plain + "-" + number;
        }
        AccountHealthCheck check = new AccountHealthCheck(id, key.account(), () -> waits(context));
        check.setEnabled(enabled);
        repository.addHealthCheck(check);
        return check;
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
        return used.values().stream().map(one -> one.check).toList();
    }

    private static WritableHealthCheckRepository repository(CamelContext context) {
        return HealthCheckHelper.getHealthCheckRepository(context, "producers", WritableHealthCheckRepository.class);
    }
}
