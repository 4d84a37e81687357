package io.github.camelwechat.material.internal.token;

import java.util.Set;

import io.github.camelwechat.material.error.NotSentException;
import io.github.camelwechat.material.error.WechatApiException;
import io.github.camelwechat.material.error.WechatMaterialException;
import io.github.camelwechat.material.internal.transport.Failures;

/** What the failures around tokens mean. */
public final class TokenFailures {

    /**
     * The codes by which an interface says that the token is stale; the same three that the well-known SDKs renew on.
     */
    private static final Set<Integer> STALE = Set.of(40001, 40014, 42001);

    private TokenFailures() {
    }

    /** Whether a material interface refused the token, and not the call. */
    public static boolean isStaleToken(Throwable failure) {
        return failure instanceof WechatApiException api && STALE.contains(api.getErrcode());
    }

    /** Whether asking again at once is pointless: the secret, the address or the account was refused. */
    static boolean isRefusal(Throwable failure) {
        return Failures.unwrapped(failure) instanceof WechatApiException api && !api.isRetryable();
    }

    /**
     * A failure that many exchanges share, made anew for one of them: exceptions are changed by those who handle them.
     * Whatever went wrong on the way to a token, time-outs and foreign answers included, the material was not sent.
     */
    static WechatMaterialException anew(Throwable failure) {
        Throwable cause = Failures.unwrapped(failure);
        if (cause instanceof WechatApiException api) {
            return new WechatApiException(api.getOperation(), api.getErrcode(), api.getErrmsg(), api.getRid(), api);
        }
        // Camel looks for handlers of the causes first: what the call for the token ended in is none of the route's matter
        return new NotSentException(
                "No access token: " + cause.getMessage(), cause instanceof WechatMaterialException ? cause.getCause() : cause);
    }
}
