package io.github.camelwechat.material.internal.health;

import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.stream.Stream;

import org.apache.camel.CamelContext;
import org.apache.camel.CamelContextAware;
import org.apache.camel.health.HealthCheck;
import org.apache.camel.health.HealthCheckRepository;
import org.apache.camel.health.WritableHealthCheckRepository;

/**
 * Checks that are neither readiness nor liveness, enabled with Camel's repository of producers. They are not in that
 * one because camel-microprofile-health takes all that is in it for readiness. Thread-safe.
 */
final class AccountHealthCheckRepository implements WritableHealthCheckRepository {

    private final String id;
    private final CamelContext context;
    private final HealthCheckRepository producers;
    private final List<HealthCheck> checks = new CopyOnWriteArrayList<>();
    private volatile boolean enabled = true;

    AccountHealthCheckRepository(String id, CamelContext context, HealthCheckRepository producers) {
        this.id = id;
        this.context = context;
        this.producers = producers;
    }

    @Override
    public String getId() {
        return id;
    }

    @Override
    public boolean isEnabled() {
        return enabled && producers.isEnabled();
    }

    @Override
    public void setEnabled(boolean enabled) {
        this.enabled = enabled;
    }

    @Override
    public Stream<HealthCheck> stream() {
        return isEnabled() ? checks.stream() : Stream.empty();
    }

    @Override
    public void addHealthCheck(HealthCheck check) {
        CamelContextAware.trySetCamelContext(check, context);
        checks.add(check);
    }

    @Override
    public void removeHealthCheck(HealthCheck check) {
        checks.remove(check);
    }
}
