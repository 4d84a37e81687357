package io.github.camelwechat.material.article;

import java.util.List;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

import static org.assertj.core.api.Assertions.assertThat;

/** A second parser sees no difference but in pictures. */
class SecondParserTest {

    /** Damaged articles: more of them with -Darticle.mutations. */
    private static final int MUTATIONS = Integer.getInteger("article.mutations", 10_000);
    /** Every so many is read by the second parser too, which takes longer. */
    private static final int COMPARED = 5;
    private static final long SEED = Long.getLong("article.seed", 20);

    static List<String> fixtures() {
        return Articles.FIXTURES;
    }

    @ParameterizedTest
    @MethodSource("fixtures")
    void structureOfAFixtureStays(String name) {
        String html = Articles.fixture(name);
        assertThat(OtherParser.structure(Articles.replaced(html))).isEqualTo(OtherParser.structure(html));
    }

    @Test
    void damagedArticlesKeepEveryCharacterOrTheirStructure() {
        MutatedFixtures fixtures = new MutatedFixtures(SEED);
        for (int i = 0; i < MUTATIONS; i++) {
            String html = fixtures.next();
            assertThat(Articles.kept(html)).as("mutation %d", i).isEqualTo(html);
            if (i % COMPARED != 0) {
                continue;
            }
            List<String> before = OtherParser.structure(html);
            List<String> after = OtherParser.structure(Articles.replaced(html));
            if (!after.equals(before)) {
                assertThat(after).as("mutation %d: %s", i, html).isEqualTo(before);
            }
        }
    }
}
