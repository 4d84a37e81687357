package io.github.camelwechat.material.springboot;

import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

import io.github.camelwechat.material.WechatMaterialAccount;
import io.github.camelwechat.material.WechatMaterialComponent;
import io.github.camelwechat.material.WechatMaterialConfiguration;
import io.github.camelwechat.material.WechatMaterialOperations;
import io.github.camelwechat.material.WechatMaterialPlatform;
import org.apache.camel.CamelContext;
import org.apache.camel.support.jsse.SSLContextParameters;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.annotation.Bean;
import org.springframework.core.env.EnumerablePropertySource;
import org.springframework.core.env.PropertySource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

/** The way of properties into the component. */
class ComponentPropertiesTest {

    private static final String PREFIX = "camel.component.wechat-material.";

    @EnableAutoConfiguration
    static class WithBeans {

        @Bean
        WechatMaterialAccount brandA() {
            WechatMaterialAccount account = new WechatMaterialAccount();
            account.setAppId("wxbean");
            account.setSecret("secret");
            return account;
        }

        @Bean
        WechatMaterialPlatform myPlatform() {
            return new WechatMaterialPlatform();
        }

        @Bean
        SSLContextParameters wechatTls() {
            return new SSLContextParameters();
        }

        @Bean
        WechatMaterialConfiguration options() {
            WechatMaterialConfiguration options = new WechatMaterialConfiguration();
            options.setRequestTimeout(90_000L);
            options.setTitle("of the bean");
            return options;
        }
    }

    private static Application withBrandA() {
        return new Application(WithBeans.class).argument(PREFIX + "accounts.brand-a.app-id", "wxdemo")
                .argument(PREFIX + "accounts.brand-a.secret", "secret");
    }

    @Test
    void optionsOfTheComponentAndOfAnAccountAreSet() {
        try (ConfigurableApplicationContext spring = withBrandA().argument(PREFIX + "operation", "del-material")
                .argument(PREFIX + "connect-timeout", "PT5S").argument(PREFIX + "lazy-start-producer", "true")
                .argument(PREFIX + "useGlobalSslContextParameters", "true")
                .argument(PREFIX + "accounts.brand-a.request-timeout", "90s")
                .argument(PREFIX + "accounts.brand-a.maxConcurrentRequests", "3").start()) {
            WechatMaterialComponent component = Application.component(spring);
            assertThat(component.getConfiguration().getOperation()).isEqualTo(WechatMaterialOperations.delMaterial);
            assertThat(component.getConfiguration().getConnectTimeout()).isEqualTo(5_000);
            assertThat(component.isLazyStartProducer()).isTrue();
            assertThat(component.isUseGlobalSslContextParameters()).isTrue();
            assertThat(component.getAccounts().get("brand-a").getRequestTimeout()).isEqualTo(90_000);
            assertThat(component.getAccounts().get("brand-a").getMaxConcurrentRequests()).isEqualTo(3);
            assertThat(component.getAccounts().get("brand-a").getConnectTimeout()).isNull();
        }
    }

    private static Application withPlatform() {
        return new Application(WithBeans.class).argument(PREFIX + "platforms.my-platform.app-id", "wxplatform")
                .argument(PREFIX + "platforms.my-platform.secret", "s").argument(PREFIX + "platforms.my-platform.token", "t")
                .argument(PREFIX + "platforms.my-platform.secretKey", "k")
                .argument(PREFIX + "platforms.my-platform.store", "memory");
    }

