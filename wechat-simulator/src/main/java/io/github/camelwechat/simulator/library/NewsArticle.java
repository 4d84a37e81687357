package io.github.camelwechat.simulator.library;

import org.jspecify.annotations.Nullable;

/**
 * One article of a news material, as somebody wrote it before the draft box replaced such materials.
 *
 * @param title            of the article
 * @param author           of the article
 * @param digest           the beginning of the text
 * @param content          its HTML
 * @param contentSourceUrl where "read more" leads
 * @param thumbMediaId     the picture of its cover
 * @param showCoverPic     whether the cover is shown above the text
 */
public record NewsArticle(
        String title,
        String author,
        String digest,
        String content,
        String contentSourceUrl,
        String thumbMediaId,
        boolean showCoverPic) {

    /**
     * Nothing is null afterwards: what was not given is empty.
     *
     * @param title            of the article
     * @param author           of the article
     * @param digest           the beginning of the text
     * @param content          its HTML
     * @param contentSourceUrl where "read more" leads
     * @param thumbMediaId     the picture of its cover
     * @param showCoverPic     whether the cover is shown above the text
     */
    public NewsArticle {
        title = orEmpty(title);
        author = orEmpty(author);
        digest = orEmpty(digest);
        content = orEmpty(content);
        contentSourceUrl = orEmpty(contentSourceUrl);
        thumbMediaId = orEmpty(thumbMediaId);
    }

    /**
     * {@return an article with nothing but these}
     *
     * @param title   of the article
     * @param content its HTML
     */
    public static NewsArticle of(String title, String content) {
        return new NewsArticle(title, "", "", content, "", "", false);
    }

    private static String orEmpty(@Nullable String text) {
        return text == null ? "" : text;
    }
}
