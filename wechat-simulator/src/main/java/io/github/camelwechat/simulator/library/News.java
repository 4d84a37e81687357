package io.github.camelwechat.simulator.library;

import java.util.List;

/**
 * A news material: articles that are listed as one.
 *
 * @param sequence   decides where two have the same second
 * @param mediaId    its id
 * @param articles   at least one
 * @param updateTime when it was made, Unix time in seconds
 */
public record News(long sequence, String mediaId, List<NewsArticle> articles, long updateTime) {

    /**
     * Copies the list.
     *
     * @param sequence   decides where two have the same second
     * @param mediaId    its id
     * @param articles   at least one
     * @param updateTime when it was made, Unix time in seconds
     */
    public News {
        articles = List.copyOf(articles);
    }
}
