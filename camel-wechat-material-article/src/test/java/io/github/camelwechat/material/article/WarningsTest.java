package io.github.camelwechat.material.article;

import java.util.List;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import static org.assertj.core.api.Assertions.assertThat;

/** Warnings of what a draft does not show. */
class WarningsTest {

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', value = {
            "<video poster=//h/a.png></video>|video poster has h/a.png", "<video src=v.mp4></video>|video has v.mp4",
            "<audio src=v.mp3></audio>|audio has v.mp3", "<object data=o.png></object>|object has o.png",
            "<embed src=e.png>|embed has e.png", "<iframe srcdoc='<img src=x>'></iframe>|iframe srcdoc",
            "<iframe src=//h/i></iframe>|iframe has h/i", "<link rel=preload as=image href=l.png>|link has l.png",
            "<style>p{background:url(a)}</style>|style element", "<script>x</script>|script is dropped",
            "<form></form>|form is dropped", "<svg><use href='//h/u.svg#a'/></svg>|use has h/u.svg",
            "<svg><feImage xlink:href=f.png /></svg>|feImage has f.png", "<svg><rect fill='url(#p)'/></svg>|url(#…)",
            "<svg><rect fill='url(//h/p.svg)'/></svg>|fill has h/p.svg", "<svg><style>x</style></svg>|style element",
            "<svg><animate begin='x.click'/></svg>|begin with an id",
            "<svg><foreignObject><div></div></foreignObject></svg>|div in foreignObject", "<p id=x>|id is removed",
            "<p class=x>|class is the only styling", "<a href=https://h/x>x</a>|a links to another host",
            "<audio><source src=s.mp3></audio>|source has s.mp3",
            "<picture><source srcset='p.png 1x'></picture>|picture has p.png and no img",
            "<select><img src=s.png></select>|img has s.png where browsers drop",
            "<select><b style='background:url(x)'></b></select>|b has a style with an address",
            "<img data-src=a.png src=b.png>|img has a.png for loading on demand and another src, b.png",
            "<p style='cursor:url(//u:p@h/c.cur?sign=1),auto'>|style cursor has h/c.cur. It stays",
            "<p style='background:url(//h/x>|no tag", "<p style='background:url(//h/x?sign=1'>|without an end" })
    void placeIsNamed(String html, String text) {
        List<String> warnings = Articles.find("<!--\n-->" + html).warnings();
        if (text.equals("no tag")) {
            assertThat(warnings).isEmpty();
        } else {
            assertThat(warnings).anySatisfy(warning -> assertThat(warning).startsWith("Line 2: ").contains(text));
            assertThat(warnings).noneMatch(warning -> warning.contains("sign="));
        }
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', value = {
            "<a href='https://mp.weixin.qq.com/s/x'>x</a>", "<a href=#x>x</a>", "<svg><animate begin='0.5s'/></svg>",
            "<p class=x style='color:red'>", "<template><video src=v></video><img src=a></template>",
            "<img data-src=a.png src=a.png>", "<img data-src=a.png src='data:image/gif;base64,R0lG'>",
            "<mp-common-profile data-headimg='a.png'></mp-common-profile>", "<!-- <video> <img src=x> -->",
            "<div data-background='a.png'>" })
    void usualArticleHasNone(String html) {
        assertThat(Articles.find(html).warnings()).isEmpty();
    }

    @Test
    void warningsAreBoundedInNumberAndLength() {
        List<String> warnings
                = Articles.find(("<embed src='" + "x".repeat(5000) + "\u202e\n'><p id=x>\n").repeat(300)).warnings();
        assertThat(warnings).hasSize(102).allMatch(text -> text.length() < 250);
        assertThat(warnings.get(99)).startsWith("Line 199: embed has xxx");
        assertThat(warnings.get(100)).isEqualTo("And 200 more warnings of these kinds.");
        assertThat(warnings.get(101)).isEqualTo("Line 2: id is removed by WeChat. (300 times)");
    }

    @Test
    void addressesAreShownWithoutSecretsAndInvisibleCharacters() {
        assertThat(Shown.address(" https://user:password@h/a\u202e\n.png?sign=x#y")).isEqualTo("h/a\\u202E\\u000A.png");
        assertThat(Shown.address("//h@x@y/z")).isEqualTo("y/z");
        assertThat(Shown.address("http://h")).isEqualTo("h");
        assertThat(Shown.address("a/b?x=//u@h/")).isEqualTo("a/b");
        assertThat(Shown.address("data:image/png;base64,AAAA")).isEqualTo("data:image/png…");
        assertThat(Shown.text("x".repeat(99) + "\ud83d\ude00")).isEqualTo("x".repeat(99) + "…");
        assertThat(Shown.text("\ud83d")).isEqualTo("\\uD83D");
    }
}
