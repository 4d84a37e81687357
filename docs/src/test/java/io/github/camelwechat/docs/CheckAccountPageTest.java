package io.github.camelwechat.docs;

import java.io.IOException;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;

import io.github.camelwechat.simulator.WechatSimulatorExtension;
import org.apache.camel.impl.DefaultCamelContext;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

/**
 * The route of the page on checking an account logs the fields that the page explains, and costs the calls in its
 * table.
 */
class CheckAccountPageTest {

    private static final String PAGE = Repository.read("docs/check-account.md");

    @RegisterExtension
    static final WechatSimulatorExtension wechat = new WechatSimulatorExtension();

    private final DefaultCamelContext context = new DefaultCamelContext();
    private final List<String> logged = new CopyOnWriteArrayList<>();

    @BeforeEach
    void start() throws Exception {
        DemoAccount.addTo(context, wechat);
        context.start();
        context.getCamelContextExtension().addLogListener((exchange, logger, message) -> {
            logged.add(message);
            return message;
        });
    }

    @AfterEach
    void stop() throws IOException {
        context.close();
    }

    private String report() throws Exception {
        context.addRoutes(new CheckRoute());
        await().untilAsserted(() -> assertThat(logged).hasSize(1));
        return logged.get(0);
    }

    @Test
    void explainsTheFields() throws Exception {
        assertThat(report()).startsWith("{\"token\":{\"accepted\":true,");
        for (String field : List.of(
                "accepted", "interfaces", "right", "quota", "daily_limit", "used", "remain", "library", "room", "advice")) {
            assertThat(logged.get(0)).contains("\"" + field + "\":");
            assertThat(PAGE).containsPattern("`[a-z.\\[\\]]*" + field + "[a-z.\\[\\]]*`");
        }
    }

    @Test
    void namesTheAddressThatWechatSees() throws Exception {
        wechat.account("wxdemo").ipWhitelist(List.of("203.0.113.7"));

        assertThat(report()).contains("\"accepted\":false,\"errcode\":40164,").contains("\"address\":\"127.0.0.1\"");
        assertThat(PAGE).contains("| `token.address` |");
    }

    @Test
    void countsItsCalls() throws Exception {
        report();

        assertThat(wechat.journal().count("/cgi-bin/stable_token")).isEqualTo(1);
        assertThat(wechat.journal().count("/cgi-bin/material/get_materialcount")).isEqualTo(1);
        assertThat(wechat.journal().count("/cgi-bin/material/batchget_material")).isEqualTo(1);
        assertThat(wechat.journal().count("/cgi-bin/openapi/quota/get")).isEqualTo(6);
        assertThat(wechat.journal().entries()).hasSize(9);
        assertThat(PAGE).contains("| `openapi/quota/get` | six times,");
    }
}
