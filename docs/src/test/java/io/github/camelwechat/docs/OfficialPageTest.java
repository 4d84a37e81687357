package io.github.camelwechat.docs;

import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

import static org.assertj.core.api.Assertions.assertThat;

/** The tests that the manual names for the rows of WeChat's page are there. */
class OfficialPageTest {

    private static final Pattern NAMED = Pattern.compile("`(\\w+Test)(?:\\.(\\w+))?`");

    static Stream<String> named() {
        return NAMED.matcher(Repository.read("docs/official-page.md")).results().map(MatchResult::group).distinct();
    }

    @ParameterizedTest
    @MethodSource("named")
    void isATest(String quoted) {
        String[] name = quoted.replace("`", "").split("\\.", 2);

        List<String> sources = Stream.of(
                "camel-wechat-material/src/test", "camel-wechat-material-article/src/test", "wechat-simulator/src/test",
                "docs/src/test")
                .flatMap(folder -> Repository.files(folder, "/" + name[0] + ".java").stream()).map(Repository::read).toList();

        assertThat(sources).isNotEmpty();
        if (name.length > 1) {
            assertThat(sources).anyMatch(source -> source.contains("void " + name[1] + "("));
        }
    }
}
