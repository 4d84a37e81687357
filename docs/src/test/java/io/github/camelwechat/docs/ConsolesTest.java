package io.github.camelwechat.docs;

import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

import io.github.camelwechat.simulator.WechatSimulator;
import io.github.camelwechat.simulator.WechatSimulatorExtension;
import org.apache.camel.builder.RouteBuilder;
import org.apache.camel.console.DevConsole;
import org.apache.camel.console.DevConsoleRegistry;
import org.apache.camel.main.Main;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

import static org.assertj.core.api.Assertions.assertThat;

/** Which of Camel's consoles show a secret, as the page on security says: so it depends on where the secret is. */
class ConsolesTest {

    private static final String SECRET = "0f1e2d3c4b5a69788796a5b4c3d2e1f0";
    private static final String SOURCE = "the.secret";
    /** They act, need JMX, or show the source of the placeholder itself, which an application does not have there. */
    private static final Set<String> LEFT_OUT = Set.of(
            "send", "receive", "reload", "gc", "processor", "producer", "eval-language", "simple-language",
            "system-properties");

    @RegisterExtension
    static final WechatSimulatorExtension WECHAT = new WechatSimulatorExtension(
            WechatSimulator.builder().app("wxdemo", SECRET));

    private final Main main = new Main();

    @BeforeEach
    void putSecret() {
        System.setProperty(SOURCE, SECRET);
    }

    @AfterEach
    void stop() {
        main.stop();
        System.clearProperty(SOURCE);
    }

    private Set<String> consolesThatShowIt(String uri, Map<String, String> properties) {
        main.addInitialProperty("camel.component.wechat-material.api-url", WECHAT.url());
        main.addInitialProperty("camel.main.dev-console-enabled", "true");
        main.addInitialProperty("camel.main.message-history", "true");
        main.addInitialProperty("camel.trace.enabled", "true");
        properties.forEach(main::addInitialProperty);
        main.configure().addRoutesBuilder(new RouteBuilder() {
            @Override
            public void configure() {
                from("direct:in").to(uri).log("done");
            }
        });
        main.start();
        main.getCamelContext().createProducerTemplate().requestBody("direct:in", Pictures.png());
        DevConsoleRegistry consoles
                = main.getCamelContext().getCamelContextExtension().getContextPlugin(DevConsoleRegistry.class);
        consoles.loadDevConsoles();
        Set<String> found = new TreeSet<>();
        consoles.stream().filter(console -> !LEFT_OUT.contains(console.getId())).forEach(console -> {
            for (DevConsole.MediaType type : DevConsole.MediaType.values()) {
                if (console.supportMediaType(type) && String.valueOf(console.call(type)).contains(SECRET)) {
                    found.add(console.getId());
                }
            }
        });
        return found;
    }

    private static Map<String, String> account(String secret) {
        return Map.of(
                "camel.component.wechat-material.accounts[brand].app-id", "wxdemo",
                "camel.component.wechat-material.accounts[brand].secret", secret);
    }

    @Test
    void noneShowsAPlaceholderOfAnAccountByProperties() {
        assertThat(consolesThatShowIt("wechat-material:brand", account("{{sys:" + SOURCE + "}}"))).isEmpty();
    }

    @Test
    void twoShowALiteralAmongTheProperties() {
        assertThat(consolesThatShowIt("wechat-material:brand", account(SECRET)))
                .containsExactly("main-configuration", "properties");
    }

    @Test
    void oneShowsABean() {
        assertThat(consolesThatShowIt("wechat-material:brand", Map.of(
                "camel.beans.brand", "#class:io.github.camelwechat.material.WechatMaterialAccount",
                "camel.beans.brand.app-id", "wxdemo",
                "camel.beans.brand.secret", "{{sys:" + SOURCE + "}}",
                "camel.component.wechat-material.accounts[brand]", "#bean:brand"))).containsExactly("bean");
    }

    @Test
    void threeShowAUriWhateverPlaceholderIsInIt() {
        assertThat(consolesThatShowIt("wechat-material:wxdemo?secret={{sys:" + SOURCE + "}}", Map.of()))
                .containsExactly("endpoint", "message-history", "service");
    }

    @Test
    void threeShowAParameterOfAKamelet() {
        assertThat(consolesThatShowIt(
                "kamelet:wechat-material-sink?appId=wxdemo&secret=RAW({{sys:" + SOURCE + "}})&apiUrl=" + WECHAT.url(),
                Map.of()))
                .containsExactly("endpoint", "message-history", "service");
    }

    @Test
    void twoShowAPropertyOfAKamelet() {
        String kamelet = "camel.kamelet.wechat-material-sink.";
        assertThat(consolesThatShowIt("kamelet:wechat-material-sink", Map.of(
                kamelet + "app-id", "wxdemo", kamelet + "secret", "{{sys:" + SOURCE + "}}", kamelet + "api-url", WECHAT.url())))
                .containsExactly("endpoint", "service");
    }
}
