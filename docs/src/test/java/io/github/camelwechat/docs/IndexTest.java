package io.github.camelwechat.docs;

import java.nio.file.Path;
import java.util.stream.Stream;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

import static org.assertj.core.api.Assertions.assertThat;

/** Whoever begins with the index finds every page. */
class IndexTest {

    private static final Path INDEX = Path.of("docs/README.md");

    static Stream<Path> pages() {
        return Repository.files("docs", ".md").stream().filter(page -> !page.equals(INDEX));
    }

    @ParameterizedTest
    @MethodSource("pages")
    void listsEachPage(Path page) {
        assertThat(Repository.read(INDEX)).contains("](" + INDEX.getParent().relativize(page) + ")");
    }
}
