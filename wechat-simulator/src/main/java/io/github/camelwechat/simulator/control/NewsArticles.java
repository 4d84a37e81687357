package io.github.camelwechat.simulator.control;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;

import com.fasterxml.jackson.databind.JsonNode;
import io.github.camelwechat.simulator.library.NewsArticle;

/** The articles of a command, with the field names that {@code add_news} had. */
final class NewsArticles {

    private static final Set<String> FIELDS = Set.of(
            "title", "author", "digest", "content", "content_source_url", "thumb_media_id", "show_cover_pic");

    private NewsArticles() {
    }

    static NewsArticle[] in(JsonNode body) {
        JsonNode given = body.path("articles");
        if (!given.isArray() || given.isEmpty()) {
            throw new IllegalArgumentException(
                    "The body needs 'articles', for example {\"articles\":[{\"title\":\"a\",\"content\":\"<p>b</p>\"}]}");
        }
        List<NewsArticle> articles = new ArrayList<>();
        given.forEach(article -> articles.add(article(article)));
        return articles.toArray(NewsArticle[]::new);
    }

    private static NewsArticle article(JsonNode article) {
        article.fieldNames().forEachRemaining(field -> {
            if (!FIELDS.contains(field)) {
                throw new IllegalArgumentException("Unknown field '" + field + "' in an article; known are " + FIELDS);
            }
        });
        return new NewsArticle(
                article.path("title").asText(), article.path("author").asText(), article.path("digest").asText(),
                article.path("content").asText(), article.path("content_source_url").asText(),
                article.path("thumb_media_id").asText(), article.path("show_cover_pic").asInt() == 1);
    }
}
