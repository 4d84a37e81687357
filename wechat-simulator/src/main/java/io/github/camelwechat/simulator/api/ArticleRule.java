package io.github.camelwechat.simulator.api;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;

import com.fasterxml.jackson.databind.JsonNode;
import io.github.camelwechat.simulator.answer.ApiError;
import io.github.camelwechat.simulator.html.ForeignPictures;
import io.github.camelwechat.simulator.journal.OpenEntry;
import io.github.camelwechat.simulator.library.DraftArticle;
import io.github.camelwechat.simulator.library.Library;
import io.github.camelwechat.simulator.library.Material;
import io.github.camelwechat.simulator.library.MaterialType;
import io.github.camelwechat.simulator.rule.Switches;

/** What an article of a draft has to be like. */
final class ArticleRule {

    private static final String NEWS = "news";
    private static final Set<String> TYPES = Set.of(NEWS, "newspic");
    private static final int LONGEST_TITLE = 64;
    private static final int DOCUMENTED_TITLE = 32;
    private static final int LONGEST_AUTHOR = 16;
    private static final int LONGEST_DIGEST = 128;
    private static final int DIGEST_OF_TEXT = 54;
    private static final int MOST_PICTURES = 20;
    private static final int LONGEST_PICTURE_TEXT = 1000;
    private static final Pattern CROP = Pattern.compile("[01](\\.[0-9]{1,6})?(_[01](\\.[0-9]{1,6})?){3}");
    private static final int LONGEST_URL = 1024;
    /** One more than is taken. Nothing shorter has a megabyte, which is the other limit. */
    private static final int TOO_LONG_CONTENT = 20_000;

    private final String url;
    private final Switches switches;

    ArticleRule(String url, Switches switches) {
        this.url = url;
        this.switches = switches;
    }

    /** {@return what is stored of the article; an {@link ApiError} is thrown for one that cannot be} */
    DraftArticle check(JsonNode article, Library library, OpenEntry entry) {
        String type = article.path("article_type").asText(NEWS);
        require(TYPES.contains(type), 40097, "article_type is none of " + TYPES, entry);
        String title = title(article, entry);
        String author = text(article, "author");
        require(length(author) <= LONGEST_AUTHOR, 45110, "author is longer than " + LONGEST_AUTHOR, entry);
        String source = text(article, "content_source_url");
        require(source.length() <= LONGEST_URL, 45005, "content_source_url is longer than " + LONGEST_URL, entry);
        String digest = text(article, "digest");
        require(length(digest) <= LONGEST_DIGEST, 45004, "digest is longer than " + LONGEST_DIGEST, entry);
        ArticleHtml html = html(article, entry);
        require(isCrop(article, "pic_crop_235_1") && isCrop(article, "pic_crop_1_1"), 53402, "no part of a cover", entry);
        return new DraftArticle(
                type, title, author, digest.isEmpty() ? beginning(html.text()) : digest, html.html(), source,
                thumb(article, type, library, entry), flag(article, "need_open_comment"),
                flag(article, "only_fans_can_comment"), text(article, "pic_crop_235_1"), text(article, "pic_crop_1_1"),
                type.equals(NEWS) ? List.of() : pictures(article, library, entry),
                html.dropped());
    }

    private static String title(JsonNode article, OpenEntry entry) {
        String title = text(article, "title");
        require(!title.isBlank(), 40097, "an article has no title", entry);
        require(length(title) <= LONGEST_TITLE, 45003, "title is longer than " + LONGEST_TITLE, entry);
        if (length(title) > DOCUMENTED_TITLE) {
            entry.warn("the title has more than " + DOCUMENTED_TITLE + " characters");
        }
        return title;
    }

    private ArticleHtml html(JsonNode article, OpenEntry entry) {
        String content = text(article, "content");
        require(!content.isBlank(), 44004, "an article has no content", entry);
        require(length(content) < TOO_LONG_CONTENT, 45002, "content has to be below " + TOO_LONG_CONTENT, entry);
        String cover = ForeignPictures.unfitCover(content, url);
        require(cover == null, 45166, "a mini program has a cover that is no JPEG of the library: " + cover, entry);
        ForeignPictures pictures = ForeignPictures.of(content, url, switches.foreignBackgroundsKept());
        pictures.kept().forEach(kept -> entry.warn("a picture of another host, which may be lost: " + kept));
        ArticleHtml html = ArticleHtml.of(pictures);
        html.dropped().forEach(dropped -> entry.warn("dropped from the content: " + dropped));
        return html;
    }

    private static String thumb(JsonNode article, String type, Library library, OpenEntry entry) {
        String mediaId = text(article, "thumb_media_id");
        boolean none = mediaId.isEmpty() && !type.equals(NEWS);
        require(none || library.find(mediaId).filter(ArticleRule::isPicture).isPresent(), 40007,
                "thumb_media_id is no permanent picture or thumb", entry);
        return mediaId;
    }

    private static List<String> pictures(JsonNode article, Library library, OpenEntry entry) {
        List<String> mediaIds = new ArrayList<>();
        for (JsonNode image : article.path("image_info").path("image_list")) {
            String mediaId = text(image, "image_media_id");
            require(library.find(mediaId).filter(ArticleRule::isPicture).isPresent(), 40007,
                    "image_media_id is no permanent picture", entry);
            mediaIds.add(mediaId);
        }
        require(!mediaIds.isEmpty() && mediaIds.size() <= MOST_PICTURES, 40097, "image_list has not 1 to " + MOST_PICTURES,
                entry);
        require(length(text(article, "content")) <= LONGEST_PICTURE_TEXT, 45166,
                "content is longer than " + LONGEST_PICTURE_TEXT + " beside pictures", entry);
        return mediaIds;
    }

    /** Returns whether a field is empty, or names two corners within the cover. */
    private static boolean isCrop(JsonNode article, String field) {
        String crop = text(article, field);
        if (crop.isEmpty()) {
            return true;
        }
        if (!CROP.matcher(crop).matches()) {
            return false;
        }
        double[] corners = Arrays.stream(crop.split("_")).mapToDouble(Double::parseDouble).toArray();
        return corners[0] < corners[2] && corners[1] < corners[3] && Arrays.stream(corners).allMatch(corner -> corner <= 1);
    }

    private static boolean isPicture(Material material) {
        return material.type().listedAs() == MaterialType.IMAGE;
    }

    private static String text(JsonNode article, String field) {
        return article.path(field).asText("");
    }

    private static boolean flag(JsonNode article, String field) {
        return article.path(field).asInt() == 1;
    }

    private static String beginning(String text) {
        return length(text) <= DIGEST_OF_TEXT ? text : text.substring(0, text.offsetByCodePoints(0, DIGEST_OF_TEXT));
    }

    private static int length(String text) {
        return text.codePointCount(0, text.length());
    }

    private static void require(boolean condition, int errcode, String reason, OpenEntry entry) {
        if (!condition) {
            entry.reason(reason);
            throw ApiError.behind(errcode);
        }
    }
}
