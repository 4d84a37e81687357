package io.github.camelwechat.yaml;

import java.io.IOException;
import java.io.InputStream;
import java.util.Properties;

import io.github.camelwechat.material.WechatMaterialPropertyCheck;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

class PropertiesTest {

    @Test
    void propertiesHaveTheirOptions() throws IOException {
        try (InputStream file = PropertiesTest.class.getResourceAsStream("/application.properties")) {
            Properties properties = new Properties();
            properties.load(file);
            assertThat(WechatMaterialPropertyCheck.problems(properties.stringPropertyNames())).isEmpty();
        }
    }
}
