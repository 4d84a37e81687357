package io.github.camelwechat.material.springboot;

import io.github.camelwechat.material.WechatMaterialComponent;
import io.github.camelwechat.simulator.WechatSimulatorExtension;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.annotation.Bean;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * The bean that applications had before there was a starter. Alone it ignores an option that does not begin with
 * {@code configuration.}: such an application called WeChat in place of its simulator.
 */
@ExtendWith(OutputCaptureExtension.class)
class InterimBeanTest {

    private static final String PREFIX = "camel.component.wechat-material.";

    @RegisterExtension
    static final WechatSimulatorExtension SIMULATOR = new WechatSimulatorExtension();

    @EnableAutoConfiguration
    static class WithBean {

        @Bean("wechat-material")
        @ConfigurationProperties("camel.component.wechat-material")
        WechatMaterialComponent wechatMaterial() {
            return new WechatMaterialComponent();
        }
    }

    private static Application withBean() {
        return new Application(WithBean.class)
                .argument(PREFIX + "accounts[brand-a].app-id", "wxdemo")
                .argument(PREFIX + "accounts[brand-a].secret", "secret");
    }

    @Test
    void flatOptionsReachTheComponentOfTheBean(CapturedOutput output) {
        try (ConfigurableApplicationContext spring = withBean().argument(PREFIX + "api-url", SIMULATOR.url())
                .argument(PREFIX + "request-timeout", "90s").start()) {
            assertThat(Application.component(spring)).isSameAs(spring.getBean("wechat-material"));
            assertThat(Application.component(spring).getConfiguration().getRequestTimeout()).isEqualTo(90_000);
            assertThat(Application.upload(spring, "wechat-material:brand-a").getException()).isNull();
        }
        assertThat(SIMULATOR.library("wxdemo").materials()).hasSize(1);
        assertThat(output).doesNotContain("deprecated");
    }

    @Test
    void interimFormWorksWithoutTheBeanAndIsDeprecated(CapturedOutput output) {
        try (ConfigurableApplicationContext spring = new Application()
                .argument(PREFIX + "configuration.app-id", "wxdemo").argument(PREFIX + "configuration.secret", "secret")
                .argument(PREFIX + "configuration.request-timeout", "90000")
                .argument(PREFIX + "configuration.api-url", SIMULATOR.url()).start()) {
            assertThat(Application.component(spring).getConfiguration().getRequestTimeout()).isEqualTo(90_000);
            assertThat(Application.upload(spring, "wechat-material:default").getException()).isNull();
        }
        assertThat(SIMULATOR.library("wxdemo").materials()).hasSize(1);
        assertThat(output.getOut().lines().filter(line -> line.contains("is deprecated"))).hasSize(4)
                .anySatisfy(line -> assertThat(line).contains("WARN", PREFIX + "configuration.request-timeout",
                        "write " + PREFIX + "request-timeout"));
    }

    @Test
    void bothFormsTogetherWorkAndTheFlatOneCounts(CapturedOutput output) {
        try (ConfigurableApplicationContext spring = withBean().argument(PREFIX + "api-url", SIMULATOR.url())
                .argument(PREFIX + "configuration.api-url", "https://relay.example")
                .argument(PREFIX + "configuration.response-timeout", "7000").start()) {
            assertThat(Application.component(spring).getConfiguration().getApiUrl()).isEqualTo(SIMULATOR.url());
            assertThat(Application.component(spring).getConfiguration().getResponseTimeout()).isEqualTo(7_000);
        }
        assertThat(output).contains(PREFIX + "api-url is set and counts");
    }

    @Test
    void nameOfAVariableIsNoAccountOfTheBean() {
        try (ConfigurableApplicationContext spring = new Application(WithBean.class)
                .argument(PREFIX + "accounts.brand-a.app-id", "wxdemo")
                .variable("CAMEL_COMPONENT_WECHATMATERIAL_ACCOUNTS_BRANDA_SECRET", "secret").start()) {
            assertThat(Application.accounts(spring)).containsOnlyKeys("brand-a");
            assertThat(Application.accounts(spring).get("brand-a").getSecret()).isEqualTo("secret");
        }
    }
}
