package io.github.camelwechat.material.article;

import java.util.List;

import io.github.camelwechat.material.internal.article.ArticlePictures;
import io.github.camelwechat.material.internal.article.FoundPicture;
import io.github.camelwechat.material.internal.article.FoundPicture.Use;
import io.github.camelwechat.material.internal.article.PictureChange.Keep;
import io.github.camelwechat.material.internal.article.PictureChange.Remove;
import io.github.camelwechat.material.internal.article.PictureChange.Replace;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

/** Pictures of {@code img} and other elements, each of another form. */
class OddPicturesTest {

    private static final String NEW = "https://mmbiz.qpic.cn/n";

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', value = {
            // an empty value, in which the parser's offsets are wrong
            "<img src=\"\" data-src=\"a.png\">|a.png|<img src=\"N\">",
            "<img data-src=\"\" src=\"a.png\">|a.png|<img src=\"N\">",
            "<img src data-src=\"a.png\">|a.png|<img src=\"N\">",
            "<img data-src src=\"a.png\">|a.png|<img src=\"N\">",
            "<img src= data-src=a.png>|data-src=a.png|<img src= \"N\">",
            "<img src=a.png>|a.png|<img src=\"N\">",
            "<img src='a.png'>|a.png|<img src='N'>",
            "<img alt=x src=a.png>|a.png|<img alt=x src=\"N\">",
            "<IMG SRC = a.png >|a.png|<IMG SRC = \"N\" >",
            "<image src=a.png>|a.png|<image src=\"N\">",
            // no src: the lazy attribute is renamed
            "<img class=x data-original=\"a.png\"/>|a.png|<img class=x src=\"N\"/>",
            "<img srcset=\"a.png 1x, b.png 2x\" sizes=\"50vw\">|b.png|<img src=\"N\">",
            // what is removed must not join its neighbors
            "<img data-src=\"a.png\"src=\"b.png\"alt=\"c\">|a.png|<img src=\"N\"alt=\"c\">",
            "<img src=\"b.png\" alt=c data-src=\"a.png\"/>|a.png|<img src=\"N\" alt=c />",
            // lazy attributes in their order, a repeated src
            "<img data-lazy-src=d data-actualsrc=c data-original=b data-src=a>|a|<img src=\"N\">",
            "<img src=\"a.png\" src=\"b.png\">|a.png|<img src=\"N\">",
            // a placeholder loses, and is a picture if it is alone
            "<img src=\"data:image/gif;base64,R0lG\" data-original=\"a.png\">|a.png|<img src=\"N\">",
            "<img data-src=\"data:image/gif;base64,R0lG\" src=\"a.png\">|a.png|<img src=\"N\">",
            "<img src=\"data:image/gif;base64,R0lG\">|data:image/gif;base64,R0lG|<img src=\"N\">",
            // corrected if they are there
            "<img data-ratio=\"1\" data-w=9 data-type='gif' src=\"a.png\">|a.png|<img data-ratio=\"0.5\" data-w=\"600\" data-type='png' src=\"N\">",
            // alt, style and width stay
            "<img alt=\"a > b\" style=\"width:1px\" width=5 src=\"a.png\">|a.png|<img alt=\"a > b\" style=\"width:1px\" width=5 src=\"N\">",
            "<input type=IMAGE src=a.png>|a.png|<input type=IMAGE src=\"N\">",
            "<svg><image xlink:href='a.png'/></svg>|a.png|<svg><image xlink:href='N'/></svg>",
            "<svg><image xlink:href='b.png' href='a.png'></image></svg>|a.png|<svg><image href='N'></image></svg>",
            "<table background=a.png>|a.png|<table background=\"N\">",
            "<mp-miniprogram data-miniprogram-imageurl='a.png'></mp-miniprogram>|a.png|<mp-miniprogram data-miniprogram-imageurl='N'></mp-miniprogram>",
            // a comment for browsers, whatever a parser thinks of CDATA
            "<![CDATA[<img src=a.png>]]>||",
            "<![CDATA[x><img src=a.png>|a.png|<![CDATA[x><img src=\"N\">",
            // not touched
            "<!-- <img src=a.png> -->||", "<!--[if mso]><img src=a.png><![endif]-->||",
            "<template><img src=a.png></template>||", "<p><noscript><img src=a.png></noscript>||",
            "<img>||", "<img src='  '>||", "<svg><image href='#a'/></svg>||" })
    void pictureIsFoundAndReplaced(String html, String source, String expected) {
        assertThat(Articles.sources(html)).isEqualTo(source == null ? List.of() : List.of(source));
        assertThat(Articles.kept(html)).isEqualTo(html);
        assertThat(Articles.replaced(html, NEW)).isEqualTo(expected == null ? html : expected.replace("N", NEW));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', value = {
            "a<img src=a.png>b|ab", "<svg><image href='a'/></svg>|<svg></svg>",
            "<svg><image href='a'><title>x</title></image></svg>|<svg></svg>",
            "<table background=a.png class=x>|<table class=x>", "a<input type=image src=a.png>b|ab",
            "<picture><source srcset=b.png><img src=a.png></picture>|<picture></picture>",
            "<img src=a.png style='background:url(b.png)'>|``",
            "<mp-miniprogram data-miniprogram-imageurl='a.png' x=1></mp-miniprogram>|<mp-miniprogram x=1></mp-miniprogram>" })
    void removedPictureGoesWithItsElementOrAttribute(String html, String expected) {
        assertThat(Articles.removed(html)).isEqualTo(expected);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', value = {
            // the exception for addresses, and references with and without an end
            "?a=1&copy=3&lt=4|?a=1&copy=3&lt=4", "?a=1&amp;b=2|?a=1&b=2", "?a=1&b=2|?a=1&b=2", "&copy|\u00a9",
            "&copyx|&copyx", "&#x41;&#66&#0;&#128;|AB\ufffd\u20ac", "&#xFFFFFFFFFF;|\ufffd",
            "&notit;&notin;|&notit;\u2209", "&;&#;&#x;&|&;&#;&#x;&" })
    void addressIsDecodedAsBrowsersDo(String value, String decoded) {
        assertThat(Articles.sources("<img src=\"" + value + "\">")).containsExactly(decoded);
    }

    @Test
    void lineFeedOfAnAddressIsDecoded() {
        assertThat(Articles.sources("<img src='a&#10;b.png'>")).containsExactly("a\nb.png");
    }

    @Test
    void lineEndsAndNulAreReadAsBrowsersDo() {
        assertThat(Articles.sources("<img src='a\r\nb\rc\u0000'>")).containsExactly("a\nb\nc\ufffd");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', value = {
            "a.png|a.png", "a.png 1x, b.png 3x, c.png 2x|b.png", "a,b.png 100w, c,d.png 640w|c,d.png", "a.png, b.png|a.png",
            "a.png,b.png|a.png,b.png", "data:image/png;base64,AAAA 1x,b.png 2x|b.png", " , a.png 1.5x (x, y), b.png 1x|a.png",
            "a.png bad, b.png 9e9w|b.png" })
    void setIsSplitAsBrowsersDo(String set, String largest) {
        assertThat(SourceSet.parse(set).largest()).isEqualTo(largest);
    }

    @Test
    void setsAndLazyAttributesAreOthers() {
        FoundPicture found = Articles.find("<img data-src=a src=b data-original=a srcset='c 1x, d 2x'>").pictures().get(0);
        assertThat(found.source()).isEqualTo("a");
        assertThat(found.others()).containsExactly("b", "c", "d");
        assertThat(found.use()).isEqualTo(Use.TEXT);
        assertThat(found).hasToString("img, line 1");
    }

    @Test
    void coverOfAMiniProgramIsOfThatUse() {
        assertThat(Articles.find("\n<mp-miniprogram data-miniprogram-imageurl=a>").pictures())
                .containsExactly(new FoundPicture("mp-miniprogram", 2, "a", List.of(), Use.MINI_PROGRAM));
    }

    @Test
    void sourcesOfAPictureAreOthersOfItsFirstImageAlone() {
        String html = "<picture><source srcset='w 2x' type=image/webp><source srcset=p><img src=a><img src=b></picture>";
        ArticlePictures article = Articles.find(html);
        assertThat(article.pictures()).extracting(FoundPicture::others).containsExactly(List.of("w", "p"), List.of());
        assertThat(article.withChanges(List.of(new Replace("x", "", 0, 0), new Replace("y", "", 0, 0))))
                .isEqualTo("<picture><img src=\"x\"><img src=\"y\"></picture>");
        assertThat(article.withChanges(List.of(new Keep(), new Remove()))).isEqualTo("<picture><img src=a></picture>");
    }

    @Test
    void imageWithoutAnAddressTakesTheFirstSourceThatCanBeUploaded() {
        String html
                = "<picture><source srcset=w type=image/webp><source srcset='p 1x, q 2x' type=image/png><img alt=x></picture>";
        assertThat(Articles.sources(html)).containsExactly("q");
        assertThat(Articles.replaced(html, NEW)).isEqualTo("<picture><img src=\"" + NEW + "\" alt=x></picture>");
        assertThat(Articles.sources("<picture><source srcset=w type=image/webp><img></picture>")).containsExactly("w");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', value = {
            "<img src=data:x><noscript><img src=a></noscript>|a", "<img><b> </b><noscript><img data-src=a></noscript>|a",
            "<img src=data:x>text<noscript><img src=a></noscript>|data:x", "<img src=b><noscript><img src=a></noscript>|b",
            "<img src=data:x><noscript>x</noscript>|data:x" })
    void placeholderTakesTheAddressOfTheNoscriptAfterIt(String html, String source) {
        assertThat(Articles.sources(html)).containsExactly(source);
    }

    @Test
    void repeatedBodyIsRead() {
        String html = "<body class=a>x<body background=b.png style='background:url(c.png)'>";
        assertThat(Articles.sources(html)).containsExactly("b.png", "c.png");
        assertThat(Articles.removed(html)).isEqualTo("<body class=a>x<body style='background:none'>");
    }

    @Test
    void writtenAddressIsEscaped() {
        assertThat(Articles.replaced("<img src='a'><img src=a>")).isEqualTo(
                "<img src='https://mmbiz.qpic.cn/a/640?wx_fmt=png&amp;from=(1) &#39;&quot;'>"
                                                                            + "<img src=\"https://mmbiz.qpic.cn/a/640?wx_fmt=png&amp;from=(1) &#39;&quot;\">");
    }

    @Test
    void eachPictureHasOneChange() {
        ArticlePictures article = Articles.find("<img src=a>");
        assertThatThrownBy(() -> article.withChanges(List.of())).isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("0 changes of 1");
    }
}
