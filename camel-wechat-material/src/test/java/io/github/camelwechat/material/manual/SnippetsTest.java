package io.github.camelwechat.material.manual;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

import static org.assertj.core.api.Assertions.assertThat;

/** Each piece of Java in the manual stands, word for word, in a file of this package, where it is compiled and run. */
class SnippetsTest {

    private static final Path DOCS = Path.of("../docs");
    private static final Pattern JAVA = Pattern.compile("```java\n(.*?)```", Pattern.DOTALL);

    record Snippet(String page, String code) {

        @Override
        public String toString() {
            return page + ": " + code.lines().findFirst().orElse("");
        }
    }

    static Stream<Snippet> snippets() throws IOException {
        try (Stream<Path> pages = Files.list(DOCS)) {
            return pages.filter(page -> page.toString().endsWith(".md")).sorted().toList().stream()
                    .flatMap(page -> JAVA.matcher(read(page)).results()
                            .map(match -> new Snippet(page.getFileName().toString(), match.group(1))));
        }
    }

    @ParameterizedTest
    @MethodSource("snippets")
    void isCutFromAFileThatRuns(Snippet snippet) throws IOException {
        List<String> sources = sources();
        assertThat(sources).anyMatch(source -> source.contains(unindented(snippet.code())));
    }

    @Test
    void thereAreSome() throws IOException {
        assertThat(snippets()).isNotEmpty();
    }

    private static List<String> sources() throws IOException {
        Path folder = Path.of("src/test/java", SnippetsTest.class.getPackageName().replace('.', '/'));
        try (Stream<Path> files = Files.list(folder)) {
            return files.map(file -> unindented(read(file))).toList();
        }
    }

    private static String unindented(String code) {
        return code.replaceAll("(?m)^ +", "").strip();
    }

    private static String read(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
