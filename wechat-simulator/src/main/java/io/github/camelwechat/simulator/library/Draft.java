package io.github.camelwechat.simulator.library;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/** A draft: articles that are published as one. Immutable. */
public final class Draft {

    private final long sequence;
    private final String mediaId;
    private final List<DraftArticle> articles;
    private final Instant updateTime;

    /**
     * A draft that is not in any box yet.
     *
     * @param sequence   counts the changes of the box: decides where two have the same second
     * @param updateTime in whole seconds
     */
    Draft(long sequence, String mediaId, List<DraftArticle> articles, Instant updateTime) {
        this.sequence = sequence;
        this.mediaId = mediaId;
        this.articles = List.copyOf(articles);
        this.updateTime = updateTime;
    }

    Draft with(int index, DraftArticle article, long newSequence, Instant time) {
        List<DraftArticle> changed = new ArrayList<>(articles);
        changed.set(index, article);
        return new Draft(newSequence, mediaId, changed, time);
    }

    long sequence() {
        return sequence;
    }

    /** {@return its id: 64 characters} */
    public String mediaId() {
        return mediaId;
    }

    /** {@return at least one} */
    public List<DraftArticle> articles() {
        return articles;
    }

    /** {@return when it was last changed, by the simulated clock, in whole seconds} */
    public Instant updateTime() {
        return updateTime;
    }

    @Override
    public String toString() {
        return "Draft[" + articles.get(0).title() + ", " + articles.size() + " articles, " + mediaId + "]";
    }
}
