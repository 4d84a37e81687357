package io.github.camelwechat.material.internal.health;

import org.apache.camel.CamelContext;
import org.apache.camel.Component;
import org.apache.camel.health.HealthCheck;
import org.apache.camel.health.HealthCheckHelper;
import org.apache.camel.health.HealthCheckRegistry;
import org.apache.camel.health.WritableHealthCheckRepository;
import org.jspecify.annotations.Nullable;

/**
 * The repositories of a context that hold the health checks of one component: Camel's own one of producers for the
 * readiness checks, and one beside it for the others.
 */
final class HealthCheckRegistration {

    private final HealthCheckRegistry registry;
    private final String componentName;
    private final WritableHealthCheckRepository producers;
    private final AccountHealthCheckRepository others;

    private HealthCheckRegistration(HealthCheckRegistry registry, String componentName,
                                    WritableHealthCheckRepository producers, AccountHealthCheckRepository others) {
        this.registry = registry;
        this.componentName = componentName;
        this.producers = producers;
        this.others = others;
    }

    /** {@return null where camel-health is absent or switched off} */
    static @Nullable HealthCheckRegistration of(Component component) {
        CamelContext context = component.getCamelContext();
        WritableHealthCheckRepository producers
                = HealthCheckHelper.getHealthCheckRepository(context, "producers", WritableHealthCheckRepository.class);
        if (producers == null) {
            return null;
        }
        // a context may have more than one component of this class
        String name = context.getComponentNames().stream().filter(one -> context.hasComponent(one) == component)
                .findFirst().orElse("wechat-material");
        HealthCheckRegistry registry = HealthCheckHelper.getHealthCheckRegistry(context);
        AccountHealthCheckRepository others = new AccountHealthCheckRepository(name + "-accounts", context, producers);
        registry.register(others);
        return new HealthCheckRegistration(registry, name, producers, others);
    }

    /** {@return the name of the component, which no other one of the context has} */
    String componentName() {
        return componentName;
    }

    boolean isExcluded(HealthCheck check) {
        return registry.isExcluded(check);
    }

    void addReadiness(HealthCheck check) {
        producers.addHealthCheck(check);
    }

    void addOther(HealthCheck check) {
        others.addHealthCheck(check);
    }

    /** Removes a check, wherever it is. */
    void remove(HealthCheck check) {
        producers.removeHealthCheck(check);
        others.removeHealthCheck(check);
    }

    void close() {
        registry.unregister(others);
    }
}
