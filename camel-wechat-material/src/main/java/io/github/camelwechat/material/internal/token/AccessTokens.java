package io.github.camelwechat.material.internal.token;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ScheduledExecutorService;

import io.github.camelwechat.material.error.WechatApiException;
import io.github.camelwechat.material.error.WechatMaterialException;
import io.github.camelwechat.material.internal.transport.AccountSettings;
import io.github.camelwechat.material.internal.transport.Credentials;
import io.github.camelwechat.material.internal.transport.WechatApi;
import org.jspecify.annotations.Nullable;

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

    private @Nullable AccessToken current;
    private boolean fetching;
    /** In the order in which they came: so they get their turn at the permits. */
    private final List<CompletableFuture<AccessToken>> waiting = new ArrayList<>();
    private @Nullable Refusal refusal;
    private Instant renewNotBefore = Instant.EPOCH;
    private @Nullable Rejection rejection;

    /** No token is given, for the time being. */
    private record Refusal(WechatMaterialException failure, Instant until) {
    }

    /** The source insists on a token that the interfaces refuse. */
    private record Rejection(String token, Instant until) {

        /** Never the token. */
        @Override
        public String toString() {
            return "Rejection[until=" + until + "]";
        }
    }

    AccessTokens(TokenSource source, Clock clock) {
        this.source = source;
        this.clock = clock;
    }

    public static AccessTokens of(AccountSettings account, WechatApi api, ScheduledExecutorService timer, Clock clock) {
        return new AccessTokens(source(account, api, timer, clock), clock);
    }

    private static TokenSource source(
            AccountSettings account, WechatApi api, ScheduledExecutorService timer, Clock clock) {
        if (account.credentials() instanceof Credentials.AppSecret own) {
            return switch (own.source()) {
                case STABLE -> new StableTokenSource(api, own, timer, clock);
                case CLASSIC -> new ClassicTokenSource(api, own, timer, clock);
            };
        }
        return new FixedTokenSource(AccessToken.fixed(account.credentials().secret()));
    }

    /** A token that serves now; fails with an exception of the caller's own. */
    public CompletableFuture<AccessToken> get() {
        CompletableFuture<AccessToken> token = new CompletableFuture<>();
        boolean begin;
        synchronized (this) {
            Instant now = clock.instant();
            if (current != null && current.servesAt(now)) {
                token.complete(current);
                begin = current.isDueAt(now) && !isAhead(renewNotBefore, RENEWAL_PAUSE) && beginFetch();
                if (begin) {
                    renewNotBefore = now.plus(RENEWAL_PAUSE);
                }
            } else if (refusal != null && isAhead(refusal.until(), REFUSAL_LASTS)) {
                token.completeExceptionally(TokenFailures.anew(refusal.failure()));
                begin = false;
            } else {
                waiting.add(token);
                begin = beginFetch();
            }
        }
        if (begin) {
            ask().whenComplete(this::fetched);
        }
        return token;
    }

    /**
     * A token other than the one that WeChat has just refused.
     *
     * @param refused why it was refused; what the caller gets where there is no other token
     */
    public CompletableFuture<AccessToken> getOther(AccessToken stale, WechatApiException refused) {
        boolean joined;
        synchronized (this) {
            boolean known = rejection != null && stale.value().equals(rejection.token())
                    && isAhead(rejection.until(), REFUSAL_LASTS);
            if (known || source instanceof FixedTokenSource) {
                return CompletableFuture.failedFuture(refused);
            }
            if (current != null && current.value().equals(stale.value())) {
                current = null;
            }
            joined = fetching;
        }
        return get().thenCompose(token -> {
            if (!token.value().equals(stale.value())) {
                return CompletableFuture.completedFuture(token);
            }
            // what was asked for before the refusal says nothing about it
            return joined ? getOther(stale, refused) : reject(token, refused);
        });
    }

    /**
     * The source insists on a token that the interfaces refuse: asking on would only use up the quota of token calls.
     */
    private synchronized CompletableFuture<AccessToken> reject(AccessToken token, WechatApiException refused) {
        rejection = new Rejection(token.value(), clock.instant().plus(REFUSAL_LASTS));
        return CompletableFuture.failedFuture(refused);
    }

    /** Further ahead than it was ever set, a deadline is of a clock that was put back. */
    private boolean isAhead(Instant deadline, Duration most) {
        Instant now = clock.instant();
        return now.isBefore(deadline) && !now.isBefore(deadline.minus(most));
    }

    private boolean beginFetch() {
        boolean first = !fetching;
        fetching = true;
        return first;
    }

    private void fetched(AccessToken token, @Nullable Throwable failure) {
        List<CompletableFuture<AccessToken>> served;
        synchronized (this) {
            fetching = false;
            served = List.copyOf(waiting);
            waiting.clear();
            if (failure == null) {
                current = token;
            } else if (TokenFailures.isRefusal(failure)) {
                refusal = new Refusal(TokenFailures.anew(failure), clock.instant().plus(REFUSAL_LASTS));
            }
        }
        for (CompletableFuture<AccessToken> one : served) {
            if (failure == null) {
                one.complete(token);
            } else {
                one.completeExceptionally(TokenFailures.anew(failure));
            }
        }
    }

    private CompletableFuture<AccessToken> ask() {
        try {
            return source.fetch();
        } catch (RuntimeException | Error e) {
            // the component is stopping, or out of memory: whoever comes next asks again
            return CompletableFuture.failedFuture(e);
        }
    }
}
