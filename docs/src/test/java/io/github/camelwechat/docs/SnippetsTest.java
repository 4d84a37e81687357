package io.github.camelwechat.docs;

import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import io.github.camelwechat.docs.Page.Block;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Each block of code in the manual stands, line for line, in a file that a test compiles, loads or runs, or is one of
 * commands that CI, or a test, takes out of a page and runs.
 */
class SnippetsTest {

    /** A language's name is what its files end with. */
    private static final Set<String> LANGUAGES = Set.of("java", "yaml", "xml", "properties", "json", "sh");

    /** Properties by another name. */
    private static final String KARAF_CONFIGURATION = ".cfg";

    /** Output, not input: it is shown, and nothing is made of it. */
    private static final String SHOWN = "text";

    /**
     * Those of the pages that are for readers, not of notes beside sources. A translation has the same blocks as the
     * page that it translates; that it has is tested elsewhere.
     */
    static Stream<Block> blocks() {
        return Page.all().filter(page -> !page.isTranslation() && !page.path().toString().contains("src/"))
                .flatMap(page -> page.blocks().stream());
    }

    @ParameterizedTest
    @MethodSource("blocks")
    void isCutFromAFileThatRuns(Block block) {
        if (block.language().equals(SHOWN) || CiCommands.run(block) || SimulatorPage.commands().contains(block)) {
            return;
        }
        assertThat(block.language()).as("a language that is checked").isIn(LANGUAGES);
        List<Path> sources = block.language().equals("properties")
                ? sources(".properties", KARAF_CONFIGURATION) : sources("." + block.language());
        List<String> pieces = block.language().equals("sh") ? block.lines() : List.of(String.join("\n", block.lines()));
        assertThat(pieces).allSatisfy(piece -> assertThat(sources.stream()
                .filter(source -> stripped(Repository.read(source)).contains(stripped(piece)))).isNotEmpty());
    }

    static Stream<Path> resources() {
        return Repository.files("docs/src/test/resources", "").stream();
    }

    @ParameterizedTest
    @MethodSource("resources")
    void whatIsQuotedIsUsedByATest(Path resource) {
        assertThat(Repository.files("docs/src/test/java", ".java").stream()
                .filter(source -> Repository.read(source).contains(resource.getFileName().toString()))).isNotEmpty();
    }

    @Test
    void thereAreSome() {
        assertThat(blocks().map(Block::language)).contains("java", "yaml", "xml", "properties", "sh");
    }

    private static List<Path> sources(String... ends) {
        return Stream.of("docs/src/test", "examples", "wechat-simulator/src/test", "camel-wechat-material/src/test",
                "camel-wechat-material-starter/src/test", "camel-wechat-material-dsl/src/test")
                .flatMap(folder -> Repository.files(folder, ends).stream()).toList();
    }

    /** Without indentation and empty lines, each line between two line ends. */
    private static String stripped(String code) {
        return code.lines().map(String::strip).filter(line -> !line.isEmpty()).collect(Collectors.joining("\n", "\n", "\n"));
    }
}
