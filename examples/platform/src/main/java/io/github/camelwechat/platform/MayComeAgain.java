package io.github.camelwechat.platform;

import java.util.Set;

import io.github.camelwechat.material.error.InvalidMaterialException;
import io.github.camelwechat.material.error.InvalidMaterialException.Reason;
import io.github.camelwechat.material.error.WechatApiException;
import io.github.camelwechat.material.error.WechatMaterialException;
import org.apache.camel.Exchange;

/** Decision about a failed file: a failure of the file or its merchant is final, one of the platform may pass. */
final class MayComeAgain {

    /** WeChat's codes about one merchant: authorization withdrawn or lost, or without the permission set. */
    private static final Set<Integer> ABOUT_THE_MERCHANT = Set.of(61003, 61007, 61023);
    /** This machine's address is not on the platform's white list. */
    private static final int ABOUT_THE_ADDRESS = 61004;

    private MayComeAgain() {
    }

    /** {@return whether nothing was stored, and the reason lies neither in the file nor in the merchant} */
    static boolean after(Exchange exchange) {
        Exception failure = exchange.getProperty(Exchange.EXCEPTION_CAUGHT, Exception.class);
        if (failure instanceof WechatApiException refusal) {
            return !ABOUT_THE_MERCHANT.contains(refusal.getErrcode())
                    && (refusal.isRetryable() || refusal.getErrcode() == ABOUT_THE_ADDRESS
                    // the platform got no token
                            || refusal.getOperation().endsWith("AccessToken"));
        }
        if (failure instanceof InvalidMaterialException invalid) {
            // the file is still being written
            return invalid.getReason() == Reason.LENGTH;
        }
        return failure instanceof WechatMaterialException other && other.isRetryable();
    }
}
