package io.github.camelwechat.material.internal.article;

import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.camelwechat.material.error.InvalidMaterialException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

/** Each limit, on both of its sides. */
class ArticleRuleTest {

    private static final String CAMEL = "🐪";

    private static Map<String, Object> news() {
        return new HashMap<>(Map.of("title", "t", "content", "c", "thumb_media_id", "M"));
    }

    private static Map<String, Object> newspic(int pictures) {
        return new HashMap<>(
                Map.of(
                        "article_type", "newspic", "title", "t", "content", "c", "image_info",
                        Map.of("image_list", Collections.nCopies(pictures, Map.of("image_media_id", "M")))));
    }

    private static Map<String, Object> with(String field, Object value) {
        Map<String, Object> article = news();
        article.put(field, value);
        return article;
    }

    private static List<String> check(Object body) {
        return ArticleRule.check(ArticleReader.articles(body));
    }

    private static void refuses(Object body, String... words) {
        assertThatThrownBy(() -> check(body)).isInstanceOf(InvalidMaterialException.class).hasMessageContainingAll(words);
    }

    @ParameterizedTest
    @CsvSource({ "title,64", "author,16", "digest,128" })
    void lengthsAreInCharacters(String field, int most) {
        check(with(field, CAMEL.repeat(most)));
        refuses(with(field, CAMEL.repeat(most + 1)), field, "" + (most + 1), "" + most);
    }

    @Test
    void titleThatIsLongerThanDocumentedIsWarnedOf() {
        assertThat(check(with("title", "x".repeat(32)))).isEmpty();
        assertThat(check(with("title", "x".repeat(33)))).singleElement().asString().contains("33", "32");
    }

    @Test
    void contentIsCountedAsItIsStored() {
        check(with("content", "x".repeat(19_999)));
        refuses(with("content", "x".repeat(20_000)), "20,000");
        refuses(with("content", CAMEL.repeat(10_000)), "20,000");
    }

    @Test
    void addressIsCountedInBytes() {
        check(with("content_source_url", "x".repeat(1024)));
        refuses(with("content_source_url", "图".repeat(342)), "1,026 bytes", "1,024");
    }

    @ParameterizedTest
    @ValueSource(strings = { "title", "content", "thumb_media_id" })
    void fieldThatIsNeededIsMissed(String field) {
        Map<String, Object> article = news();
        article.remove(field);
        refuses(article, "the article: " + field, "is missing");
        refuses(with(field, " "), field + " ", "missing");
    }

    @Test
    void articleIsNamedByItsPlace() {
        refuses(List.of(news(), with("author", "x".repeat(17))), "article 2 of 2");
    }

    @Test
    void draftHasEightArticlesAtMost() {
        check(Collections.nCopies(8, news()));
        refuses(Collections.nCopies(9, news()), "9", "8");
        refuses(List.of(), "no article");
    }

    @ParameterizedTest
    @ValueSource(strings = { "\u0001", "\u0000", "\ud83d", "\udc2a" })
    void characterThatCannotBeSentIsRefused(String character) {
        refuses(with("content", "ab" + character), "U+", "2");
    }

    @Test
    void textMustBeText() {
        refuses(with("title", 5), "title", "text");
    }

    @Test
    void flagsAreNumbers() {
        List<ObjectNode> articles = ArticleReader.articles(with("need_open_comment", true));
        ArticleRule.check(articles);
        assertThat(articles.get(0).get("need_open_comment").isInt()).isTrue();
        check(with("only_fans_can_comment", 0));
        refuses(with("only_fans_can_comment", 2), "0 or 1");
        refuses(with("only_fans_can_comment", "yes"), "0 or 1");
    }

    @ParameterizedTest
    @ValueSource(strings = { "0_0_1_1", "0.1_0.2_0.3_0.4", "0_0.000028_1_0.999972", "" })
    void partOfACover(String crop) {
        check(with("pic_crop_235_1", crop));
    }

    @ParameterizedTest
    @ValueSource(strings = {
            "0_0_1", "0_0_1_1.1", "-0.1_0_1_1", "0_0_0_1", "0.5_0_0.4_1", "0_0_1_0.1234567", "a_b_c_d", "0,0,1,1", "0_0_1e0_1",
            "0_0_1_1_1" })
    void noPartOfACover(String crop) {
        refuses(with("pic_crop_1_1", crop), "pic_crop_1_1", "X1_Y1_X2_Y2");
    }

    @Test
    void picturesWithAText() {
        check(newspic(1));
        check(newspic(20));
        refuses(newspic(0), "1 to 20");
        refuses(newspic(21), "21", "20");
        Map<String, Object> article = newspic(1);
        article.put("content", "x".repeat(1001));
        refuses(article, "1,001", "1,000");
        article = newspic(1);
        article.put("image_info", Map.of("image_list", List.of(Map.of("media_id", "M"))));
        refuses(article, "image_media_id");
        article = newspic(1);
        article.put("cover_info", Map.of("crop_percent_list", List.of(
                Map.of("ratio", "1_1", "x1", "0.166454", "y1", "0", "x2", "0.833545", "y2", "1"))));
        check(article);
        article.put("cover_info", Map.of("crop_percent_list", List.of(Map.of("ratio", "4_3"))));
        refuses(article, "4_3", "16_9");
    }

    @Test
    void typeIsOneOfTwo() {
        refuses(with("article_type", "video"), "video", "newspic");
    }
}
