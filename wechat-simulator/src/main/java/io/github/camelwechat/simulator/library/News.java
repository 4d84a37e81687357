package io.github.camelwechat.simulator.library;

import java.time.Instant;
import java.util.List;

/** A news material: articles that are listed as one. Immutable. */
public final class News {

    private final long sequence;
    private final String mediaId;
    private final List<NewsArticle> articles;
    private final Instant updateTime;

    /**
     * A material that is not on any shelf yet.
     *
     * @param sequence   decides where two have the same second
     * @param updateTime in whole seconds
     */
    News(long sequence, String mediaId, List<NewsArticle> articles, Instant updateTime) {
        this.sequence = sequence;
        this.mediaId = mediaId;
        this.articles = List.copyOf(articles);
        this.updateTime = updateTime;
    }

    long sequence() {
        return sequence;
    }

    /** {@return its id: 64 characters} */
    public String mediaId() {
        return mediaId;
    }

    /** {@return at least one} */
    public List<NewsArticle> articles() {
        return articles;
    }

    /** {@return when it was made, by the simulated clock, in whole seconds} */
    public Instant updateTime() {
        return updateTime;
    }

    @Override
    public String toString() {
        return "News[" + articles.get(0).title() + ", " + articles.size() + " articles, " + mediaId + "]";
    }
}
