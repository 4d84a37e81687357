package io.github.camelwechat.material.internal.health;

import java.util.Objects;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicReference;

import io.github.camelwechat.material.error.WechatApiException;
import io.github.camelwechat.material.internal.call.Call;
import io.github.camelwechat.material.internal.call.WechatInterface;
import io.github.camelwechat.material.internal.session.AccountSession;
import io.github.camelwechat.material.internal.token.AccessToken;
import org.apache.camel.health.HealthCheck.State;
import org.jspecify.annotations.Nullable;

/**
 * Calls for the access token of one account, as its health checks need them. While there is a token, WeChat is not
 * called. Thread-safe.
 */
final class AccountProbe {

    private final String name;
    private final AccountSession session;
    /** Of the latest call that has ended: one that is still running does not replace it. */
    private volatile @Nullable Throwable latestFailure;
    private volatile @Nullable CompletableFuture<AccessToken> latest;
    /** The call of the current probe, until the check of the account has reported it. */
    private final AtomicReference<@Nullable CompletableFuture<AccessToken>> unreported = new AtomicReference<>();

    /**
     * @param message   null where the account has a token
     * @param errorCode null where WeChat has not refused
     */
    record Outcome(State state, @Nullable String message, @Nullable Integer errorCode) {
    }

    AccountProbe(String name, AccountSession session) {
        this.name = name;
        this.session = session;
    }

    /** {@return the name by which endpoints use the account} */
    String name() {
        return name;
    }

    /** {@return the AppID; null where none is needed and none was given} */
    @Nullable
    String appId() {
        return session.settings().appId();
    }

    /** Calls for a token where there is none, and waits for nothing: the checks of a probe share the call. */
    void begin() {
        unreported.set(call());
    }

    /** Forgets the calls of earlier probes. */
    void forget() {
        unreported.set(null);
        latest = null;
    }

    /** Waits for the call of the current probe, or for another one if that is reported already. */
    Outcome report(long nanos) {
        CompletableFuture<AccessToken> begun = unreported.getAndSet(null);
        return await(begun == null ? call() : begun, nanos);
    }

    /** Waits for the latest call, and makes one only if there is none. */
    Outcome latest(long nanos) {
        CompletableFuture<AccessToken> made = latest;
        return await(made == null ? call() : made, nanos);
    }

    private CompletableFuture<AccessToken> call() {
        Call<AccessToken> token = session.tokens().get(WechatInterface.GET_STABLE_ACCESS_TOKEN);
        token.listen((value, failure) -> latestFailure = failure);
        CompletableFuture<AccessToken> made = token.toFuture();
        latest = made;
        return made;
    }

    private Outcome await(CompletableFuture<AccessToken> call, long nanos) {
        try {
            call.get(nanos, TimeUnit.NANOSECONDS);
            return new Outcome(State.UP, null, null);
        } catch (ExecutionException e) {
            return down(Objects.requireNonNullElse(e.getCause(), e));
        } catch (TimeoutException e) {
            Throwable known = latestFailure;
            return known != null
                    ? down(known)
                    : unknown("The account has no access token yet; WeChat is being asked for one");
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return unknown("Interrupted");
        }
    }

    private static Outcome down(Throwable failure) {
        Integer errorCode = failure instanceof WechatApiException refused ? refused.getErrcode() : null;
        return new Outcome(State.DOWN, failure.getMessage(), errorCode);
    }

    private static Outcome unknown(String message) {
        return new Outcome(State.UNKNOWN, message, null);
    }
}
