package io.github.camelwechat.quarkus;

import java.util.Collection;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Inject;

import io.smallrye.health.api.Wellness;
import org.apache.camel.CamelContext;
import org.apache.camel.health.HealthCheckHelper;
import org.eclipse.microprofile.health.HealthCheck;
import org.eclipse.microprofile.health.HealthCheckResponse;
import org.eclipse.microprofile.health.HealthCheckResponseBuilder;
import org.eclipse.microprofile.health.Liveness;
import org.eclipse.microprofile.health.Readiness;

/** Camel's health checks at Quarkus' addresses: {@code /q/health/ready}, {@code /live} and {@code /well}. */
@ApplicationScoped
class CamelHealth {

    private static final String ALL_STATES = "full";

    private final CamelContext context;

    @Inject
    CamelHealth(CamelContext context) {
        this.context = context;
    }

    @Produces
    @Readiness
    HealthCheck readiness() {
        return () -> response("camel-readiness", HealthCheckHelper.invokeReadiness(context, ALL_STATES));
    }

    @Produces
    @Liveness
    HealthCheck liveness() {
        return () -> response("camel-liveness", HealthCheckHelper.invokeLiveness(context, ALL_STATES));
    }

    /** All checks, also those that decide neither of the two, such as that of one account of many. */
    @Produces
    @Wellness
    HealthCheck wellness() {
        return () -> response("camel", HealthCheckHelper.invoke(context, ALL_STATES));
    }

    private static HealthCheckResponse response(String name, Collection<org.apache.camel.health.HealthCheck.Result> results) {
        HealthCheckResponseBuilder response = HealthCheckResponse.named(name);
        boolean up = true;
        for (org.apache.camel.health.HealthCheck.Result result : results) {
            up &= result.getState() == org.apache.camel.health.HealthCheck.State.UP;
            response.withData(result.getCheck().getId(),
                    result.getMessage().map(message -> result.getState() + ": " + message).orElse(result.getState().name()));
        }
        return response.status(up).build();
    }
}
