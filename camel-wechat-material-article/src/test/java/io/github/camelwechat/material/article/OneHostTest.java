package io.github.camelwechat.material.article;

import java.util.List;
import java.util.function.UnaryOperator;
import java.util.regex.Pattern;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * All pictures of the fixtures are on one host, whose name is nowhere after rewriting, but in places that are warned
 * of. A plain search for the name finds what any parser may overlook.
 */
class OneHostTest {

    private static final String HOST = "127.0.0.1:8099";
    /** Comments, links, metadata; and names that begin with n-, which no browser loads as a picture of the article. */
    private static final Pattern IGNORED = Pattern.compile(
            "(?s)<!--.*?-->|<template.*?</template>|<noscript.*?</noscript>|<a href=\"[^\"]*\"|<meta [^>]*>|" + HOST + "/n-");
    /** Each is a warning. */
    private static final Pattern WARNED = Pattern.compile(
            "<(video|object|embed|link|iframe)\\b[^>]*>|url\\(http://" + HOST + "/c17.png");

    static List<String> fixtures() {
        return Articles.FIXTURES;
    }

    private static String left(String html) {
        return WARNED.matcher(IGNORED.matcher(html).replaceAll("")).replaceAll("");
    }

    @ParameterizedTest
    @MethodSource("fixtures")
    void hostIsNowhereAfterRewriting(String name) {
        String html = Articles.fixture(name);
        assertThat(left(html)).contains(HOST);
        assertThat(left(Articles.replaced(html))).doesNotContain(HOST);
        assertThat(left(Articles.removed(html))).doesNotContain(HOST);
    }

    /** The search finds what the usual tools leave. */
    @Test
    void rewriterOfSrcAloneLeavesTheHost() {
        UnaryOperator<String> srcAlone
                = html -> html.replaceAll("(<img [^>]*?\\bsrc=[\"'])http[^\"']*", "$1https://mmbiz.qpic.cn/a");
        assertThat(fixtures().stream().filter(name -> left(srcAlone.apply(Articles.fixture(name))).contains(HOST)))
                .contains("135.html", "bom.html", "crlf.html", "css.html", "mdnice.html", "other.html", "svg.html");
    }

    @ParameterizedTest
    @MethodSource("fixtures")
    void eachPlaceThatKeepsTheHostIsWarnedOf(String name) {
        String replaced = Articles.replaced(Articles.fixture(name));
        long warned = WARNED.matcher(IGNORED.matcher(replaced).replaceAll("")).results()
                .filter(place -> place.group().contains(HOST)).count();
        assertThat(Articles.find(replaced).warnings().stream().filter(text -> text.contains(HOST + "/")).count())
                .isGreaterThanOrEqualTo(warned);
    }
}
