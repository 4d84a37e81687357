package io.github.camelwechat.material.internal.platform;

import java.time.Duration;
import java.time.Instant;
import java.util.Objects;
import java.util.Set;
import java.util.function.UnaryOperator;

import io.github.camelwechat.material.error.NotSentException;
import io.github.camelwechat.material.error.WechatApiException;
import io.github.camelwechat.material.error.WechatMaterialException;
import io.github.camelwechat.material.internal.call.Call;
import io.github.camelwechat.material.internal.call.Deadline;
import io.github.camelwechat.material.internal.call.WechatInterface;
import io.github.camelwechat.material.internal.platform.ComponentAnswers.ListedMerchant;
import io.github.camelwechat.material.internal.platform.ComponentAnswers.Redeemed;
import io.github.camelwechat.material.internal.platform.MerchantState.Standing;
import io.github.camelwechat.material.internal.token.AccessToken;
import io.github.camelwechat.material.internal.token.TokenApi;
import io.github.camelwechat.material.internal.token.TokenSource;
import io.github.camelwechat.material.internal.transport.Authorization;
import org.jspecify.annotations.Nullable;

/**
 * Source of the access tokens of one account of a platform: redeems a code, gives the refresh token, or asks for it,
 * whichever its state says. What an answer changes is stored before it is used.
 */
final class AuthorizerTokenSource implements TokenSource {

    /** How long an account counts as lost before WeChat is asked again. */
    static final Duration LOST_LASTS = Duration.ofMinutes(10);
    /** For all calls on the way to one token. */
    private static final Duration LIMIT = Duration.ofSeconds(20);

    /** The code was redeemed, maybe in a call whose answer was lost, or has expired. */
    private static final Set<Integer> CODE_REFUSED = Set.of(61009, 61010);

    private final Merchant merchant;
    private final Merchants merchants;
    private final ComponentClient client;
    private final TokenApi api;

    AuthorizerTokenSource(Merchant merchant, Merchants merchants, ComponentClient client, TokenApi api) {
        this.merchant = merchant;
        this.merchants = merchants;
        this.client = client;
        this.api = api;
    }

    @Override
    public Call<AccessToken> fetch(@Nullable Authorization refused) {
        WechatInterface called = WechatInterface.GET_AUTHORIZER_ACCESS_TOKEN;
        return new Deadline(api.timer(), LIMIT, "the limit of token calls").over(
                called.wechatName(), () -> token(merchant.state()));
    }

    /** A refusal of the platform is not the account's: the platform's own tokens know how long it lasts. */
    @Override
    public boolean isLasting(Throwable failure) {
        return TokenSource.super.isLasting(failure) && failure instanceof WechatApiException refusal
                && !WechatInterface.GET_COMPONENT_ACCESS_TOKEN.wechatName().equals(refusal.getOperation());
    }

    private Call<AccessToken> token(@Nullable MerchantState state) {
        if (state == null || state.standing() == Standing.UNDECIDED) {
            return told(state).then(next -> next.code() == null ? renewed(next) : redeemed(next, next.code()));
        }
        if (state.standing() == Standing.WITHDRAWN) {
            return Call.failed(merchant.withdrawn());
        }
        Instant lostAt = state.lostAt();
        if (lostAt != null && isWithin(lostAt, LOST_LASTS)) {
            return Call.failed(merchant.lost(state.lostBy()));
        }
        return exchanged(state);
    }

    /** Exchanges what the state has for an access token; asks for it where that is nothing. */
    private Call<AccessToken> exchanged(MerchantState state) {
        String code = state.code();
        if (code != null) {
            return redeemed(state, code);
        }
        return state.refreshToken() == null ? told(state).then(this::renewed) : renewed(state, state.refreshToken());
    }

    private boolean isWithin(Instant begin, Duration time) {
        Instant now = api.clock().instant();
        return !now.isBefore(begin) && now.isBefore(begin.plus(time));
    }

    /** Redeems a code. While that fails, an earlier refresh token may serve. */
    private Call<AccessToken> redeemed(MerchantState state, String code) {
        Call<AuthorizerToken> answer = client.queryAuth(code).map(this::own)
                .recover(WechatApiException.class, refusal -> CODE_REFUSED.contains(refusal.getErrcode())
                        ? grant().map(grant -> new AuthorizerToken(null, grant)) : Call.failed(refusal));
        return guarded(state, answer)
                .then(given -> stored(state, present -> MerchantState.redeemed(present, code, given.grant()))
                        .then(next -> given.token() == null ? exchanged(next) : Call.of(given.token())))
                .recover(WechatMaterialException.class, why -> state.refreshToken() != null && state.equals(merchant.state())
                        ? renewed(state, state.refreshToken()) : Call.failed(why));
    }

