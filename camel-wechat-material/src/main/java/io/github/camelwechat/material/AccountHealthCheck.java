package io.github.camelwechat.material;

import java.util.Map;
import java.util.Objects;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.LongSupplier;

import io.github.camelwechat.material.error.WechatApiException;
import io.github.camelwechat.material.internal.call.Call;
import io.github.camelwechat.material.internal.call.WechatInterface;
import io.github.camelwechat.material.internal.session.AccountSession;
import io.github.camelwechat.material.internal.token.AccessToken;
import org.apache.camel.health.HealthCheckResultBuilder;
import org.apache.camel.impl.health.AbstractHealthCheck;
import org.jspecify.annotations.Nullable;

/**
 * A check that an account has an access token. A wrong secret, an address that is not on the white list, and a blocked
 * network show before the first message. While there is a token, WeChat is not called.
 */
final class AccountHealthCheck extends AbstractHealthCheck {

    private final AccountSession session;
    private final LongSupplier waits;
    /** Of the latest call that has ended: one that is still running does not replace it. */
    private volatile @Nullable Throwable latestFailure;

    /** @param waits starts or joins the wait of a probe, and returns the nanoseconds that are left of it */
    AccountHealthCheck(String id, AccountSession session, LongSupplier waits) {
        super("camel", id);
        this.session = session;
        this.waits = waits;
    }

    /** Calls for a token where there is none, and waits for nothing. */
    CompletableFuture<AccessToken> refresh() {
        Call<AccessToken> token = session.tokens().get(WechatInterface.GET_STABLE_ACCESS_TOKEN);
        token.listen((value, failure) -> latestFailure = failure);
        return token.toFuture();
    }

    @Override
    protected void doCall(HealthCheckResultBuilder builder, Map<String, Object> options) {
        if (session.settings().appId() != null) {
            builder.detail("appId", session.settings().appId());
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
