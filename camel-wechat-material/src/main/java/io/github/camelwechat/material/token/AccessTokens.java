package io.github.camelwechat.material.token;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ScheduledExecutorService;

import io.github.camelwechat.material.error.WechatApiException;
import io.github.camelwechat.material.error.WechatMaterialException;
import io.github.camelwechat.material.transport.AccountSettings;
import io.github.camelwechat.material.transport.WechatApi;

/**
 * The token of one account: fetched once for all who wait, renewed ahead of its end while the old one still serves,
 * dropped by value when WeChat refuses it. Thread-safe; holds no thread.
 */
public final class AccessTokens {

    /** How long a refusal (of the secret, of this machine's address) is believed without asking again. */
    static final Duration REFUSAL_LASTS = Duration.ofSeconds(30);
    /** The pause after a renewal that failed while the old token still serves. */
    static final Duration RENEWAL_PAUSE = Duration.ofSeconds(10);

    private final TokenSource source;
    private final Clock clock;

    private AccessToken current;
    private CompletableFuture<AccessToken> fetching;
    private WechatMaterialException refusal;
    private Instant refusedUntil = Instant.MIN;
    private Instant renewNotBefore = Instant.MIN;
    private String rejected;
    private Instant rejectedUntil = Instant.MIN;

    AccessTokens(TokenSource source, Clock clock) {
        this.source = source;
        this.clock = clock;
    }

    public static AccessTokens of(AccountSettings account, WechatApi api, ScheduledExecutorService timer, Clock clock) {
        TokenSource source = account.accessToken() != null
                ? new FixedTokenSource(AccessToken.fixed(account.accessToken()))
                : new StableTokenSource(api, account.appId(), account.secret(), timer, clock);
        return new AccessTokens(source, clock);
    }

    /** A token that serves now; fails with an exception of the caller's own. */
    public CompletableFuture<AccessToken> get() {
        CompletableFuture<AccessToken> fetch;
        synchronized (this) {
            Instant now = clock.instant();
            if (current != null && current.servesAt(now)) {
                if (!current.isDueAt(now) || fetching != null || now.isBefore(renewNotBefore)) {
                    return CompletableFuture.completedFuture(current);
                }
                AccessToken serving = current;
                renewNotBefore = now.plus(RENEWAL_PAUSE);
                fetch();
                return CompletableFuture.completedFuture(serving);
            }
            if (now.isBefore(refusedUntil)) {
                return CompletableFuture.failedFuture(TokenFailures.anew(refusal));
            }
            fetch = fetch();
        }
        return forOne(fetch);
    }

    /**
     * A token other than the one that WeChat has just refused.
     *
     * @param refused why it was refused; what the caller gets where there is no other token
     */
    public CompletableFuture<AccessToken> getOther(AccessToken stale, WechatApiException refused) {
        synchronized (this) {
            boolean known = stale.value().equals(rejected) && clock.instant().isBefore(rejectedUntil);
            if (known || source instanceof FixedTokenSource) {
                return CompletableFuture.failedFuture(refused);
            }
            if (current != null && current.value().equals(stale.value())) {
                current = null;
            }
        }
        return get().thenCompose(token -> {
            if (token.value().equals(stale.value())) {
                reject(token);
                return CompletableFuture.failedFuture(refused);
            }
            return CompletableFuture.completedFuture(token);
        });
    }

    /**
     * The source insists on a token that the interfaces refuse: asking on would only use up the quota of token calls.
     */
    private synchronized void reject(AccessToken token) {
        rejected = token.value();
        rejectedUntil = clock.instant().plus(REFUSAL_LASTS);
    }

    private CompletableFuture<AccessToken> fetch() {
        if (fetching != null) {
            return fetching;
        }
        CompletableFuture<AccessToken> fetch = new CompletableFuture<>();
        fetching = fetch;
        ask().whenComplete((token, failure) -> {
            synchronized (this) {
                fetching = null;
                if (failure == null) {
                    current = token;
                } else if (TokenFailures.isRefusal(TokenFailures.anew(failure))) {
                    refusal = TokenFailures.anew(failure);
                    refusedUntil = clock.instant().plus(REFUSAL_LASTS);
                }
            }
            if (failure == null) {
                fetch.complete(token);
            } else {
                fetch.completeExceptionally(failure);
            }
        });
        return fetch;
    }

    private CompletableFuture<AccessToken> ask() {
        try {
            return source.fetch();
        } catch (RuntimeException e) {
            // the component is stopping
            return CompletableFuture.failedFuture(e);
        }
    }

    private static CompletableFuture<AccessToken> forOne(CompletableFuture<AccessToken> shared) {
        CompletableFuture<AccessToken> own = new CompletableFuture<>();
        shared.whenComplete((token, failure) -> {
            if (failure == null) {
                own.complete(token);
            } else {
                own.completeExceptionally(TokenFailures.anew(failure));
            }
        });
        return own;
    }
}