    private AuthorizerToken own(Redeemed redeemed) {
        if (!merchant.appId().equals(redeemed.appId())) {
            throw new NotSentException("The code of the account " + merchant.appId() + " is that of another account");
        }
        return redeemed.token();
    }

    /** Asks WeChat about the account, and stores what it tells. */
    private Call<MerchantState> told(@Nullable MerchantState state) {
        return guarded(state, grant()).then(grant -> stored(state, present -> MerchantState.told(present, grant)));
    }

    /** Gives the refresh token that WeChat has told for an access token. */
    private Call<AccessToken> renewed(MerchantState told) {
        return told.refreshToken() == null
                ? guarded(told, Call.failed(merchant.withoutRefreshToken())) : renewed(told, told.refreshToken());
    }

    private Call<AccessToken> renewed(MerchantState state, String refreshToken) {
        Call<AuthorizerToken> answer = client.authorizerToken(merchant.appId(), refreshToken)
                .recover(WechatApiException.class, refusal -> refusal.getErrcode() == Merchant.REFRESH_TOKEN_REFUSED
                        ? replaced(state, refreshToken, refusal) : Call.failed(refusal));
        // while there is a code, that may bring what is asked for here
        return (state.code() == null ? guarded(state, answer) : answer)
                .then(given -> stored(state, present -> Objects.requireNonNull(present).renewed(given.grant().refreshToken()))
                        .map(next -> Objects.requireNonNull(given.token())));
    }

    /** Asks for the present refresh token in place of a refused one, stores it, and gives it once. */
    private Call<AuthorizerToken> replaced(MerchantState state, String refused, WechatApiException refusal) {
        return grant().then(grant -> {
            String other = grant.refreshToken();
            return other == null || other.equals(refused)
                    ? Call.failed(refusal)
                    : stored(state, present -> Objects.requireNonNull(present).renewed(other))
                            .then(next -> client.authorizerToken(merchant.appId(), other));
        });
    }

    /** Asks for what the account has granted; for its refresh token in the list too, where it is not told otherwise. */
    private Call<Grant> grant() {
        return client.authorizerInfo(merchant.appId()).then(told -> {
            Grant grant = told.authorization().grant();
            return grant.refreshToken() != null ? Call.of(grant) : listed(0, grant);
        });
    }

    /** Looks for the refresh token in the list, from a page on. */
    private Call<Grant> listed(int offset, Grant grant) {
        return client.authorizerList(offset, Platform.MAX_PAGE).then(page -> {
            for (ListedMerchant one : page.list()) {
                if (merchant.appId().equals(one.appId())) {
                    return Call.of(new Grant(one.grant().refreshToken(), grant.permissionSets()));
                }
            }
            int next = offset + Platform.MAX_PAGE;
            return page.list().isEmpty() || next >= page.totalCount() ? Call.of(grant) : listed(next, grant);
        });
    }

    /** Notes where WeChat's refusal means that the account is lost. */
    private <T> Call<T> guarded(@Nullable MerchantState state, Call<T> call) {
        return call.recover(WechatApiException.class, refusal -> {
            boolean lost = refusal.getErrcode() == Merchant.NOT_AUTHORIZED
                    || refusal.getErrcode() == Merchant.REFRESH_TOKEN_REFUSED;
            return state == null || !lost
                    ? Call.failed(refusal)
                    : stored(state,
                            present -> Objects.requireNonNull(present).lost(refusal.getErrcode(), api.clock().instant()))
                            .then(next -> Call.failed(refusal));
        });
    }

    /**
     * Stores a change, unless an event has come since the state was read: then what WeChat has answered is of the past.
     */
    private Call<MerchantState> stored(@Nullable MerchantState seen, UnaryOperator<@Nullable MerchantState> change) {
        MerchantState known = merchant.state();
        if (known != null && MerchantState.isOfOneGeneration(seen, known) && known.equals(change.apply(known))) {
            // nothing to wait for, however slow the store is
            return Call.of(known);
        }
        return merchants.change(merchant.appId(), present -> {
            if (!MerchantState.isOfOneGeneration(seen, present)) {
                throw new NotSentException("The authorization of the account " + merchant.appId() + " has changed meanwhile");
            }
            return change.apply(present);
        }).map(changed -> Objects.requireNonNull(changed.state()));
    }
}
