package io.github.camelwechat.quickstart;

import java.io.PrintStream;

import io.github.camelwechat.material.WechatMaterialComponent;
import io.github.camelwechat.material.result.AccountReport;
import org.apache.camel.Exchange;
import org.apache.camel.impl.DefaultCamelContext;

/** The run of {@code --check}: asks for the state of the account, prints it, and uploads nothing. */
class Check {

    private static final String CALL = "wechat-material:default?operation=checkAccount";

    private final PrintStream out;
    private final Account account;

    Check(PrintStream out, Account account) {
        this.out = out;
        this.account = account;
    }

    /** {@return 0 if uploads can work as far as is known, else 1} */
    int run() throws Exception {
        out.printf("Checking account %s at %s%n", account.appId(), account.apiUrl());
        Exchange exchange = ask();
        if (exchange.getException() != null) {
            out.println(exchange.getException().getMessage());
            out.println("Check " + Account.API_URL + ", the network and the proxy.");
            return 1;
        }
        ReportText report = new ReportText(exchange.getMessage().getBody(AccountReport.class));
        report.print(out);
        return report.findsAnObstacle() ? 1 : 0;
    }

    private Exchange ask() throws Exception {
        WechatMaterialComponent component = new WechatMaterialComponent();
        component.getConfiguration().setAppId(account.appId());
        component.getConfiguration().setSecret(account.secret());
        component.getConfiguration().setApiUrl(account.apiUrl());
        try (DefaultCamelContext context = new DefaultCamelContext()) {
            context.addComponent("wechat-material", component);
            context.start();
            return context.createFluentProducerTemplate().to(CALL).send();
        }
    }
}