    @Test
    void optionsOfAPlatformAreSet() {
        try (ConfigurableApplicationContext spring = withPlatform().variable("PUSH_AGE", "5m")
                .argument(PREFIX + "platforms[my-platform].push-max-age", "${PUSH_AGE}")
                .argument(PREFIX + "platforms.my-platform.max-concurrent-requests", "{{no-such:7}}")
                .argument(PREFIX + "platforms.my-platform.connect-timeout", "PT5S")
                .argument(PREFIX + "platforms.my-platform.ssl-context-parameters", "#bean:wechatTls")
                .argument(PREFIX + "platforms.other", "#bean:myPlatform")
                .argument(PREFIX + "accounts.shop.platform", "my-platform").argument(PREFIX + "accounts.shop.app-id", "wxshop")
                .argument(PREFIX + "allow-uri-accounts", "false").start()) {
            WechatMaterialComponent component = Application.component(spring);
            WechatMaterialPlatform platform = component.getPlatforms().get("my-platform");
            assertThat(platform.getAppId()).isEqualTo("wxplatform");
            assertThat(platform.getSecretKey()).isEqualTo("k");
            assertThat(platform.getStore()).isEqualTo("memory");
            assertThat(platform.getPushMaxAge()).isEqualTo("300000");
            assertThat(platform.getMaxConcurrentRequests()).isEqualTo(7);
            assertThat(platform.getConnectTimeout()).isEqualTo(5_000);
            assertThat(platform.getRequestTimeout()).isNull();
            assertThat(platform.getSslContextParameters()).isSameAs(spring.getBean("wechatTls"));
            assertThat(component.getPlatforms().get("other")).isSameAs(spring.getBean("myPlatform"));
            assertThat(component.getAccounts().get("shop").getPlatform()).isEqualTo("my-platform");
            assertThat(component.isAllowUriAccounts()).isFalse();
        }
    }

    @Test
    void platformsThatOnlyDashesTellApartStayApart() {
        Application application = withPlatform();
        for (String option : List.of("app-id", "secret", "token", "secret-key", "store")) {
            application.argument(PREFIX + "platforms.myplatform." + option, "other");
        }
        try (ConfigurableApplicationContext spring = application.start()) {
            assertThat(Application.component(spring).getPlatforms().get("my-platform").getAppId()).isEqualTo("wxplatform");
            assertThat(Application.component(spring).getPlatforms().get("myplatform").getAppId()).isEqualTo("other");
        }
    }

    @Test
    void pushMaxAgeThatIsNoDurationStopsTheStart() {
        assertThatThrownBy(() -> withPlatform().argument(PREFIX + "platforms.my-platform.push-max-age", "ten minutes").start()
                .close()).hasStackTraceContaining("platforms[my-platform].push-max-age");
    }

    @Test
    void optionBesideTheBeanOfAPlatformIsRefused() {
        assertThatThrownBy(() -> new Application(WithBeans.class).argument(PREFIX + "platforms.p", "#bean:myPlatform")
                .argument(PREFIX + "platforms.p.store", "memory").start().close())
                .hasMessageContaining("platforms.p.store").hasMessageContaining("the platform is a bean");
    }

    @Test
    void beansAreFoundByTheirNames() {
        try (ConfigurableApplicationContext spring = withBrandA().argument(PREFIX + "accounts.brand-b", "#bean:brandA")
                .argument(PREFIX + "ssl-context-parameters", "#wechatTls")
                .argument(PREFIX + "accounts.brand-a.ssl-context-parameters", "#bean:wechatTls")
                .argument(PREFIX + "configuration", "#bean:options").argument(PREFIX + "title", "flat").start()) {
            WechatMaterialComponent component = Application.component(spring);
            assertThat(component.getAccounts().get("brand-b")).isSameAs(spring.getBean("brandA"));
            assertThat(component.getConfiguration().getSslContextParameters()).isSameAs(spring.getBean("wechatTls"));
            assertThat(component.getAccounts().get("brand-a").getSslContextParameters()).isSameAs(spring.getBean("wechatTls"));
            assertThat(component.getConfiguration().getRequestTimeout()).isEqualTo(90_000);
            assertThat(component.getConfiguration().getTitle()).isEqualTo("flat");
            assertThat(spring.getBean(WechatMaterialConfiguration.class).getTitle()).isEqualTo("of the bean");
        }
    }

    @Test
    void beanThatIsNotThereStopsTheStart() {
        assertThatThrownBy(() -> withBrandA().argument(PREFIX + "accounts.brand-b", "#bean:brandC").start().close())
                .rootCause().hasMessageContaining("brandC");
    }

    @Test
    void optionBesideTheBeanOfAnAccountIsRefused() {
        assertThatThrownBy(() -> withBrandA().argument(PREFIX + "accounts.brand-b", "#bean:brandA")
                .argument(PREFIX + "accounts.brand-b.api-url", "https://relay.example").start().close())
                .hasMessageContaining("accounts.brand-b.api-url").hasMessageContaining("the account is a bean");
    }

