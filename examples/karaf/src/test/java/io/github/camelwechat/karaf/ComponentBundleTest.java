package io.github.camelwechat.karaf;

import java.nio.file.Path;
import java.util.Arrays;
import java.util.Map;
import java.util.jar.Attributes;
import java.util.jar.JarFile;
import java.util.stream.Collectors;

import io.github.camelwechat.material.WechatMaterialComponent;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

/** The headers of the component's own jar, for sites that have Camel as bundles. */
class ComponentBundleTest {

    private static final String CAMEL = "[4.18,4.19)";

    private final Attributes headers;

    ComponentBundleTest() throws Exception {
        try (JarFile jar = new JarFile(jar().toFile())) {
            headers = jar.getManifest().getMainAttributes();
        }
    }

    static Path jar() throws Exception {
        return Path.of(WechatMaterialComponent.class.getProtectionDomain().getCodeSource().getLocation().toURI());
    }

    @Test
    void jarIsABundleAndAModule() {
        assertThat(headers.getValue("Bundle-SymbolicName")).isEqualTo("io.github.camelwechat.material");
        assertThat(headers.getValue("Automatic-Module-Name")).isEqualTo("io.github.camelwechat.material");
        assertThat(headers.getValue("Bundle-Version")).matches("\\d+\\.\\d+\\.\\d+(\\.SNAPSHOT)?");
        assertThat(headers.getValue("Require-Capability")).contains("(osgi.ee=JavaSE)(version=17)");
    }

    @Test
    void exportsAreThePackagesThatUsersCompileAgainst() {
        assertThat(packages("Export-Package")).containsOnlyKeys("io.github.camelwechat.material",
                "io.github.camelwechat.material.error", "io.github.camelwechat.material.result",
                "io.github.camelwechat.material.internal.article");
        assertThat(packages("Export-Package").get("io.github.camelwechat.material.internal.article"))
                .contains("mandatory:=internal");
    }

    @Test
    void importsOfCamelHaveItsMinorVersion() {
        Map<String, String> imports = packages("Import-Package");
        assertThat(imports).containsKeys("org.apache.camel", "org.apache.camel.support", "com.fasterxml.jackson.databind",
                "org.apache.hc.client5.http", "org.slf4j");
        imports.forEach((name, attributes) -> {
            if (name.startsWith("org.apache.camel")) {
                assertThat(attributes).as(name).contains("version=\"" + CAMEL + "\"");
            }
        });
        assertThat(imports.keySet()).noneMatch(name -> name.startsWith("java.") || name.contains(".internal."));
    }

    /** Health checks need a jar that is optional, and annotations nothing at run time. */
    @Test
    void importsOfOptionalDependenciesAreOptional() {
        assertThat(packages("Import-Package").entrySet().stream()
                .filter(entry -> entry.getValue().contains("resolution:=optional")).map(Map.Entry::getKey)
                // the parser of YAML has several packages
                .map(name -> name.startsWith("org.snakeyaml.engine.") ? "org.snakeyaml.engine" : name).distinct())
                .containsExactlyInAnyOrder("org.apache.camel.impl.health", "org.jspecify.annotations", "org.snakeyaml.engine");
    }

    /** {@return the packages of a header, each with its attributes} */
    private Map<String, String> packages(String header) {
        String value = headers.getValue(header);
        return Arrays.stream(value.split(",(?=(?:[^\"]*\"[^\"]*\")*[^\"]*$)"))
                .collect(Collectors.toMap(clause -> clause.split(";", 2)[0], clause -> clause));
    }
}
