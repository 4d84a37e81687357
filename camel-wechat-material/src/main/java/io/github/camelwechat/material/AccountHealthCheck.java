package io.github.camelwechat.material;

import java.util.Map;
import java.util.Objects;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

import io.github.camelwechat.material.error.WechatApiException;
import org.apache.camel.health.HealthCheckResultBuilder;
import org.apache.camel.impl.health.AbstractHealthCheck;

/**
 * Whether an account has an access token. A wrong secret, an address that WeChat does not know and a way that is
 * blocked show before the first message; as long as there is a token nothing is asked.
 */
final class AccountHealthCheck extends AbstractHealthCheck {

    /** Longer than a call for a token may take. */
    private static final long PATIENCE_SECONDS = 15;

    private final OpenAccount account;

    AccountHealthCheck(String id, OpenAccount account) {
        super("camel", id);
        this.account = account;
    }

    @Override
    protected void doCall(HealthCheckResultBuilder builder, Map<String, Object> options) {
        if (account.settings().appId() != null) {
            builder.detail("appId", account.settings().appId());
        }
        try {
            account.tokens().get().get(PATIENCE_SECONDS, TimeUnit.SECONDS);
            builder.up();
        } catch (ExecutionException e) {
            Throwable failure = Objects.requireNonNullElse(e.getCause(), e);
            if (failure instanceof WechatApiException refused) {
                builder.detail(SERVICE_ERROR_CODE, refused.getErrcode());
            }
            builder.message(failure.getMessage()).error(failure).down();
        } catch (TimeoutException e) {
            builder.message("No access token within " + PATIENCE_SECONDS + " seconds").down();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            builder.message("Interrupted").unknown();
        }
    }
}