    @Test
    void placeholdersOfSpringAndCamelAreResolvedInAccountsToo() {
        try (ConfigurableApplicationContext spring = new Application().variable("BRAND_A_SECRET", "s1")
                .argument("timeout", "90s").argument("title", "a title").argument(PREFIX + "title", "{{title}}")
                .argument(PREFIX + "request-timeout", "${timeout}")
                .argument(PREFIX + "accounts.brand-a.app-id", "{{BRAND_A_ID:wxdefault}}")
                .argument(PREFIX + "accounts.brand-a.secret", "{{BRAND_A_SECRET}}")
                .argument(PREFIX + "accounts.brand-a.connect-timeout", "${timeout}")
                .argument(PREFIX + "accounts.brand-a.response-timeout", "{{timeout}}")
                .argument(PREFIX + "accounts.brand-a.max-concurrent-requests", "{{no-such:7}}")
                .argument(PREFIX + "accounts.brand-b.app-id", "wxother")
                .argument(PREFIX + "accounts.brand-b.secret", "${BRAND_A_SECRET}").start()) {
            WechatMaterialComponent component = Application.component(spring);
            assertThat(component.getConfiguration().getTitle()).isEqualTo("a title");
            assertThat(component.getConfiguration().getRequestTimeout()).isEqualTo(90_000);
            assertThat(component.getAccounts().get("brand-a").getAppId()).isEqualTo("wxdefault");
            assertThat(component.getAccounts().get("brand-a").getSecret()).isEqualTo("s1");
            assertThat(component.getAccounts().get("brand-a").getConnectTimeout()).isEqualTo(90_000);
            assertThat(component.getAccounts().get("brand-a").getResponseTimeout()).isEqualTo(90_000);
            assertThat(component.getAccounts().get("brand-a").getMaxConcurrentRequests()).isEqualTo(7);
            assertThat(component.getAccounts().get("brand-b").getSecret()).isEqualTo("s1");
        }
    }

