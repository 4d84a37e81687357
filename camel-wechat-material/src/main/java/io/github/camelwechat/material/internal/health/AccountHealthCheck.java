package io.github.camelwechat.material.internal.health;

import java.util.Map;
import java.util.function.LongSupplier;

import org.apache.camel.Ordered;
import org.apache.camel.health.HealthCheckResultBuilder;
import org.apache.camel.impl.health.AbstractHealthCheck;

/**
 * A check that an account has an access token. A wrong secret, an address that is not on the white list, and a blocked
 * network show before the first message.
 */
final class AccountHealthCheck extends AbstractHealthCheck {

    private final AccountProbe probe;
    private final boolean readiness;
    private final LongSupplier waits;

    /**
     * @param readiness whether it counts as readiness
     * @param waits     starts or joins the wait of a probe, and returns the nanoseconds that are left of it
     */
    AccountHealthCheck(String id, AccountProbe probe, boolean readiness, LongSupplier waits) {
        super("camel", id);
        this.probe = probe;
        this.readiness = readiness;
        this.waits = waits;
    }

    AccountProbe probe() {
        return probe;
    }

    /** Not if it is disabled: Spring Boot takes the result UNKNOWN of a disabled check for a failure. */
    @Override
    public boolean isReadiness() {
        return readiness && isEnabled();
    }

    /** Before that of the component, which reports what the checks of the accounts have found. */
    @Override
    public int getOrder() {
        return Ordered.LOWEST - 1;
    }

    /** Adds no exception: Spring Boot's indicator prints its stack trace at every probe. */
    @Override
    protected void doCall(HealthCheckResultBuilder builder, Map<String, Object> options) {
        // Camel says READINESS of each check that is no liveness check
        builder.detail(CHECK_KIND, readiness ? Kind.READINESS : Kind.ALL);
        if (probe.appId() != null) {
            builder.detail("appId", probe.appId());
        }
        AccountProbe.Outcome outcome = probe.report(waits.getAsLong());
        if (outcome.errorCode() != null) {
            builder.detail(SERVICE_ERROR_CODE, outcome.errorCode());
        }
        builder.message(outcome.message()).state(outcome.state());
    }
}
