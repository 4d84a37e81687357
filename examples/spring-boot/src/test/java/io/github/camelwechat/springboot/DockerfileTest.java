package io.github.camelwechat.springboot;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;

import com.fasterxml.jackson.databind.ObjectMapper;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

/** The image runs the executable jar as a user without rights, and without a shell in between. */
class DockerfileTest {

    private final Dockerfile dockerfile = new Dockerfile(Path.of("Dockerfile"));

    @Test
    void nothingRunsInAShell() throws Exception {
        List<String> command = List.of(new ObjectMapper().readValue(dockerfile.argument("ENTRYPOINT"), String[].class));

        assertThat(command.get(0)).isEqualTo("java");
        assertThat(command).endsWith("-jar", "application.jar");
        assertThat(Set.copyOf(dockerfile.names()))
                .isEqualTo(Set.of("FROM", "ENV", "WORKDIR", "COPY", "USER", "EXPOSE", "ENTRYPOINT"));
    }

    @Test
    void userHasANumberAndIsNotRoot() {
        assertThat(dockerfile.argument("USER")).matches("[1-9][0-9]*:[1-9][0-9]*");
        assertThat(dockerfile.names().indexOf("USER")).isLessThan(dockerfile.names().indexOf("ENTRYPOINT"));
    }

    @Test
    void jarIsTheOneThatTheBuildMakes() throws Exception {
        assertThat(dockerfile.argument("COPY")).isEqualTo("target/spring-boot.jar application.jar");
        assertThat(Files.readString(Path.of("pom.xml"))).contains("<finalName>spring-boot</finalName>");
    }
}
