package io.github.camelwechat.simulator;

import java.util.List;
import java.util.stream.Stream;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.camelwechat.simulator.library.DraftArticle;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

import static io.github.camelwechat.simulator.ApiClient.json;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.params.provider.Arguments.arguments;

/** Which pictures of an article are of other hosts, at all places that show one. */
class ForeignPicturesTest extends SimulatorTest {

    private static final String OWN = "https://mmbiz.qpic.cn/a/0";

    private ObjectNode article;

    @BeforeEach
    void uploadThumb() {
        String thumb = client.upload(token, "thumb", "t.jpg", Samples.picture("jpg"), null).path("media_id").asText();
        article = new ObjectMapper().createObjectNode().put("title", "t").put("thumb_media_id", thumb);
    }

    /** Each with X for the address, and what the attribute is called. */
    static Stream<Arguments> places() {
        return Stream.of(
                arguments("<img src=X>", "src of <img>"),
                arguments("<IMG\n SRC = 'X'>", "src of <img>"),
                arguments("<img src=\"h&#116;tps://e.example/a\">", "src of <img>"),
                arguments("<img data-src=X>", "data-src of <img>"),
                arguments("<img data-original=X>", "data-original of <img>"),
                arguments("<img srcset='//mmbiz.qpic.cn/b 1x, X 2x'>", "srcset of <img>"),
                arguments("<picture><source srcset=\"X,a 2x\"></picture>", "srcset of <source>"),
                arguments("<p style=\"background:url(X)\">", "style of <p>"),
                arguments("<p style=\"background:url(&quot;X&quot;)\">", "style of <p>"),
                arguments("<p style=\"background: u\\72l( 'X' )\">", "style of <p>"),
                arguments("<p style=\"background:/* url(a) */URL(X\">", "style of <p>"),
                arguments("<p style=\"color:red;list-style:-webkit-image-set('X' 1x)\">", "style of <p>"),
                arguments("<p style='mask-image:cross-fade(url(\"" + OWN + "\"), \"X\")'>", "style of <p>"),
                arguments("<svg><image href=X /></svg>", "href of <image>"),
                arguments("<svg><image xlink:href='X'/></svg>", "xlink:href of <image>"),
                arguments("<table background=X>", "background of <table>"),
                arguments("<input TYPE=Image src=X>", "src of <input>"),
                arguments("<video poster=X>", "poster of <video>"),
                arguments("<![CDATA[<img src=a>]]><img src=X>", "src of <img>"),
                arguments("<textarea></textarea ><img src=X>", "src of <img>"));
    }

    @ParameterizedTest
    @MethodSource("places")
    void aPictureOfAnotherHostIsDropped(String html, String place) {
        assertThat(stored(html.replace("X", "https://e.example/a")).dropped())
                .anySatisfy(dropped -> assertThat(dropped).startsWith(place + ": https://e.example/a"));
        assertThat(wechat.journal().entries()).last().satisfies(entry -> assertThat(entry.warnings())
                .anySatisfy(warning -> assertThat(warning).startsWith("dropped from the content: " + place)));
    }

    @ParameterizedTest
    @MethodSource("places")
    void oneOfWechatStays(String html) {
        String own = html.replaceAll("X,a 2x|X", OWN).replace("h&#116;tps://e.example/a", OWN).replace("src=a>]]>",
                "src=//mmbiz.qpic.cn>]]>");

        DraftArticle stored = stored(own);

        assertThat(stored.dropped()).isEmpty();
        assertThat(stored.content()).isEqualTo(own);
    }

    @ParameterizedTest
    @ValueSource(strings = {
            "<!-- <img src=X> -->", "<!--><p>--><p>", "<a href=X>", "<template><img src=X></template>",
            "<noscript><img src=X></noscript>", "<title><img src=X></title>", "<p title='<img src=X>'>",
            "<p style='color:red'>",
            "<p style='fill:url(#a)'>", "<p style='content:\"url(X)\"'>", "<img src=''>", "<p background=X>", "<input src=X>" })
    void otherPlacesShowNoPicture(String html) {
        assertThat(stored(html.replace("X", "https://e.example/a") + "text").dropped()).isEmpty();
    }

    @Test
    void onlyTheAttributeIsDropped() {
        assertThat(stored("a<img  alt=b src='https://e.example/a' width=1><td style='background:url(b)'>c").content())
                .isEqualTo("a<img  alt=b width=1><td>c");
    }

    @Test
    void whatIsNotDocumentedStaysWhereItIsSwitched() {
        wechat.switches().foreignBackgroundsKept(true);
        String styled = "<p style='background:url(https://e.example/a)'>b";

        DraftArticle stored = stored("<img src=https://e.example/c>" + styled);

        assertThat(stored.dropped()).containsExactly("src of <img>: https://e.example/c");
        assertThat(stored.content()).isEqualTo("<img>" + styled);
        assertThat(wechat.journal().entries()).last().satisfies(entry -> assertThat(entry.warnings()).contains(
                "a picture of another host, which may be lost: style of <p>: https://e.example/a"));
    }

    @Test
    void theCoverOfAMiniProgramIsAJpegOfTheLibrary() {
        String card = "<mp-miniprogram data-miniprogram-imageurl=\"%s\"></mp-miniprogram>text";
        List.of("https://e.example/a?wx_fmt=jpeg", OWN, OWN + "?wx_fmt=png").forEach(
                address -> assertThat(add(card.formatted(address))).isEqualTo(45166));

        assertThat(add(card.formatted(OWN + "?wx_fmt=jpeg"))).isZero();
    }

    @Test
    void aHostileTextTakesNoTime() {
        // 19,900 characters each: it ends
        Stream.of("<", "<img ", "<p style='url(", "<!--", "&#1;", "<a b='", "/*", "\\\\", "image-set(").forEach(part -> {
            String text = part.repeat(19_900 / part.length());
            assertThat(add("<p style=\"" + text + "\">" + "a")).isIn(0, 45002);
            assertThat(add("a" + text)).isIn(0, 45002);
        });
    }

    private DraftArticle stored(String html) {
        assertThat(add(html)).isZero();
        return wechat.library("wxdemo").drafts().all().get(0).articles().get(0);
    }

    private int add(String html) {
        String request = "{\"articles\":[" + article.put("content", html) + "]}";
        return json(client.post("/cgi-bin/draft/add?access_token=" + token, request)).path("errcode").asInt();
    }
}
