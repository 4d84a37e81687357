package io.github.camelwechat.material.internal.health;

import java.util.List;
import java.util.Map;
import java.util.function.LongSupplier;
import java.util.function.Supplier;

import org.apache.camel.health.HealthCheckResultBuilder;
import org.apache.camel.impl.health.AbstractHealthCheck;
import org.jspecify.annotations.Nullable;

/**
 * The readiness check of a component, down if all its accounts in use are down: while one of them works, so does the
 * application. It reports what the checks of the accounts have found in the same probe, and calls WeChat where none of
 * them was called.
 */
final class ComponentHealthCheck extends AbstractHealthCheck {

    private final Supplier<List<AccountProbe>> accounts;
    private final LongSupplier left;

    /**
     * @param accounts starts or joins the wait of a probe, and returns the accounts in use whose checks are neither
     *                 disabled nor excluded
     * @param left     returns the nanoseconds that are left of that wait
     */
    ComponentHealthCheck(String id, Supplier<List<AccountProbe>> accounts, LongSupplier left) {
        super("camel", id);
        this.accounts = accounts;
        this.left = left;
    }

    /** Not if it is disabled: Spring Boot takes the result UNKNOWN of a disabled check for a failure. */
    @Override
    public boolean isReadiness() {
        return isEnabled();
    }

    @Override
    protected void doCall(HealthCheckResultBuilder builder, Map<String, Object> options) {
        List<AccountProbe> probes = accounts.get();
        // an account that works is enough: the others are not waited for
        if (probes.isEmpty() || isAnyUp(probes)) {
            builder.up();
            return;
        }
        @Nullable
        String reason = null;
        boolean allDown = true;
        for (AccountProbe probe : probes) {
            AccountProbe.Outcome outcome = probe.latest(left.getAsLong());
            switch (outcome.state()) {
                case UP -> {
                    builder.up();
                    return;
                }
                case UNKNOWN -> allDown = false;
                case DOWN -> reason = reason == null ? probe.name() + ": " + outcome.message() : reason;
            }
        }
        if (allDown) {
            builder.message("None of the accounts in use (" + probes.size() + ") has an access token; " + reason).down();
        } else {
            builder.message("No account has an access token yet; WeChat is being asked for one").unknown();
        }
    }

    private static boolean isAnyUp(List<AccountProbe> probes) {
        return probes.stream().anyMatch(probe -> probe.latest(0).state() == State.UP);
    }
}
