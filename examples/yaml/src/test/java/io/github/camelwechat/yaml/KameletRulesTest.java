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
    private static final String ACTION = "wechat-material-action.kamelet.yaml";

    private static String read(String file) {
        try (InputStream kamelet = KameletRulesTest.class.getResourceAsStream("/kamelets/" + file)) {
            return new String(kamelet.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static List<String> violations(String file, String yaml) {
        return new KameletRules(file, parse(yaml)).violations();
    }

    private static Map<?, ?> parse(String yaml) {
        return (Map<?, ?>) new Load(LoadSettings.builder().build()).loadFromString(yaml);
    }

    @ParameterizedTest
    @ValueSource(strings = { SINK, ACTION })
    void kameletKeepsTheRules(String file) {
        assertThat(violations(file, read(file))).isEmpty();
    }

    /**
     * Otherwise the rules here would be others. Camel excepts some by name, its newest ones have not been checked, and
     * two of this release have a descriptor that the newest rules forbid.
     */
    @Test
    void rulesAreThoseOfTheCatalog() throws IOException {
        URL known = KameletRulesTest.class.getResource("/kamelets/kafka-sink.kamelet.yaml");
        try (JarFile catalog = ((JarURLConnection) known.openConnection()).getJarFile()) {
            List<String> files = catalog.stream().map(JarEntry::getName).filter(name -> name.endsWith(".kamelet.yaml"))
                    .map(name -> name.substring(name.indexOf('/') + 1)).toList();
            assertThat(files).hasSizeGreaterThan(200)
                    .filteredOn(file -> !violations(file, read(file)).isEmpty()).hasSizeLessThan(22);
        }
    }

    /** In the catalog each has a title and a description of its own, and all have one version of the catalog. */
    @Test
    void kameletsDifferWhereTheyHaveTo() {
        List<Map<?, ?>> kamelets = List.of(parse(read(SINK)), parse(read(ACTION)));

        assertThat(kamelets.stream().map(kamelet -> definition(kamelet).get("title"))).doesNotHaveDuplicates();
        assertThat(kamelets.stream().map(kamelet -> definition(kamelet).get("description"))).doesNotHaveDuplicates();
        assertThat(kamelets.stream().map(kamelet -> annotations(kamelet).get("camel.apache.org/catalog.version")).distinct())
                .hasSize(1);
    }

    private static Map<?, ?> definition(Map<?, ?> kamelet) {
        return (Map<?, ?>) ((Map<?, ?>) kamelet.get("spec")).get("definition");
    }

    private static Map<?, ?> annotations(Map<?, ?> kamelet) {
        return (Map<?, ?>) ((Map<?, ?>) kamelet.get("metadata")).get("annotations");
    }

    @ParameterizedTest
    @CsvSource({
            "'kamelet.type: \"sink\"', 'kamelet.type: \"sync\"', type",
            "'title: App ID', 'title: app ID', 'appId: word without capital in the title: app'",
            "'kamelet:source', 'direct:source', 'template has no kamelet:source'",
            "'- \"camel:core\"', '- \"core\"', 'no dependency: core'",
            "'urn:camel:group:credentials', 'urn:alm:descriptor:com.tectonic.ui:password', 'secret has a deprecated descriptor'",
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
