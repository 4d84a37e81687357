package io.github.camelwechat.material.springboot;

import io.github.camelwechat.simulator.WechatSimulator;
import io.github.camelwechat.simulator.WechatSimulatorExtension;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.springframework.context.ConfigurableApplicationContext;

import static org.assertj.core.api.Assertions.assertThat;

/** An application that has nothing but the starter and properties. */
class StarterUploadTest {

    @RegisterExtension
    static final WechatSimulatorExtension SIMULATOR = new WechatSimulatorExtension(
            WechatSimulator.builder().app("wxdemo", "secret").app("wxother", "other-secret"));

    @Test
    void propertiesAloneMakeAnUpload() {
        Application application = new Application()
                .argument("camel.component.wechat-material.api-url", SIMULATOR.url())
                .argument("camel.component.wechat-material.request-timeout", "90s")
                .argument("camel.component.wechat-material.accounts.brand-a.app-id", "wxdemo")
                .argument("camel.component.wechat-material.accounts.brand-a.secret", "secret");
        try (ConfigurableApplicationContext spring = application.start()) {
            assertThat(Application.upload(spring, "wechat-material:brand-a").getException()).isNull();
            assertThat(Application.component(spring).getConfiguration().getRequestTimeout()).isEqualTo(90_000);
        }
        assertThat(SIMULATOR.library("wxdemo").materials()).hasSize(1);
    }
}
