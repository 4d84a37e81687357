package io.github.camelwechat.simulator.library;

import java.time.Instant;
import java.util.List;

/**
 * A news material as it is written.
 *
 * @param sequence   decides where two have the same second
 * @param updateTime Unix time in seconds
 */
record NewsRecord(long sequence, String mediaId, List<Article> articles, long updateTime) {

    static NewsRecord of(News news) {
        return new NewsRecord(
                news.sequence(), news.mediaId(), news.articles().stream().map(Article::of).toList(),
                news.updateTime().getEpochSecond());
    }

    News toNews() {
        return new News(
                sequence, mediaId, articles.stream().map(Article::toArticle).toList(), Instant.ofEpochSecond(updateTime));
    }

    record Article(
            String title,
            String author,
            String digest,
            String content,
            String contentSourceUrl,
            String thumbMediaId,
            boolean showCoverPic) {

        static Article of(NewsArticle article) {
            return new Article(
                    article.title(), article.author(), article.digest(), article.content(), article.contentSourceUrl(),
                    article.thumbMediaId(), article.showCoverPic());
        }

        NewsArticle toArticle() {
            return new NewsArticle(title, author, digest, content, contentSourceUrl, thumbMediaId, showCoverPic);
        }
    }
}
