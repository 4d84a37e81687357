package io.github.camelwechat.simulator.library;

import java.util.List;

/**
 * One article of a draft, as it was stored.
 *
 * @param articleType        {@code news} or {@code newspic}
 * @param title              of the article
 * @param author             of the article
 * @param digest             the beginning of the text, if none was given
 * @param content            its HTML, without what was dropped
 * @param contentSourceUrl   where "read more" leads
 * @param thumbMediaId       the picture of its cover; empty if it has none
 * @param needOpenComment    whether readers may comment
 * @param onlyFansCanComment whether only followers may
 * @param picCrop235x1       how the cover is cut to 2.35:1, as given
 * @param picCrop1x1         how the cover is cut to a square, as given
 * @param imageMediaIds      the pictures of {@code newspic}; empty for {@code news}
 * @param dropped            what the HTML had that articles may not have, for example {@code onclick of <p>}
 */
public record DraftArticle(
        String articleType,
        String title,
        String author,
        String digest,
        String content,
        String contentSourceUrl,
        String thumbMediaId,
        boolean needOpenComment,
        boolean onlyFansCanComment,
        String picCrop235x1,
        String picCrop1x1,
        List<String> imageMediaIds,
        List<String> dropped) {

    /**
     * Copies the lists.
     *
     * @param articleType        {@code news} or {@code newspic}
     * @param title              of the article
     * @param author             of the article
     * @param digest             the beginning of the text, if none was given
     * @param content            its HTML, without what was dropped
     * @param contentSourceUrl   where "read more" leads
     * @param thumbMediaId       the picture of its cover; empty if it has none
     * @param needOpenComment    whether readers may comment
     * @param onlyFansCanComment whether only followers may
     * @param picCrop235x1       how the cover is cut to 2.35:1, as given
     * @param picCrop1x1         how the cover is cut to a square, as given
     * @param imageMediaIds      the pictures of {@code newspic}; empty for {@code news}
     * @param dropped            what the HTML had that articles may not have, for example {@code onclick of <p>}
     */
    public DraftArticle {
        imageMediaIds = List.copyOf(imageMediaIds);
        dropped = List.copyOf(dropped);
    }
}
