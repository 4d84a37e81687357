package io.github.camelwechat.material.internal.token;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.function.Function;
import java.util.function.Supplier;

import io.github.camelwechat.material.error.NotSentException;
import io.github.camelwechat.material.error.WechatApiException;
import io.github.camelwechat.material.error.WechatMaterialException;
import io.github.camelwechat.material.internal.call.Call;
import io.github.camelwechat.material.internal.call.Promise;
import io.github.camelwechat.material.internal.call.WechatInterface;
import io.github.camelwechat.material.internal.transport.Authorization;
import org.jspecify.annotations.Nullable;

/**
 * Cache in front of a token source: fetches a token once for all who wait, renews it ahead of its end while the old one
 * still serves, and drops it by value when WeChat refuses it. Thread-safe; holds no thread.
 */
public final class AccessTokens {

    /** The pause after a renewal that failed while the old token still serves. */
    static final Duration RENEWAL_PAUSE = Duration.ofSeconds(10);

    private final TokenSource source;
    private final Clock clock;

    private @Nullable AccessToken current;
    /** Refused by an interface, though the source has no other one: the source is asked before it is used again. */
    private @Nullable Authorization refused;
    private @Nullable CachedFailure failing;
    private boolean fetching;
    /** Raised by what makes the answer to an earlier fetch worthless. */
    private int generation;
    /** In the order in which they came: so they get their turn at the permits. */
    private final List<Promise<AccessToken>> waiting = new ArrayList<>();
    private Instant renewNotBefore = Instant.EPOCH;

    /** Creates an empty cache. */
    public AccessTokens(TokenSource source, Clock clock) {
        this.source = source;
        this.clock = clock;
    }

    /**
     * Begins a call with a token, and once more with another one where WeChat refuses the first.
     *
     * @param called  for messages
     * @param request begins the call; asks for the authorization when the request goes out. It ends with a
     *                {@code WechatApiException} where WeChat refuses that
     */
    public <T extends @Nullable Object> Call<T> authorize(
            WechatInterface called, Function<Supplier<Authorization>, Call<T>> request) {
        return new AuthorizedCall<>(this, called, request).begin();
    }

    /**
     * Returns a token that serves now. The call fails with an exception of the caller's own.
     *
     * @param called waits for it, for messages
     */
    public Call<AccessToken> get(WechatInterface called) {
        Call<AccessToken> token;
        boolean begin;
        synchronized (this) {
            AccessToken serving = serving();
            if (serving != null) {
                token = Call.of(serving);
                begin = beginRenewal(serving);
            } else {
                WechatMaterialException known = failure();
                token = known == null ? waiter(called) : Call.failed(TokenFailures.anew(known));
                begin = known == null && beginFetch();
            }
        }
        if (begin) {
            fetch();
        }
        return token;
    }

    /** Returns the token that serves now; the given one if there is none. */
    AccessToken latest(AccessToken given) {
        AccessToken serving;
        boolean begin;
        synchronized (this) {
            serving = serving();
            begin = serving != null && beginRenewal(serving);
        }
        if (begin) {
            fetch();
        }
        return serving == null ? given : serving;
    }

    /** Returns whether a token has been replaced, or is being replaced. */
    synchronized boolean isOutdated(AccessToken token) {
        return fetching || (current != null && !current.isSameAs(token));
    }

    private @Nullable AccessToken serving() {
        return current != null && refused == null && current.servesAt(clock.instant()) ? current : null;
    }

    private boolean beginRenewal(AccessToken serving) {
        Instant now = clock.instant();
        boolean begin
                = serving.isDueAt(now) && !SparingTokenSource.isAhead(clock, renewNotBefore, RENEWAL_PAUSE) && beginFetch();
        if (begin) {
            renewNotBefore = now.plus(RENEWAL_PAUSE);
        }
        return begin;
    }

    private Promise<AccessToken> waiter(WechatInterface called) {
        Promise<AccessToken> token = new Promise<>(
                (self, why) -> self.fail(new NotSentException(called.wechatName() + ": not sent, " + why)));
        waiting.add(token);
        return token;
    }

    /**
     * Returns a token other than the one that WeChat has just refused.
     *
     * @param refusal why it was refused; what the caller gets where there is no other token
     */
    Call<AccessToken> getOther(WechatInterface called, AccessToken stale, WechatApiException refusal) {
        return stale.authorization().renewable() ? other(called, stale, refusal, true) : Call.failed(refusal);
    }

