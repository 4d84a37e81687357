package io.github.camelwechat.cloud;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;

import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

/** The image runs the application as the README does, and the hosting's description of it names what is there. */
class ImageTest {

    private static final Pattern FIELD = Pattern.compile("\"(\\w+)\": (?:\"([^\"]*)\"|(\\d+))");

    private final List<String> dockerfile = lines("Dockerfile");
    private final Map<String, String> description = new HashMap<>();

    ImageTest() {
        FIELD.matcher(String.join("\n", lines("container.config.json"))).results()
                .forEach(field -> description.put(field.group(1), field.group(2) == null ? field.group(3) : field.group(2)));
    }

    private static List<String> lines(String file) {
        try {
            return Files.readAllLines(Path.of(file)).stream().filter(line -> !line.isBlank() && !line.startsWith("#")).toList();
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }

    private String argument(String name) {
        List<String> found = dockerfile.stream().filter(line -> line.startsWith(name + " ")).toList();
        assertThat(found).as(name).hasSize(1);
        return found.get(0).substring(name.length() + 1);
    }

    @Test
    void imageHasAShellAndRunsNothingInIt() {
        assertThat(argument("FROM")).isEqualTo("eclipse-temurin:17-jre");
        assertThat(argument("ENTRYPOINT")).startsWith("[\"java\", ").contains("\"" + CloudApplication.class.getName() + "\"");
        assertThat(argument("USER")).matches("[1-9][0-9]*:[1-9][0-9]*");
        assertThat(dockerfile).allSatisfy(line -> assertThat(line).doesNotStartWith("RUN"));
    }

    @Test
    void filesAreThoseThatTheBuildMakes() throws Exception {
        assertThat(dockerfile).contains("COPY target/lib lib", "COPY target/cloud.jar application.jar");
        assertThat(Files.readString(Path.of("pom.xml"))).contains("<finalName>cloud</finalName>", "maven-dependency-plugin");
    }

    @Test
    void variablesAreThoseOfTheApplication() throws Exception {
        String properties = Files.readString(Path.of("src/main/resources/application.properties"));

        assertThat(dockerfile).filteredOn(line -> line.startsWith("ENV ")).hasSize(3)
                .filteredOn(line -> !line.startsWith("ENV LC_ALL="))
                .allSatisfy(line -> assertThat(properties).contains("{{env:" + line.substring(4, line.indexOf('=')) + ":"));
        assertThat(properties).contains("{{env:UPLOAD_ACCOUNT:");
        assertThat(description).containsEntry("UPLOAD_ACCOUNT", "service");
    }

    @Test
    void hostingFindsThePortAndKeepsOneInstance() {
        assertThat(description).containsEntry("containerPort", argument("EXPOSE")).containsEntry("minNum", "1")
                .containsEntry("dockerfilePath", "Dockerfile");
    }
}
