package io.github.camelwechat.karaf;

import java.util.Set;

import io.github.camelwechat.material.error.InvalidMaterialException;
import io.github.camelwechat.material.error.InvalidMaterialException.Reason;
import io.github.camelwechat.material.error.WechatApiException;
import io.github.camelwechat.material.error.WechatMaterialException;
import org.apache.camel.Exchange;

/** Decision about a failed file: a failure of the file is final, one of connection, account or library may pass. */
final class MayComeAgain {

    /** WeChat's codes about the account, whatever the file: no right, not on the white list, frozen. */
    private static final Set<Integer> ABOUT_THE_ACCOUNT = Set.of(40164, 48001, 48004, 50002, 50004, 50007, 61004);
    /** No upload is left for today, or no room in the library. */
    private static final Set<Integer> ABOUT_THE_QUOTA = Set.of(45009, 45034, 45074, 45101);

    private MayComeAgain() {
    }

    /**
     * {@return whether nothing was stored, and the reason lies outside the file} Both handlers ask: Camel looks for the
     * nearest one at causes too, and an IOException below a NotSentException is as near to Exception as that is to its
     * parent.
     */
    static boolean after(Exchange exchange) {
        Exception failure = exchange.getProperty(Exchange.EXCEPTION_CAUGHT, Exception.class);
        if (failure instanceof WechatApiException refusal) {
            return refusal.isRetryable()
                    // no token: a wrong secret, or an address that is not on the white list
                    || refusal.getOperation().endsWith("AccessToken")
                    || ABOUT_THE_ACCOUNT.contains(refusal.getErrcode())
                    || ABOUT_THE_QUOTA.contains(refusal.getErrcode());
        }
        if (failure instanceof InvalidMaterialException invalid) {
            // the file is still being written
            return invalid.getReason() == Reason.LENGTH;
        }
        return failure instanceof WechatMaterialException other && other.isRetryable();
    }
}
