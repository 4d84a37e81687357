package io.github.camelwechat.quarkus;

import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;

import io.github.camelwechat.simulator.WechatSimulator;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;

/** Environment variables of the packaged application: those that it reads, and those that end it at the start. */
class EnvironmentTest {

    private static final String GOOD = "planted-good";

    private final WechatSimulator wechat = WechatSimulator.builder().app("wxdemo", GOOD).start();

    @TempDir
    private Path folder;

    @AfterEach
    void close() {
        wechat.close();
    }

    private Application start(Map<String, String> variables) throws Exception {
        Map<String, String> all = new HashMap<>(
                Map.of("WECHAT_APP_ID", "wxdemo", "WECHAT_APP_SECRET", "planted-wrong", "WECHAT_API_URL", wechat.url()));
        all.putAll(variables);
        return Application.start(folder, all);
    }

    /** The first is the application's own; the others name an option that is in its properties too. */
    @ParameterizedTest
    @ValueSource(strings = {
            "WECHAT_APP_SECRET", "CAMEL_COMPONENT_WECHAT_MATERIAL_SECRET",
            "camel.component.wechat-material.secret" })
    void variableGivesTheSecret(String name) throws Exception {
        try (Application application = start(Map.of(name, GOOD)).awaitReady()) {
            assertThat(application.status("ready")).as(application.log()).isEqualTo(200);
            assertThat(application.status("live")).isEqualTo(200);
            assertThat(application.log()).doesNotContain("planted");
        }
    }

    /** Nothing in the properties has their name, or they are in the form of Spring Boot. */
    @ParameterizedTest
    @ValueSource(strings = {
            "CAMEL_COMPONENT_WECHAT_MATERIAL_ACCESS_TOKEN",
            "CAMEL_COMPONENT_WECHAT_MATERIAL_ACCOUNTS_BRANDA_SECRET", "CAMEL_COMPONENT_WECHATMATERIAL_SECRET" })
    void variableStopsTheStart(String name) throws Exception {
        try (Application application = start(Map.of(name, GOOD))) {
            assertThat(application.awaitEnd()).contains("because cannot find component with name wechat")
                    .doesNotContain("planted");
        }
    }

    @Test
    void missingVariableStopsTheStart() throws Exception {
        Map<String, String> none = new HashMap<>(Map.of("WECHAT_APP_ID", "wxdemo"));
        try (Application application = Application.start(folder, none)) {
            assertThat(application.awaitEnd()).contains("[env:WECHAT_APP_SECRET]");
        }
    }
}
