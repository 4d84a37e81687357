package io.github.camelwechat.quickstart;

import java.io.PrintStream;

import io.github.camelwechat.material.error.WechatApiException;
import org.apache.camel.CamelContext;
import org.apache.camel.Exchange;
import org.apache.camel.main.BaseMainSupport;
import org.apache.camel.main.MainListenerSupport;
import org.jspecify.annotations.Nullable;

/**
 * The first call of a run. The route starts, and takes files, only if the account answers: a wrong secret, an address
 * that is not on the white list, or a host that is not WeChat's would fail each file.
 */
class AccountCheck extends MainListenerSupport {

    /** Needs an access token and the right to the material interfaces, and changes nothing. */
    private static final String CALL = "wechat-material:default?operation=getMaterialCount";

    private static final int QUOTA_USED_UP = 45009;

    private final PrintStream out;
    private final Runnable end;
    private volatile boolean failed;

    /** @param end what ends the run */
    AccountCheck(PrintStream out, Runnable end) {
        this.out = out;
        this.end = end;
    }

    @Override
    public void afterStart(BaseMainSupport main) {
        CamelContext context = main.getCamelContext();
        Exception failure = call(context);
        if (failure == null || isQuotaOfThisCall(failure)) {
            startRoutes(context);
            return;
        }
        failed = true;
        out.println("Nothing was uploaded and no file was moved, as the account does not answer:");
        out.println(failure.getMessage());
        if (!(failure instanceof WechatApiException)) {
            out.println("Check " + Account.API_URL + ", the network and the proxy.");
        }
        end.run();
    }

    /** {@return whether the account refused the call, or did not answer} */
    boolean hasFailed() {
        return failed;
    }

    private static @Nullable Exception call(CamelContext context) {
        Exchange exchange = context.createFluentProducerTemplate().to(CALL).send();
        return exchange.getException();
    }

    /** {@return whether the interface for counts has been called too often today, which says nothing of uploads} */
    private static boolean isQuotaOfThisCall(Exception failure) {
        return failure instanceof WechatApiException refusal && refusal.getErrcode() == QUOTA_USED_UP
                && refusal.getOperation().equals("getMaterialCount");
    }

    private static void startRoutes(CamelContext context) {
        try {
            context.getRouteController().startRoute("upload");
        } catch (Exception e) {
            throw new IllegalStateException("The route did not start", e);
        }
    }
}
