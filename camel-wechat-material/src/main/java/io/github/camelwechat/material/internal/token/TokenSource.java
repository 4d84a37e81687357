package io.github.camelwechat.material.internal.token;

import io.github.camelwechat.material.internal.call.Call;
import io.github.camelwechat.material.internal.transport.Authorization;
import org.jspecify.annotations.Nullable;

/** A way to come by access tokens. Thread-safe. */
public interface TokenSource {

    /**
     * Asks for a token. The cache asks once at a time, whenever it has none that serves, and again after each refusal:
     * a source whose calls cost quota limits their number itself.
     *
     * @param  refused by a material interface just now; null for none
     * @return         the call; it fails with a {@code WechatMaterialException} where there is no token to be had. A
     *                 source that has no other token returns the refused one
     */
    Call<AccessToken> fetch(@Nullable Authorization refused);

    /** Returns where calls wait that WeChat refuses as it is not ready yet; null where such a refusal is final. */
    default @Nullable ReadinessQueue readiness() {
        return null;
    }

    /** Returns whether asking again at once is pointless after a failure: it is believed for a while. */
    default boolean isLasting(Throwable failure) {
        return TokenFailures.isLasting(failure);
    }
}
