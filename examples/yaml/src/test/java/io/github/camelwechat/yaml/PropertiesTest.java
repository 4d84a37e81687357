package io.github.camelwechat.yaml;

import java.io.IOException;
import java.nio.file.Path;

import io.github.camelwechat.material.WechatMaterialPropertyCheck;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;

/** Nothing is misspelt in the files of the application. */
class PropertiesTest {

    @ParameterizedTest
    @ValueSource(strings = {
            "application.properties", "routes/upload.yaml", "routes/upload.xml", "routes/kamelet.yaml", "routes/pipe.yaml" })
    void optionsAreKnown(String name) throws IOException {
        Path file = Path.of("src/main/resources", name);
        assertThat(WechatMaterialPropertyCheck.problems(file)).isEmpty();
    }
}
