package io.github.camelwechat.yaml;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.JarURLConnection;
import java.net.URL;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.jar.JarEntry;
import java.util.jar.JarFile;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.snakeyaml.engine.v2.api.Load;
import org.snakeyaml.engine.v2.api.LoadSettings;

import static org.assertj.core.api.Assertions.assertThat;

/** The Kamelets of the component keep the rules of Camel's catalog. */
class KameletRulesTest {

    private static final String SINK = "wechat-material-sink.kamelet.yaml";

    private static String read(String file) {
        try (InputStream kamelet = KameletRulesTest.class.getResourceAsStream("/kamelets/" + file)) {
            return new String(kamelet.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static List<String> violations(String file, String yaml) {
        return new KameletRules(file, (Map<?, ?>) new Load(LoadSettings.builder().build()).loadFromString(yaml)).violations();
    }

    @ParameterizedTest
    @ValueSource(strings = { SINK, "wechat-material-action.kamelet.yaml" })
    void kameletKeepsTheRules(String file) {
        assertThat(violations(file, read(file))).isEmpty();
    }

    /**
     * Otherwise the rules here would be others. Camel excepts some by name, and its newest ones have not been checked.
     */
    @Test
    void rulesAreThoseOfTheCatalog() throws IOException {
        URL known = KameletRulesTest.class.getResource("/kamelets/kafka-sink.kamelet.yaml");
        try (JarFile catalog = ((JarURLConnection) known.openConnection()).getJarFile()) {
            List<String> files = catalog.stream().map(JarEntry::getName).filter(name -> name.endsWith(".kamelet.yaml"))
                    .map(name -> name.substring(name.indexOf('/') + 1)).toList();
            assertThat(files).hasSizeGreaterThan(200)
                    .filteredOn(file -> !violations(file, read(file)).isEmpty()).hasSizeLessThan(20);
        }
    }

    @ParameterizedTest
    @CsvSource({
            "'kamelet.type: \"sink\"', 'kamelet.type: \"sync\"', type",
            "'title: App ID', 'title: app ID', 'appId: word without capital in the title: app'",
            "'{{?apiUrl}}', '{{?apiUri}}', 'used and not declared: apiUri'",
            "'      - secret', '      - password', 'required and not there: password'",
            "'format: password\n        x-descriptors:', 'format: password\n        descriptors:',"
                                                                                        + "secret is a password without descriptor" })
    void brokenRuleIsFound(String right, String wrong, String violation) {
        String yaml = read(SINK);
        assertThat(yaml).contains(right);
        assertThat(violations(SINK, yaml.replace(right, wrong))).contains(violation);
    }
}
