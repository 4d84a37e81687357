package io.github.camelwechat.docs;

import java.nio.file.Files;
import java.nio.file.Path;

import io.github.camelwechat.material.WechatMaterialComponent;
import io.github.camelwechat.simulator.WechatSimulatorExtension;
import org.apache.camel.CamelContext;
import org.apache.camel.util.FileUtil;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.springframework.boot.SpringApplication;
import org.springframework.context.ConfigurableApplicationContext;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

/** The bean and the properties that the README gives to Spring Boot's users. */
class SpringBootBeanTest {

    @RegisterExtension
    static final WechatSimulatorExtension SIMULATOR = new WechatSimulatorExtension();

    private static final Path INBOX = Path.of("inbox");

    @Test
    void theBeanTakesThePropertiesAndTheRouteUploads() throws Exception {
        FileUtil.removeDir(INBOX.toFile());
        Files.createDirectories(INBOX);
        Files.write(INBOX.resolve("camel.png"), Pictures.png());

        try (ConfigurableApplicationContext spring = SpringApplication.run(UploadApplication.class,
                "--spring.config.location=classpath:accounts/spring-boot.properties",
                "--camel.component.wechat-material.configuration.api-url=" + SIMULATOR.url())) {
            await().untilAsserted(() -> assertThat(INBOX.resolve(".done/camel.png")).exists());

            WechatMaterialComponent component
                    = spring.getBean(CamelContext.class).getComponent("wechat-material", WechatMaterialComponent.class);
            assertThat(component.getConfiguration().getRequestTimeout()).isEqualTo(90_000);
        }
        assertThat(SIMULATOR.library("wxdemo").materials()).hasSize(1);
    }
}
