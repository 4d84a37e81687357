package io.github.camelwechat.material.internal.health;

import java.util.Map;
import java.util.function.Supplier;

import io.github.camelwechat.material.internal.platform.PlatformStatus;
import org.apache.camel.health.HealthCheckResultBuilder;
import org.apache.camel.impl.health.AbstractHealthCheck;

/**
 * A check that a platform can call WeChat, which spends no call. It never counts as readiness: a platform that waits
 * for its first ticket would then get no requests, and the ticket is one.
 */
final class PlatformHealthCheck extends AbstractHealthCheck {

    private final String appId;
    private final Supplier<PlatformStatus> status;

    PlatformHealthCheck(String id, String appId, Supplier<PlatformStatus> status) {
        super("camel", id);
        this.appId = appId;
        this.status = status;
    }

    @Override
    public boolean isReadiness() {
        return false;
    }

    @Override
    protected void doCall(HealthCheckResultBuilder builder, Map<String, Object> options) {
        // Camel says READINESS of each check that is no liveness check
        builder.detail(CHECK_KIND, Kind.ALL).detail("appId", appId);
        PlatformStatus now = status.get();
        if (now.errcode() != null) {
            builder.detail(SERVICE_ERROR_CODE, now.errcode());
        }
        builder.message(now.problem()).state(now.working() ? State.UP : State.DOWN);
    }
}