    /** @param first whether a fetch under way may be older than the refusal: then it says nothing about it */
    private Call<AccessToken> other(WechatInterface called, AccessToken stale, WechatApiException refusal, boolean first) {
        boolean older;
        synchronized (this) {
            if (current != null && current.isSameAs(stale)) {
                current = null;
                refused = stale.authorization();
            }
            older = first && fetching;
        }
        return get(called).then(token -> {
            if (!token.isSameAs(stale)) {
                return Call.of(token);
            }
            return older ? other(called, stale, refusal, false) : insistedOn(token, refusal);
        });
    }

    /** Returns where calls wait while WeChat is not ready yet; null where they do not. */
    @Nullable
    ReadinessQueue readiness() {
        return source.readiness();
    }

    /** The source has no other token now; when there is one, the next call gets it. */
    private synchronized Call<AccessToken> insistedOn(AccessToken token, WechatApiException refusal) {
        if (current != null && current.isSameAs(token)) {
            refused = token.authorization();
        }
        return Call.failed(refusal);
    }

    /** Forgets a failure, and what an earlier fetch may still answer: something has changed on which tokens depend. */
    public synchronized void fresh() {
        failing = null;
        generation++;
    }

    /**
     * Asks the source now, as after {@link #fresh()}. A token that serves goes on serving meanwhile.
     *
     * @param called waits for it, for messages
     */
    public Call<AccessToken> renew(WechatInterface called) {
        Call<AccessToken> token;
        boolean begin;
        synchronized (this) {
            fresh();
            token = waiter(called);
            begin = beginFetch();
        }
        if (begin) {
            fetch();
        }
        return token;
    }

    /** Drops the token that serves: it is worth nothing any more. The source is asked for the next one. */
    public synchronized void drop() {
        current = null;
        refused = null;
    }

    /** Returns why calls fail at once for the time being; null where they do not. */
    public synchronized @Nullable WechatMaterialException failure() {
        return failing != null && failing.holds(clock) ? failing.failure() : null;
    }

    /**
     * Lets all calls fail at once, until {@link #fresh()}. A token that is under way does not undo it.
     *
     * @param why each call gets an exception made after this one
     */
    public void block(WechatMaterialException why) {
        List<Promise<AccessToken>> failed;
        synchronized (this) {
            failing = new CachedFailure(why, null);
            current = null;
            refused = null;
            generation++;
            failed = List.copyOf(waiting);
            waiting.clear();
        }
        failed.forEach(one -> one.fail(TokenFailures.anew(why)));
    }

    private boolean beginFetch() {
        boolean first = !fetching;
        fetching = true;
        return first;
    }

    private void fetch() {
        int asked;
        Authorization stale;
        synchronized (this) {
            asked = generation;
            stale = refused;
        }
        ask(stale).listen((token, failure) -> fetched(asked, token, failure));
    }

    private Call<AccessToken> ask(@Nullable Authorization stale) {
        try {
            return source.fetch(stale);
        } catch (RuntimeException | Error e) {
            // the component is stopping, or out of memory: whoever comes next asks again
            return Call.failed(e);
        }
    }

    private void fetched(int asked, @Nullable AccessToken fetched, @Nullable Throwable failed) {
        AccessToken token = fetched;
        Throwable failure = failed;
        List<Promise<AccessToken>> served = List.of();
        boolean again = false;
        synchronized (this) {
            if (asked != generation) {
                // who waits now needs another answer
                again = !waiting.isEmpty();
            } else {
                if (failed != null && isRefusedOneServing()) {
                    // no other is to be had
                    token = current;
                    failure = null;
                }
                keep(token, failure);
                served = List.copyOf(waiting);
                waiting.clear();
            }
            fetching = again;
        }
        if (again) {
            fetch();
        }
        for (Promise<AccessToken> one : served) {
            if (failure != null) {
                one.fail(TokenFailures.anew(failure));
            } else {
                one.complete(Objects.requireNonNull(token));
            }
        }
    }

    /** Returns whether the token that the source has insisted on still serves. */
    private boolean isRefusedOneServing() {
        return refused != null && current != null && current.authorization().equals(refused)
                && current.servesAt(clock.instant());
    }

    private void keep(@Nullable AccessToken token, @Nullable Throwable failure) {
        if (failure == null) {
            if (token != null && (current == null || !current.isSameAs(token))) {
                // a source that gives the same again is paused as one that fails
                renewNotBefore = Instant.EPOCH;
            }
            current = token;
            refused = null;
        } else if (source.isLasting(failure)) {
            failing = new CachedFailure(TokenFailures.anew(failure), clock.instant().plus(CachedFailure.LASTS));
        }
    }
}
