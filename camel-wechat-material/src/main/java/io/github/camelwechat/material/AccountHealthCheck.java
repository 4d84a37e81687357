package io.github.camelwechat.material;

import java.util.Map;
import java.util.Objects;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.LongSupplier;

import io.github.camelwechat.material.error.WechatApiException;
import io.github.camelwechat.material.internal.token.AccessToken;
import io.github.camelwechat.material.internal.transport.Failures;
import org.apache.camel.health.HealthCheckResultBuilder;
import org.apache.camel.impl.health.AbstractHealthCheck;
import org.jspecify.annotations.Nullable;

/**
 * A check that an account has an access token. A wrong secret, an address that is not on the white list, and a blocked
 * network show before the first message. While there is a token, WeChat is not called.
 */
final class AccountHealthCheck extends AbstractHealthCheck {

    private final OpenAccount account;
    private final LongSupplier waits;
    /** Of the latest call that has ended: one that is still running does not replace it. */
    private volatile @Nullable Throwable latestFailure;

    /** @param waits starts or joins the wait of a probe, and returns the nanoseconds that are left of it */
    AccountHealthCheck(String id, OpenAccount account, LongSupplier waits) {
        super("camel", id);
        this.account = account;
        this.waits = waits;
    }

    /** Calls for a token where there is none, and waits for nothing. */
    CompletableFuture<AccessToken> refresh() {
        return account.tokens().get().whenComplete(
                (token, failure) -> latestFailure = failure == null ? null : Failures.unwrapped(failure));
    }

    @Override
    protected void doCall(HealthCheckResultBuilder builder, Map<String, Object> options) {
        if (account.settings().appId() != null) {
            builder.detail("appId", account.settings().appId());
        }
        long nanos = waits.getAsLong();
        try {
            refresh().get(nanos, TimeUnit.NANOSECONDS);
            builder.up();
        } catch (ExecutionException e) {
            down(builder, Objects.requireNonNullElse(e.getCause(), e));
        } catch (TimeoutException e) {
            Throwable known = latestFailure;
            if (known != null) {
                down(builder, known);
            } else {
                builder.message("The account has no access token yet; WeChat is being asked for one").unknown();
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            builder.message("Interrupted").unknown();
        }
    }

    /** Adds no exception: Spring Boot's indicator prints its stack trace at every probe. */
    private static void down(HealthCheckResultBuilder builder, Throwable failure) {
        if (failure instanceof WechatApiException refused) {
            builder.detail(SERVICE_ERROR_CODE, refused.getErrcode());
        }
        builder.message(failure.getMessage()).down();
    }
}
