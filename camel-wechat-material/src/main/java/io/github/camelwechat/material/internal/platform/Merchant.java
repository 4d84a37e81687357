package io.github.camelwechat.material.internal.platform;

import java.time.Clock;
import java.util.function.Function;

import io.github.camelwechat.material.error.WechatApiException;
import io.github.camelwechat.material.internal.call.WechatInterface;
import io.github.camelwechat.material.internal.platform.MerchantState.Standing;
import io.github.camelwechat.material.internal.token.AccessTokens;
import io.github.camelwechat.material.internal.token.TokenSource;
import org.jspecify.annotations.Nullable;

/** An account as a platform knows it, and its access tokens. Thread-safe. */
final class Merchant {

    static final int NOT_AUTHORIZED = 61003;
    static final int REFRESH_TOKEN_REFUSED = 61023;

    private final String appId;
    private final AccessTokens tokens;
    private volatile @Nullable MerchantState state;
    private volatile long lastEvent;

    /**
     * @param state  null for an account that the platform does not know
     * @param source makes the source of its tokens
     */
    Merchant(String appId, @Nullable MerchantState state, Function<Merchant, TokenSource> source, Clock clock) {
        this.appId = appId;
        this.state = state;
        this.tokens = new AccessTokens(source.apply(this), clock);
        if (state != null && state.standing() == Standing.WITHDRAWN) {
            tokens.block(withdrawn());
        }
    }

    String appId() {
        return appId;
    }

    AccessTokens tokens() {
        return tokens;
    }

    @Nullable
    MerchantState state() {
        return state;
    }

    /** Returns whether something of it is to be asked of WeChat, even if nobody uploads. */
    boolean isPending() {
        MerchantState known = state;
        return known != null && known.isPending();
    }

    /** Returns the number of its newest event among those of all accounts; 0 if there was none since the start. */
    long lastEvent() {
        return lastEvent;
    }

    /** Takes a state that is stored, and was made by an answer. */
    void become(MerchantState next) {
        state = next;
        if (next.lostBy() == NOT_AUTHORIZED) {
            tokens.drop();
        }
    }

    /**
     * Takes a state that is stored, and was made by an event. Blocks or frees its tokens before anybody is told of the
     * change.
     */
    void become(MerchantState next, long event) {
        MerchantState before = state;
        state = next;
        lastEvent = event;
        if (next.standing() == Standing.WITHDRAWN) {
            if (before == null || before.standing() != Standing.WITHDRAWN) {
                tokens.block(withdrawn());
            }
        } else {
            tokens.fresh();
        }
    }

    WechatApiException withdrawn() {
        return refused(NOT_AUTHORIZED, "in a push about " + appId + ", so nothing was sent");
    }

    /** Returns the failure of an account that WeChat has refused before, and is not asked about again yet. */
    WechatApiException lost(int errcode) {
        return refused(errcode, "before about " + appId + ", so nothing was sent");
    }

    /** Returns the failure of an account of which WeChat tells no refresh token. */
    WechatApiException withoutRefreshToken() {
        return refused(REFRESH_TOKEN_REFUSED, "to all that was asked about " + appId + ", without a refresh token");
    }

    private WechatApiException refused(int errcode, String errmsg) {
        return new WechatApiException(
                WechatInterface.GET_AUTHORIZER_ACCESS_TOKEN.wechatName(), errcode, errmsg, null, false, null);
    }

    @Override
    public String toString() {
        return "Merchant[appId=" + appId + ", state=" + state + "]";
    }
}
