package io.github.camelwechat.material.internal.article;

import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.camelwechat.material.error.InvalidMaterialException;
import io.github.camelwechat.material.internal.media.NearestName;
import io.github.camelwechat.material.internal.media.VisibleText;
import org.jspecify.annotations.Nullable;

/**
 * Rule for the articles of drafts: what WeChat's page on {@code draft/add} demands of their fields, and where it is
 * silent, what was seen.
 */
public final class ArticleRule {

    /** WeChat's most articles of a draft. */
    public static final int MOST_ARTICLES = 8;

    private static final String NEWS = "news";
    private static final String NEWSPIC = "newspic";
    private static final int LONGEST_TITLE = 64;
    private static final int DOCUMENTED_TITLE = 32;
    private static final int LONGEST_AUTHOR = 16;
    private static final int LONGEST_DIGEST = 128;
    private static final int LONGEST_SOURCE_BYTES = 1024;
    /** One more than is taken, in UTF-16 units: what WeChat counts is not known, and this is the most of all ways. */
    private static final int TOO_LONG_CONTENT = 20_000;
    private static final int LONGEST_PICTURE_TEXT = 1000;
    private static final int MOST_PICTURES = 20;
    private static final int MOST_DECIMALS = 6;

    private static final Set<String> KNOWN = Set.of(
            "article_type", "title", "author", "digest", "content", "content_source_url", "thumb_media_id",
            "need_open_comment", "only_fans_can_comment", "pic_crop_235_1", "pic_crop_1_1", "product_info", "image_info",
            "cover_info");
    private static final Set<String> OF_NEWSPIC = Set.of("image_info", "cover_info");
    private static final Set<String> FLAGS = Set.of("need_open_comment", "only_fans_can_comment");
    private static final Set<String> OBJECTS = Set.of("image_info", "cover_info", "product_info");
    private static final Set<String> RATIOS = Set.of("1_1", "16_9", "2.35_1");
    private static final List<String> CORNERS = List.of("x1", "y1", "x2", "y2");
    private static final Pattern NUMBER = Pattern.compile("[0-9]{1,9}(\\.[0-9]{1,20})?");

    private static final String CORNER_RULE
            = "each from 0 to 1 with at most " + MOST_DECIMALS + " decimals, the second corner right of and below the first.";

    /** Of the article, for texts. */
    private final String name;
    private final ObjectNode article;

    private ArticleRule(String name, ObjectNode article) {
        this.name = name;
        this.article = article;
    }

    /**
     * Checks the articles of a draft.
     *
     * @return                          what WeChat's page advises against, though it was seen to be taken
     * @throws InvalidMaterialException if WeChat refuses them, or would leave a field out without a word
     */
    public static List<String> check(List<ObjectNode> articles) {
        if (articles.isEmpty()) {
            throw ArticleErrors.body("There is no article: a draft has 1 to " + MOST_ARTICLES + ".");
        }
        if (articles.size() > MOST_ARTICLES) {
            throw ArticleErrors.field("There are " + articles.size() + " articles; a draft has " + MOST_ARTICLES
                                      + " at most. Split them.");
        }
        List<String> warnings = new ArrayList<>();
        for (int i = 0; i < articles.size(); i++) {
            String name = articles.size() == 1 ? "the article" : "article " + (i + 1) + " of " + articles.size();
            new ArticleRule(name, articles.get(i)).check().ifPresent(warnings::add);
        }
        return warnings;
    }

    private Optional<String> check() {
        String type = text("article_type");
        if (type != null && !type.equals(NEWS) && !type.equals(NEWSPIC)) {
            throw wrong("article_type is '" + VisibleText.excerpt(type) + "'; WeChat knows " + NEWS + " and " + NEWSPIC + ".");
        }
        boolean pictures = NEWSPIC.equals(type);
        requireKnownFields(pictures);
        String title = required("title");
        requireAtMost("title", title, LONGEST_TITLE);
        requireAtMost("author", text("author"), LONGEST_AUTHOR);
        requireAtMost("digest", text("digest"), LONGEST_DIGEST);
        requireSource(text("content_source_url"));
        requireContent(pictures);
        requireCover(pictures);
        FLAGS.forEach(this::requireFlag);
        requireCrop("pic_crop_235_1");
        requireCrop("pic_crop_1_1");
        int length = characters(title);
        return length <= DOCUMENTED_TITLE
                ? Optional.empty() : Optional.of(
                        name + ": title has " + length + " characters; WeChat's page allows " + DOCUMENTED_TITLE
                                                 + ", and takes more from some"
                                                 + " accounts.");
    }

    private InvalidMaterialException wrong(String text) {
        return ArticleErrors.field(name + ": " + text);
    }

    private void requireKnownFields(boolean pictures) {
        for (String field : (Iterable<String>) article::fieldNames) {
            if (OF_NEWSPIC.contains(field) && !pictures) {
                throw wrong(field + " is for articles with article_type=" + NEWSPIC + "; WeChat would leave it out of others.");
            }
            if (!KNOWN.contains(field)) {
                throw wrong("the field " + VisibleText.excerpt(field) + " is unknown. Is it " + NearestName.of(field, KNOWN)
                            + "? With validate=false it is sent.");
            }
            JsonNode value = article.get(field);
            if (OBJECTS.contains(field) && !value.isObject()) {
                throw wrong(field + " has to be an object, as on WeChat's page of draft/add.");
            }
        }
    }