    @Test
    void accountsThatOnlyDashesTellApartShareNoValue() {
        try (ConfigurableApplicationContext spring = withBrandA().argument(PREFIX + "accounts.branda.app-id", "wxother")
                .argument(PREFIX + "accounts.branda.access-token", "fixed").start()) {
            WechatMaterialComponent component = Application.component(spring);
            assertThat(component.getAccounts().get("brand-a").getAccessToken()).isNull();
            assertThat(component.getAccounts().get("branda").getSecret()).isNull();
            assertThat(component.getAccounts().get("branda").getAppId()).isEqualTo("wxother");
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {
            "camel.component.wechat-material.apiUrl", "camel.component.wechatMaterial.api_url",
            "CAMEL.COMPONENT.WECHAT-MATERIAL.API-URL", "camel.component.wechat_material.API-URL",
    })
    void eachSpellingThatSpringBootKnowsIsRead(String name) {
        try (ConfigurableApplicationContext spring = new Application().argument(name, "https://relay.example").start()) {
            assertThat(Application.component(spring).getConfiguration().getApiUrl()).isEqualTo("https://relay.example");
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {
            "CAMEL_COMPONENT_WECHATMATERIAL_APIURL", "camel_component_wechatmaterial_apiurl",
            "Camel_Component_WechatMaterial_ApiUrl", "CAMEL_COMPONENT_WECHAT_MATERIAL_API_URL",
            "camel_component_wechat_material_api_url", "camel.component.wechat-material.api-url",
            "CAMEL_COMPONENT_WECHATMATERIAL_CONFIGURATION_APIURL", "CAMEL_COMPONENT_WECHAT_MATERIAL_CONFIGURATION_API_URL",
            "CAMEL_COMPONENT_WECHAT-MATERIAL_API-URL",
    })
    void eachVariableThatTheCheckLetsThroughIsRead(String name) {
        try (ConfigurableApplicationContext spring = new Application().variable(name, "https://relay.example").start()) {
            assertThat(Application.component(spring).getConfiguration().getApiUrl()).isEqualTo("https://relay.example");
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {
            "CAMEL_COMPONENT_WECHAT-MATERIAL_ACCOUNTS_BRAND-A_SECRET",
            "CAMEL_COMPONENT_WECHATMATERIAL_ACCOUNTS_BRAND-A_SECRET" })
    void variableWithADashInItsNameSetsTheAccount(String name) {
        try (ConfigurableApplicationContext spring = withBrandA().variable(name, "of the variable").start()) {
            // an argument goes before a variable
            assertThat(Application.accounts(spring).get("brand-a").getSecret()).isEqualTo("secret");
        }
        try (ConfigurableApplicationContext spring = new Application().argument(PREFIX + "accounts.brand-a.app-id", "wxdemo")
                .variable(name, "of the variable").start()) {
            assertThat(Application.accounts(spring).get("brand-a").getSecret()).isEqualTo("of the variable");
        }
    }

    @EnableAutoConfiguration
    static class TwoComponents {

        @Bean("wechat-other")
        WechatMaterialComponent other() {
            WechatMaterialComponent other = new WechatMaterialComponent();
            other.getConfiguration().setAppId("wxother");
            return other;
        }

        @Bean("wechat-material-2")
        WechatMaterialComponent second() {
            return new WechatMaterialComponent();
        }
    }

    @Test
    void anotherComponentOfTheClassKeepsItsOwnAccount() {
        try (ConfigurableApplicationContext spring = new Application(TwoComponents.class).argument(PREFIX + "app-id", "wxdemo")
                .argument(PREFIX + "secret", "secret").argument("camel.component.wechat-material-2.app-id", "wx2").start()) {
            WechatMaterialComponent other = spring.getBean(CamelContext.class)
                    .getComponent("wechat-other", WechatMaterialComponent.class);
            assertThat(other.getConfiguration().getAppId()).isEqualTo("wxother");
            assertThat(other.getConfiguration().getSecret()).isNull();
            assertThat(Application.component(spring).getConfiguration().getAppId()).isEqualTo("wxdemo");
        }
    }

    /** As the source of a vault whose names have no dots does it. */
    @Test
    void sourceThatListsEachNameWithoutItsDashesTooIsRead() {
        Map<String, String> secrets = Map.of(
                PREFIX + "access-token", "fixed", PREFIX + "accounts.brand-a.secret", "of the vault");
        PropertySource<Object> vault = new EnumerablePropertySource<>("vault", new Object()) {
            @Override
            public String[] getPropertyNames() {
                return secrets.keySet().stream().flatMap(name -> Stream.of(name, name.replace('-', '.')))
                        .toArray(String[]::new);
            }

            @Override
            public Object getProperty(String name) {
                return secrets.get(name);
            }
        };
        try (ConfigurableApplicationContext spring
                = new Application().argument(PREFIX + "accounts.brand-a.app-id", "wxdemo").source(vault).start()) {
            assertThat(Application.component(spring).getConfiguration().getAccessToken()).isEqualTo("fixed");
            assertThat(Application.accounts(spring).get("brand-a").getSecret()).isEqualTo("of the vault");
        }
    }

    @Test
    void sourceThatCannotListItsNamesCompletesAnAccount() {
        PropertySource<Object> unlisted = new PropertySource<>("unlisted", new Object()) {
            @Override
            public Object getProperty(String name) {
                return name.equals(PREFIX + "accounts.brand-a.secret") ? "of the source" : null;
            }
        };
        try (ConfigurableApplicationContext spring
                = new Application().argument(PREFIX + "accounts[brand-a].app-id", "wxdemo").source(unlisted).start()) {
            assertThat(Application.accounts(spring).get("brand-a").getSecret()).isEqualTo("of the source");
        }
    }

    @Test
    void disabledStarterLeavesTheComponentAsItIs() {
        for (String switched : new String[] { "enabled", "customizer.enabled" }) {
            try (ConfigurableApplicationContext spring = withBrandA().argument(PREFIX + switched, "false").start()) {
                assertThat(Application.accounts(spring)).as(switched).isEmpty();
            }
            try (ConfigurableApplicationContext spring
                    = withBrandA().argument("camel.component." + switched, "false").start()) {
                assertThat(Application.accounts(spring)).as(switched).isEmpty();
            }
        }
    }

    @Test
    void lazyInitializationDoesNotPutOffErrors() {
        assertThatThrownBy(() -> withBrandA().argument("spring.main.lazy-initialization", "true")
                .argument(PREFIX + "title", "${NOT_THERE}").start().close())
                .isInstanceOf(InvalidPropertiesException.class);
    }
}
