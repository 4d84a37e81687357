package io.github.camelwechat.karaf;

import io.github.camelwechat.material.error.WechatApiException;
import io.github.camelwechat.material.error.WechatMaterialException;
import org.apache.camel.Exchange;

/**
 * Decision about a failed file: a failure of the file is final, one of connection, account or configuration may pass.
 */
final class MayComeAgain {

    private MayComeAgain() {
    }

    /** {@return whether nothing was stored, and the reason does not lie in the file} */
    static boolean after(Exchange exchange) {
        WechatMaterialException failure = exchange.getProperty(Exchange.EXCEPTION_CAUGHT, WechatMaterialException.class);
        return failure.isRetryable()
                // no token: a wrong secret, or an address that is not on the white list
                || (failure instanceof WechatApiException refusal && refusal.getOperation().endsWith("AccessToken"));
    }
}