    /** {@return null if there is none} */
    private @Nullable String text(String field) {
        JsonNode value = article.get(field);
        if (value == null) {
            return null;
        }
        if (!value.isTextual()) {
            throw wrong(field + " has to be a text.");
        }
        String text = value.textValue();
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            boolean pair
                    = Character.isHighSurrogate(c) && i + 1 < text.length() && Character.isLowSurrogate(text.charAt(i + 1));
            if (pair) {
                i++;
            } else if ((c < ' ' && c != '\t' && c != '\n' && c != '\r') || Character.isSurrogate(c)) {
                throw wrong(String.format(
                        "%s has the character U+%04X at %,d, which WeChat refuses. Take it out.", field, (int) c, i));
            }
        }
        return text;
    }

    private String required(String field) {
        String text = text(field);
        if (text == null || text.isBlank()) {
            throw wrong(field + " is missing.");
        }
        return text;
    }

    private void requireAtMost(String field, @Nullable String text, int most) {
        if (text != null && characters(text) > most) {
            throw wrong(field + " has " + characters(text) + " characters, and WeChat takes " + most + ". Shorten it.");
        }
    }

    private static int characters(String text) {
        return text.codePointCount(0, text.length());
    }

    private void requireSource(@Nullable String address) {
        int length = address == null ? 0 : address.getBytes(StandardCharsets.UTF_8).length;
        if (length > LONGEST_SOURCE_BYTES) {
            throw wrong(String.format("content_source_url has %,d bytes, and WeChat takes %,d. Shorten it.", length,
                    LONGEST_SOURCE_BYTES));
        }
    }

    private void requireContent(boolean pictures) {
        String content = required("content");
        if (pictures && content.length() > LONGEST_PICTURE_TEXT) {
            throw wrong(String.format("content has %,d characters, and WeChat takes %,d beside pictures. Shorten it.",
                    content.length(), LONGEST_PICTURE_TEXT));
        }
        if (content.length() >= TOO_LONG_CONTENT) {
            throw wrong(
                    String.format("content has %,d characters, tags included, and WeChat takes less than %,d. Shorten it, or"
                                  + " make several articles of it.",
                            content.length(), TOO_LONG_CONTENT));
        }
    }

    private void requireCover(boolean pictures) {
        if (!pictures) {
            String cover = text("thumb_media_id");
            if (cover == null || cover.isBlank()) {
                throw wrong(
                        "thumb_media_id (the header CamelWechatMaterialThumbMediaId, where the body is HTML) is missing: the media_id of a permanent picture, as addMaterial gives it.");
            }
            return;
        }
        text("thumb_media_id");
        JsonNode images = article.path("image_info").path("image_list");
        if (!images.isArray() || images.isEmpty() || images.size() > MOST_PICTURES) {
            throw wrong("image_info.image_list has " + images.size() + " pictures; WeChat takes 1 to " + MOST_PICTURES + ".");
        }
        for (JsonNode image : images) {
            if (!image.path("image_media_id").isTextual() || image.path("image_media_id").textValue().isBlank()) {
                throw wrong("a picture of image_info.image_list has no image_media_id.");
            }
        }
        for (JsonNode crop : article.path("cover_info").path("crop_percent_list")) {
            requireCrop(crop);
        }
    }

    private void requireFlag(String field) {
        JsonNode value = article.get(field);
        if (value == null) {
            return;
        }
        if (value.isBoolean()) {
            // WeChat's booleans are numbers
            article.put(field, value.booleanValue() ? 1 : 0);
        } else if (!value.isIntegralNumber() || value.intValue() < 0 || value.intValue() > 1) {
            throw wrong(field + " has to be 0 or 1.");
        }
    }

    private void requireCrop(String field) {
        String crop = text(field);
        if (crop == null || crop.isEmpty()) {
            return;
        }
        String[] corners = crop.split("_", -1);
        if (corners.length != CORNERS.size() || !isCrop(corners)) {
            throw wrong(field + " is '" + VisibleText.excerpt(crop) + "', and has to be X1_Y1_X2_Y2, " + CORNER_RULE);
        }
    }

    private void requireCrop(JsonNode crop) {
        String ratio = crop.path("ratio").asText();
        if (!RATIOS.contains(ratio)) {
            throw wrong("a ratio of cover_info.crop_percent_list is '" + VisibleText.excerpt(ratio) + "'; WeChat knows "
                        + new TreeSet<>(RATIOS) + ".");
        }
        if (!isCrop(CORNERS.stream().map(corner -> crop.path(corner).asText()).toArray(String[]::new))) {
            throw wrong("x1, y1, x2, y2 of cover_info.crop_percent_list have to be texts, " + CORNER_RULE);
        }
    }

    private static boolean isCrop(String... corners) {
        BigDecimal[] numbers = new BigDecimal[corners.length];
        for (int i = 0; i < corners.length; i++) {
            if (!NUMBER.matcher(corners[i]).matches()) {
                return false;
            }
            numbers[i] = new BigDecimal(corners[i]);
            if (numbers[i].compareTo(BigDecimal.ONE) > 0 || numbers[i].scale() > MOST_DECIMALS) {
                return false;
            }
        }
        return numbers[0].compareTo(numbers[2]) < 0 && numbers[1].compareTo(numbers[3]) < 0;
    }
}
