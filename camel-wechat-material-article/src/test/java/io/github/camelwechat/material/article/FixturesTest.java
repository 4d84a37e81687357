package io.github.camelwechat.material.article;

import java.util.List;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

import static org.assertj.core.api.Assertions.assertThat;

/** Articles of editors, and made ones with CRLF, a byte order mark, NUL, GBK and a depth of 3,000. */
class FixturesTest {

    static List<String> fixtures() {
        return Articles.FIXTURES;
    }

    @ParameterizedTest
    @MethodSource("fixtures")
    void keptPicturesLeaveEveryCharacter(String name) {
        String html = Articles.fixture(name);
        assertThat(Articles.kept(html)).isEqualTo(html);
    }

    @ParameterizedTest
    @MethodSource("fixtures")
    void eachFixtureHasPicturesAndTheyGo(String name) {
        String html = Articles.fixture(name);
        assertThat(Articles.sources(html)).isNotEmpty();
        assertThat(Articles.sources(Articles.removed(html))).isEmpty();
    }

    @ParameterizedTest
    @MethodSource("fixtures")
    void replacedPicturesAreFoundAgain(String name) {
        String html = Articles.fixture(name);
        String url = "https://mmbiz.qpic.cn/a/640?wx_fmt=png&from=appmsg";
        assertThat(Articles.sources(Articles.replaced(html, url))).hasSameSizeAs(Articles.sources(html))
                .allMatch(url::equals);
    }

    @Test
    void placesAreInTheOrderOfTheText() {
        assertThat(Articles.find(Articles.fixture("svg.html")).pictures()).extracting(picture -> picture.place())
                .containsExactly("style background-image", "image xlink:href", "image href", "image href", "style background",
                        "img", "image href", "img");
    }
}
