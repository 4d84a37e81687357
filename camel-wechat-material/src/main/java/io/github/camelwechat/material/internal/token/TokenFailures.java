package io.github.camelwechat.material.internal.token;

import java.util.Set;

import io.github.camelwechat.material.error.NotSentException;
import io.github.camelwechat.material.error.WechatApiException;
import io.github.camelwechat.material.error.WechatMaterialException;

/** Meaning of the failures around tokens. */
final class TokenFailures {

    /**
     * The codes by which an interface says that the token is stale: the three that the well-known SDKs renew on, and
     * the one of a platform's token.
     */
    private static final Set<Integer> STALE = Set.of(40001, 40014, 42001, 42006);

    /** Of WeChat's cloud hosting, in the first minutes of a first version. */
    private static final int NOT_READY = 85113;

    private static final String NO_TOKEN = "No access token: ";

    private TokenFailures() {
    }

    /** Returns whether a material interface refused the token, and not the call. */
    static boolean isStaleToken(Throwable failure) {
        return failure instanceof WechatApiException api && STALE.contains(api.getErrcode());
    }

    /** Returns whether WeChat has refused a call because it is not ready yet. */
    static boolean isNotReady(WechatApiException refusal) {
        return refusal.getErrcode() == NOT_READY;
    }

    /** Returns whether asking again at once is pointless: the secret, the address or the account was refused. */
    static boolean isLasting(Throwable failure) {
        return failure instanceof WechatApiException api && !api.isRetryable();
    }

    /**
     * A failure that many exchanges share, made anew for one of them: exceptions are changed by those who handle them.
     * Whatever went wrong on the way to a token, time-outs and foreign answers included, the material was not sent.
     */
    static WechatMaterialException anew(Throwable failure) {
        if (failure instanceof WechatApiException api) {
            return new WechatApiException(api.getOperation(), api.getErrcode(), api.getErrmsg(), api.getRid(), false, api);
        }
        // Camel looks for handlers of the causes first: what the call for the token ended in is none of the route's matter
        String why = String.valueOf(failure.getMessage());
        return new NotSentException(
                why.startsWith(NO_TOKEN) ? why : NO_TOKEN + why,
                failure instanceof WechatMaterialException ? failure.getCause() : failure);
    }
}
