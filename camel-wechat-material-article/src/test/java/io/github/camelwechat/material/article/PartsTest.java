package io.github.camelwechat.material.article;

import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

/** The parts with the most characters. */
class PartsTest {

    @Test
    void partsAreNamedWithTheirLineAndLength() {
        String formula = "<span class=\"block-equation\"><svg>" + "x".repeat(1200) + "</svg></span>";
        String html = "<p>" + "y".repeat(93) + formula + "</p>\n<pre>\n" + "z".repeat(489) + "</pre>\n<svg><g></g></svg>"
                      + "<table style=\"color:red\"><td><p style=''>x</p></table>";
        assertThat(Articles.find(html).largestParts(9)).containsExactly(
                "formula 1, line 1: 1,211 characters", "pre 1, line 2: 501 characters", "text 1, line 1: 136 characters",
                "table 1, line 4: 54 characters", "2 style attributes, in all parts: 25 characters",
                "svg 1, line 4: 18 characters");
        assertThat(Articles.find(html).largestParts(2)).hasSize(2);
    }

    @Test
    void articleWithoutPartsHasNone() {
        assertThat(Articles.find("x").largestParts(5)).isEmpty();
    }
}
