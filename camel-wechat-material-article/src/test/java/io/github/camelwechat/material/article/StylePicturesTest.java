package io.github.camelwechat.material.article;

import java.util.List;

import io.github.camelwechat.material.internal.article.FoundPicture;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;

/** Pictures in {@code style} attributes, by the tokens of CSS. */
class StylePicturesTest {

    private static final String NEW = "https://mmbiz.qpic.cn/n";

    private static String paragraph(String style) {
        return "<p style=\"" + style + "\">";
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', value = {
            "background:url(a)|a|background:url(N)|background:none",
            "background: red url( 'a' ) 0 0|a|background: red url(N) 0 0|background: red none 0 0",
            "background:url(&quot;a?x&amp;y&quot;)no-repeat|a?x&y|background:url(N)no-repeat|background:none/**/no-repeat",
            "background:u\\72l(a)|a|background:url(N)|background:none",
            "background:\\75 rl('a')|a|background:url(N)|background:none",
            "BACKGROUND:URL(a)|a|BACKGROUND:url(N)|BACKGROUND:none",
            "background:/* url(x) */url(a\\.b)|a.b|background:/* url(x) */url(N)|background:/* url(x) */none",
            "background-image:image-set(&quot;a&quot; 1x)|a|background-image:image-set(url(N) 1x)|background-image:none",
            "background-image:-webkit-image-set(url(a) 1x) , none|a|background-image:-webkit-image-set(url(N) 1x) , none|background-image:none , none",
            "background-image:image-set('a' type('image/png'))|a|background-image:image-set(url(N) type('image/png'))|background-image:none",
            "-webkit-mask-image:url(a)|a|-webkit-mask-image:url(N)|-webkit-mask-image:none",
            "mask-border-source:url(a)|a|mask-border-source:url(N)|mask-border-source:none",
            "color:red;content:url(a)|a|color:red;content:url(N)|color:red;content:none",
            "font-family:';url(x)';shape-outside:url(a);width:1px|a|font-family:';url(x)';shape-outside:url(N);width:1px|font-family:';url(x)';shape-outside:none;width:1px",
            "background:url(a\\29 b)|a)b|background:url(N)|background:none" })
    void pictureIsFoundReplacedAndRemoved(String style, String source, String replaced, String removed) {
        assertThat(Articles.sources(paragraph(style))).containsExactly(source);
        assertThat(Articles.kept(paragraph(style))).isEqualTo(paragraph(style));
        assertThat(Articles.replaced(paragraph(style), NEW)).isEqualTo(paragraph(replaced.replace("(N)", "(" + NEW + ")")));
        assertThat(Articles.removed(paragraph(style))).isEqualTo(paragraph(removed));
    }

    @Test
    void severalPicturesOfOneStyleAreChangedTogether() {
        String style = "background:url(a),url('b');list-style:url(c);background-image:cross-fade(url(d),url(e),50%)";
        assertThat(Articles.find(paragraph(style)).pictures()).extracting(FoundPicture::source, FoundPicture::place)
                .map(Object::toString).containsExactly("(\"a\", \"style background\")", "(\"b\", \"style background\")",
                        "(\"c\", \"style list-style\")", "(\"d\", \"style background-image\")",
                        "(\"e\", \"style background-image\")");
        assertThat(Articles.removed(paragraph(style)))
                .isEqualTo(paragraph("background:none,none;list-style:none;background-image:none"));
        assertThat(Articles.replaced(paragraph(style), "n")).isEqualTo(paragraph(
                "background:url(n),url(n);list-style:url(n);background-image:cross-fade(url(n),url(n),50%)"));
    }

    @ParameterizedTest
    @ValueSource(strings = {
            "background:url(a", "background:url('a", "background:url('a'", "background:url(a b)", "background:url(a&quot;b)",
            "font-family:'x", "cursor:url(a),auto", "filter:url(a.svg#f)", "--x:url(a)", "url(a)", "clip-path:url(#c)",
            "x{background:url(a)}" })
    void otherAddressesStayAndAreWarnedOf(String style) {
        String html = paragraph(style + (style.endsWith("'x") ? " url(a)" : ""));
        assertThat(Articles.sources(html)).isEmpty();
        assertThat(Articles.replaced(html)).isEqualTo(html);
        assertThat(Articles.find(html).warnings()).hasSize(1).first().asString().startsWith("Line 1: ");
    }

    @ParameterizedTest
    @ValueSource(strings = {
            "background:1url(a)", "background:#url(a)", "font-family:'url(a)'", "color:red", "background:url()" })
    void whatIsNoAddressIsNoPicture(String style) {
        assertThat(Articles.sources(paragraph(style))).isEmpty();
        assertThat(Articles.find(paragraph(style)).warnings()).isEmpty();
    }

    @Test
    void pictureBeforeAnUnclosedQuoteIsReplaced() {
        assertThat(Articles.replaced(paragraph("background:url(a);font-family:'x;color:red"), "n"))
                .isEqualTo(paragraph("background:url(n);font-family:'x;color:red"));
    }

    @Test
    void valueWithoutQuotesStaysOneValue() {
        assertThat(Articles.replaced("<p style=background:url(a)>", "https://h/?x=1 2>&'"))
                .isEqualTo("<p style=background:url(https://h/?x=1%202%3E&amp;%27)>");
        assertThat(Articles.removed("<p style=background:url(a)red>")).isEqualTo("<p style=background:none/**/red>");
    }

    @Test
    void writtenAddressIsEscapedForCssAndHtml() {
        assertThat(Articles.replaced("<p style='background:url(&#34;a&#34;)'>")).isEqualTo(
                "<p style='background:url(https://mmbiz.qpic.cn/a/640?wx_fmt=png&amp;from=%281%29%20%27%22)'>");
    }

    @Test
    void repeatedStyleIsReadToo() {
        assertThat(Articles.sources("<p style='background:url(a)' style='background:url(b)'>")).containsExactly("a", "b");
    }

    @Test
    void lineIsThatOfTheAddress() {
        assertThat(Articles.find("\r\n<p style='color:red;\n\nbackground:url(a)'>").pictures())
                .extracting(FoundPicture::line).isEqualTo(List.of(4));
    }
}
