package io.github.camelwechat.simulator.library;

import java.util.List;

/**
 * A news material: articles that are listed as one.
 *
 * @param sequence   decides where two have the same second
 * @param updateTime when it was made, Unix time in seconds
 */
public record News(long sequence, String mediaId, List<NewsArticle> articles, long updateTime) {

    public News {
        articles = List.copyOf(articles);
    }
}
