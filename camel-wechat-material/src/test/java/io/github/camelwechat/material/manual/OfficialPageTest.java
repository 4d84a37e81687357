package io.github.camelwechat.material.manual;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

import static org.assertj.core.api.Assertions.assertThat;

/** The tests that the manual names for the rows of WeChat's page are there. */
class OfficialPageTest {

    private static final Pattern NAMED = Pattern.compile("`(\\w+Test)(?:\\.(\\w+))?`");

    static Stream<String> named() throws IOException {
        return NAMED.matcher(Files.readString(Path.of("../docs/official-page.md"))).results().map(match -> match.group())
                .distinct();
    }

    @ParameterizedTest
    @MethodSource("named")
    void isATest(String quoted) throws IOException {
        String[] name = quoted.replace("`", "").split("\\.");

        List<String> sources = sources(name[0] + ".java");

        assertThat(sources).isNotEmpty();
        if (name.length > 1) {
            assertThat(sources).anyMatch(source -> source.contains("void " + name[1] + "("));
        }
    }

    private static List<String> sources(String file) throws IOException {
        try (Stream<Path> own = Files.walk(Path.of("src/test/java"));
             Stream<Path> simulators = Files.walk(Path.of("../wechat-simulator/src/test/java"))) {
            return Stream.concat(own, simulators).filter(path -> path.endsWith(file)).map(OfficialPageTest::read).toList();
        }
    }

    private static String read(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
