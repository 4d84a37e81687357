package io.github.camelwechat.karaf;

import java.nio.file.FileSystem;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;

import javax.xml.XMLConstants;
import javax.xml.transform.stream.StreamSource;
import javax.xml.validation.SchemaFactory;
import javax.xml.validation.Validator;

import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;

/** The component's {@code features.xml}, by the schema in Karaf. */
class FeaturesTest {

    private static final String SCHEMA = "/org/apache/karaf/features/karaf-features-1.6.0.xsd";

    @Test
    void fileIsAsTheSchemaOfKarafWantsIt() throws Exception {
        try (FileSystem jar = FileSystems.newFileSystem(featuresOfKaraf())) {
            StreamSource schema = new StreamSource(Files.newInputStream(jar.getPath(SCHEMA)));
            Validator validator
                    = SchemaFactory.newInstance(XMLConstants.W3C_XML_SCHEMA_NS_URI).newSchema(schema).newValidator();

            assertThatCode(() -> validator.validate(new StreamSource(ComponentFeature.FEATURES.toFile())))
                    .doesNotThrowAnyException();
        }
    }

    @Test
    void versionsAreFilledIn() throws Exception {
        assertThat(ComponentFeature.FEATURES).content().contains("/" + Karaf.version("project") + "</bundle>")
                .doesNotContain("${", "@");
    }

    private static Path featuresOfKaraf() throws Exception {
        try (Stream<Path> files = Files.walk(Path.of("target"))) {
            return files.filter(file -> file.getFileName().toString().matches("org[.]apache[.]karaf[.]features[.]core-.*jar"))
                    .findFirst().orElseThrow();
        }
    }
}
