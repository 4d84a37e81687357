package io.github.camelwechat.material;

import java.util.List;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;

class PropertyCheckTest {

    @ParameterizedTest
    @ValueSource(strings = {
            "camel.component.wechat-material.app-id", "camel.component.wechat-material.appId",
            "camel.component.wechat-material.request-timeout", "camel.component.wechat-material.allow-uri-accounts",
            "camel.component.wechat-material.accounts[brand-a].app-id",
            "camel.component.wechat-material.accounts[brand-a].maxConcurrentRequests",
            "camel.component.wechat-material.accounts[brand-a]", "camel.component.wechat-material.accounts.brand-a.secret",
            "camel.component.wechat-material.platforms[p].secret-key",
            "camel.component.wechat-material.platforms.p.push-max-age",
            "camel.component.wechat-material.configuration.api-url", "camel.component.wechat-material.configuration",
            "camel.component.wechat-material.customizer.enabled", "camel.component.wechat-material-platform.enabled",
            "camel.component.wechat-material.appid", "camel.component.wechat-material.ACCOUNTS[a].APP-ID",
            "camel.component.wechat-material.accounts.[brand-a].secret", "data.camel.component.wechat-material.app-id",
            "camel.kamelet.wechat-material-sink.app-id", "camel.kamelet.wechat-material-sink.brand.api-url",
            "camel.component.kafka.brokers", "camel.main.name", "upload.folder", "camel.component.wechat-material" })
    void rightNameIsNoProblem(String name) {
        assertThat(WechatMaterialPropertyCheck.problems(List.of(name))).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
            "wechat-material.app-idd, wechat-material.app-id",
            "wechat-material.accounts[brand-a].app-idd, wechat-material.accounts[brand-a].app-id",
            "wechat-material.accounts[brand-a].secrte, wechat-material.accounts[brand-a].secret",
            "wechat-material.accounts[brand-a].maxConcurentRequests, wechat-material.accounts[brand-a].max-concurrent-requests",
            "wechat-material.accounts.brand-a.api-urll, wechat-material.accounts.brand-a.api-url",
            // of a platform only, and the other way round
            "wechat-material.accounts[brand-a].store, wechat-material.accounts[brand-a].secret",
            "wechat-material.platforms[p].access-token, wechat-material.platforms[p].token",
            "wechat-material.account[brand-a].app-id, wechat-material.accounts",
            "wechat-material.configuration.api-urll, wechat-material.configuration.api-url",
            "wechat-materials.app-id, wechat-material.app-id",
            "wechatmaterial.app-id, wechat-material.app-id",
            "wechat-material-platform.secret, wechat-material-platform." })
    void misspeltNameIsNamedWithTheNearest(String name, String nearest) {
        assertThat(WechatMaterialPropertyCheck.problems(List.of("camel.component." + name))).singleElement().asString()
                .startsWith("camel.component." + name + " sets nothing; the nearest option is camel.component." + nearest);
    }

    @Test
    void nameOfAnAccountHasItsLetters() {
        assertThat(WechatMaterialPropertyCheck.problems(List.of("camel.component.wechat-material.accounts[Brand_A].secret")))
                .singleElement().asString().contains("'Brand_A' may hold only lower-case letters");
    }

    @Test
    void groupSetsNothing() {
        assertThat(WechatMaterialPropertyCheck.problems(List.of("camel.component.wechat-material.accounts")))
                .singleElement().asString().contains("is a group");
    }

    @Test
    void problemsAreSortedByName() {
        assertThat(WechatMaterialPropertyCheck.problems(List.of("camel.component.wechat-material.typo",
                "camel.component.wechat-material.appid2", "camel.component.wechat-material.typo"))).hasSize(2).isSorted();
    }
}
