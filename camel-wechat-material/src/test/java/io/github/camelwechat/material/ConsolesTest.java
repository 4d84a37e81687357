package io.github.camelwechat.material;

import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;

import org.apache.camel.Exchange;
import org.apache.camel.builder.RouteBuilder;
import org.apache.camel.console.DevConsole;
import org.apache.camel.console.DevConsoleRegistry;
import org.apache.camel.impl.console.BeanDevConsole;
import org.apache.camel.main.Main;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

/** Camel's own consoles print secrets by what an application writes where; docs/security.md tells which. */
class ConsolesTest {

    private static final String OF_A_BEAN = "planted-secret-of-a-bean";
    private static final String LITERAL = "planted-literal-secret";
    private static final String BY_PLACEHOLDER = "planted-secret-by-placeholder";
    private static final String IN_A_URI = "planted-secret-in-a-uri";
    private static final String PROPERTY = "planted.property";
    private static final String ACCOUNTS = "camel.component.wechat-material.accounts";

    private final Main main = new Main();

    @BeforeEach
    void start() {
        System.setProperty(PROPERTY, BY_PLACEHOLDER);
        WechatMaterialAccount account = new WechatMaterialAccount();
        account.setAppId("wxbean");
        account.setSecret(OF_A_BEAN);
        main.bind("brandBean", account);
        main.addInitialProperty("camel.main.devConsoleEnabled", "true");
        main.addInitialProperty(ACCOUNTS + "[bean]", "#bean:brandBean");
        main.addInitialProperty(ACCOUNTS + "[literal].app-id", "wxliteral");
        main.addInitialProperty(ACCOUNTS + "[literal].secret", LITERAL);
        main.addInitialProperty(ACCOUNTS + "[placeholder].app-id", "wxplaceholder");
        main.addInitialProperty(ACCOUNTS + "[placeholder].secret", "{{sys:" + PROPERTY + "}}");
        main.configure().addRoutesBuilder(new RouteBuilder() {
            @Override
            public void configure() {
                from("direct:named").to("wechat-material:bean").to("wechat-material:literal").to("wechat-material:placeholder");
                from("direct:uri").to("wechat-material:wxuri?secret=RAW(" + IN_A_URI + ")&apiUrl=http://127.0.0.1:1");
            }
        });
        main.start();
        consoles().loadDevConsoles();
    }

    @AfterEach
    void stop() {
        main.stop();
        System.clearProperty(PROPERTY);
    }

    private DevConsoleRegistry consoles() {
        return DevConsoleRegistry.get(main.getCamelContext());
    }

    /** {@return the consoles that print a text, as text or as JSON} */
    private Set<String> printing(String secret) {
        Set<String> ids = new TreeSet<>();
        // "receive" begins to receive when it is asked
        consoles().stream().filter(console -> !console.getId().equals("receive")).forEach(console -> {
            boolean prints = Stream.of(DevConsole.MediaType.values()).filter(console::supportMediaType)
                    .anyMatch(type -> String.valueOf(console.call(type, Map.of())).contains(secret));
            if (prints) {
                ids.add(console.getId());
            }
        });
        return ids;
    }

    @Test
    void secretOfABeanIsInTheConsoleOfBeansOnly() {
        assertThat(printing(OF_A_BEAN)).containsExactly("bean");
    }

    @Test
    void unregisteredConsoleOfBeansPrintsNothing() {
        DevConsole beans = consoles().resolveById("bean");
        assertThat(beans).isInstanceOf(BeanDevConsole.class);
        consoles().unregister(beans);

        assertThat(printing(OF_A_BEAN)).isEmpty();
    }

    @Test
    void literalSecretIsInTheConsolesOfProperties() {
        assertThat(printing(LITERAL)).containsExactly("main-configuration", "properties");
    }

    @Test
    void secretByPlaceholderIsOnlyWhereTheValueComesFrom() {
        assertThat(printing(BY_PLACEHOLDER)).containsExactly("system-properties");
    }

    @Test
    void secretInAUriIsInThreeConsolesAndOnTheExchange() throws Exception {
        Exchange exchange = main.getCamelTemplate().send("direct:uri", sent -> sent.getMessage().setBody(Samples.png()));

        assertThat(printing(IN_A_URI)).contains("endpoint", "route-dump", "service");
        assertThat(exchange.getProperty(Exchange.TO_ENDPOINT, String.class)).contains(IN_A_URI);
    }

    @Test
    void nothingIsPrintedOfAnAccountThatIsBuiltOfProperties() {
        assertThat(printing("wxplaceholder")).doesNotContain("bean");
        assertThat(printing("wxbean")).contains("bean");
    }
}
