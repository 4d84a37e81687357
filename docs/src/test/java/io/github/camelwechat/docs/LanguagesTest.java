package io.github.camelwechat.docs;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

import io.github.camelwechat.docs.Page.Block;
import io.github.camelwechat.docs.Page.Heading;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

import static org.assertj.core.api.Assertions.assertThat;

/** A translation keeps in step with its page: the same sections, tables and code, and a link each way at the top. */
class LanguagesTest {

    static Stream<Page> translations() {
        return Page.all().filter(Page::isTranslation);
    }

    @ParameterizedTest
    @MethodSource("translations")
    void hasTheSameSectionsTablesAndCode(Page translation) {
        Page page = original(translation);

        assertThat(translation.headings().stream().map(Heading::level))
                .isEqualTo(page.headings().stream().map(Heading::level).toList());
        assertThat(rowsOfTables(translation)).isEqualTo(rowsOfTables(page));
        assertThat(translation.blocks().stream().map(Block::language))
                .isEqualTo(page.blocks().stream().map(Block::language).toList());
        assertThat(translation.blocks().stream().map(Block::lines))
                .isEqualTo(page.blocks().stream().map(Block::lines).toList());
    }

    @ParameterizedTest
    @MethodSource("translations")
    void isLinkedWithItsPage(Page translation) {
        Page page = original(translation);

        assertThat(firstLines(translation)).contains("](" + page.path().getFileName() + ")");
        assertThat(firstLines(page)).contains("](" + translation.path().getFileName() + ")");
    }

    @Test
    void thereAreSome() {
        assertThat(translations()).isNotEmpty();
    }

    private static Page original(Page translation) {
        return Page.read(translation.path().toString().replace(".zh-CN.md", ".md"));
    }

    private static String firstLines(Page page) {
        return String.join("\n", page.lines().subList(0, 4));
    }

    /** How many rows each table has, in the order of the page. */
    private static List<Integer> rowsOfTables(Page page) {
        List<Integer> tables = new ArrayList<>();
        int rows = 0;
        for (String line : page.prose()) {
            if (line.strip().startsWith("|")) {
                rows++;
            } else if (rows > 0) {
                tables.add(rows);
                rows = 0;
            }
        }
        return tables;
    }
}
