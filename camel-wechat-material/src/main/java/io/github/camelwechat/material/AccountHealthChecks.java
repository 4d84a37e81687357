package io.github.camelwechat.material;

import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;

import org.apache.camel.CamelContext;
import org.apache.camel.health.HealthCheck;
import org.apache.camel.health.HealthCheckHelper;
import org.apache.camel.health.WritableHealthCheckRepository;

/**
 * One health check for each account that endpoints use, where Camel has health checks at all: camel-health may be
 * absent. Thread-safe.
 */
final class AccountHealthChecks {

    private final Map<OpenAccount, Used> used = new HashMap<>();
    private final Set<String> ids = new HashSet<>();

    private static final class Used {
        private final HealthCheck check;
        private int endpoints;

        Used(HealthCheck check) {
            this.check = check;
        }
    }

    /** @param name by which an endpoint calls the account; only part of the check's id */
    synchronized void add(CamelContext context, String name, OpenAccount account, boolean enabled) {
        WritableHealthCheckRepository repository = repository(context);
        if (repository != null) {
            used.computeIfAbsent(account, key -> new Used(register(repository, name, key, enabled))).endpoints++;
        }
    }

    synchronized void remove(CamelContext context, OpenAccount account) {
        Used left = used.get(account);
        if (left != null && --left.endpoints == 0) {
            used.remove(account);
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

    private HealthCheck register(
            WritableHealthCheckRepository repository, String name, OpenAccount account, boolean enabled) {
        String plain = "producer:wechat-material-" + name;
        String id = plain;
        for (int number = 2; !ids.add(id); number++) {
            id = plain + "-" + number;
        }
        HealthCheck check = new AccountHealthCheck(id, account);
        check.setEnabled(enabled);
        repository.addHealthCheck(check);
        return check;
    }

    private static WritableHealthCheckRepository repository(CamelContext context) {
        return HealthCheckHelper.getHealthCheckRepository(context, "producers", WritableHealthCheckRepository.class);
    }
}
