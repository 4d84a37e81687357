package io.github.camelwechat.material.springboot;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

import io.github.camelwechat.material.WechatMaterialAccount;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.context.ConfigurableApplicationContext;

import static org.assertj.core.api.Assertions.assertThat;

/** The code of the manual's page on Spring Boot. */
class ManualTest {

    private static final Path MANUAL = Path.of("src/test/resources/manual");

    @TempDir
    Path folder;

    @Test
    void applicationYamlAndAVariableConfigureTwoAccounts() throws Exception {
        try (ConfigurableApplicationContext spring = new Application()
                .yaml(folder, Files.readString(MANUAL.resolve("application.yaml"))).variable("BRAND_A_SECRET", "secret")
                .variable("CAMEL_COMPONENT_WECHATMATERIAL_ACCOUNTS_BRANDB_SECRET", "other-secret").start()) {
            assertThat(Application.accounts(spring)).containsOnlyKeys("brand-a", "brand-b");
            WechatMaterialAccount brandA = Application.accounts(spring).get("brand-a");
            assertThat(List.of(brandA.getAppId(), brandA.getSecret())).containsExactly("wxdemo", "secret");
            WechatMaterialAccount brandB = Application.accounts(spring).get("brand-b");
            assertThat(List.of(brandB.getAppId(), brandB.getSecret())).containsExactly("wxother", "other-secret");
            assertThat(brandB.getMaxConcurrentRequests()).isEqualTo(8);
            assertThat(Application.component(spring).getConfiguration().getRequestTimeout()).isEqualTo(90_000);
        }
    }

    @Test
    void variableOfTheProcessIsFoundByCamel() {
        try (ConfigurableApplicationContext spring = new Application()
                .argument("camel.component.wechat-material.accounts.brand-a.app-id", "wxdemo")
                .argument("camel.component.wechat-material.accounts.brand-a.secret", "{{env:PATH}}").start()) {
            assertThat(Application.accounts(spring).get("brand-a").getSecret()).isEqualTo(System.getenv("PATH"));
        }
    }

    @Test
    void dependencyIsThisModuleOnTheVersionsOfItsBuild() throws Exception {
        String dependencies = Files.readString(MANUAL.resolve("dependencies.xml"));
        String parent = Files.readString(Path.of("../pom.xml"));
        for (String property : List.of("spring-boot.version", "camel.version")) {
            String version = parent.replaceAll("(?s).*<" + property + ">(.*?)</" + property + ">.*", "$1");
            assertThat(dependencies).contains("<version>" + version + "</version>");
        }
        String own = Files.readString(Path.of("pom.xml"));
        assertThat(own).contains("<artifactId>camel-wechat-material-starter</artifactId>");
        assertThat(dependencies).contains("<artifactId>camel-wechat-material-starter</artifactId>\n    <version>"
                                          + own.replaceAll("(?s).*<parent>.*?<version>(.*?)</version>.*", "$1") + "</version>");
    }
}
