package io.github.camelwechat.docs;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import io.github.camelwechat.docs.Page.Block;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

/** Each page with code is run in an application of its own, or its code is that of an example. */
class PageApplicationsTest {

    private static final Set<String> LANGUAGES = Set.of("java", "yaml", "xml", "properties");

    private static Stream<Block> code(Page page) {
        return page.blocks().stream().filter(block -> LANGUAGES.contains(block.language()));
    }

    private static Stream<Page> pagesOfReaders() {
        return Page.all().filter(page -> !page.isTranslation())
                .filter(page -> page.path().startsWith("docs") || page.toString().equals("README.md"));
    }

    @Test
    void pageWithCodeHasAnApplicationOrAnExample() {
        assertThat(pagesOfReaders().filter(page -> code(page).findAny().isPresent()).map(Page::toString))
                .containsExactlyInAnyOrderElementsOf(Stream.concat(PageApplications.PAGES.stream(),
                        Stream.concat(PageApplications.PAGES_OF_EXAMPLES.keySet().stream(),
                                PageApplications.PAGES_OF_SPRING_BOOT.stream()))
                        .toList());
    }

    @Test
    void codeOfAPageOfAnExampleIsCutFromThatExample() {
        for (Map.Entry<String, String> entry : PageApplications.PAGES_OF_EXAMPLES.entrySet()) {
            Page page = Page.read(entry.getKey());
            List<String> sources = Repository.files(entry.getValue(), ".java", ".properties", ".xml", ".yaml", ".cfg").stream()
                    .map(source -> stripped(Repository.read(source))).toList();
            assertThat(String.join(" ", page.prose())).contains("](../" + entry.getValue() + "/README.md)", "cut from it");
            assertThat(code(page)).isNotEmpty()
                    .allSatisfy(block -> assertThat(sources).as("%s", block)
                            .anyMatch(source -> source.contains(stripped(block.text()))));
        }
    }

    @Test
    void onlyAccountsAndPlatformsNeedMoreThanTheApplication() {
        assertThat(PageApplications.PAGES.stream().map(Page::read).flatMap(PageApplicationsTest::code)
                .filter(block -> !PageApplication.isPartOf(block)).collect(Collectors.groupingBy(
                        block -> block.page().toString(), Collectors.counting())))
                .isEqualTo(Map.of("docs/accounts.md", 3L, "docs/platform.md", 3L));
    }

    private static String stripped(String code) {
        return code.lines().map(String::strip).filter(line -> !line.isEmpty()).collect(Collectors.joining("\n"));
    }
}
