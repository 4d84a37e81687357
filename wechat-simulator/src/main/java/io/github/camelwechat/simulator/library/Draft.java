package io.github.camelwechat.simulator.library;

import java.util.ArrayList;
import java.util.List;

/**
 * A draft: articles that are published as one.
 *
 * @param sequence   counts the changes of the box: decides where two have the same second
 * @param mediaId    its id
 * @param articles   at least one
 * @param updateTime when it was last changed, Unix time in seconds
 */
public record Draft(long sequence, String mediaId, List<DraftArticle> articles, long updateTime) {

    /**
     * Copies the list.
     *
     * @param sequence   counts the changes of the box: decides where two have the same second
     * @param mediaId    its id
     * @param articles   at least one
     * @param updateTime when it was last changed, Unix time in seconds
     */
    public Draft {
        articles = List.copyOf(articles);
    }

    Draft with(int index, DraftArticle article, long newSequence, long time) {
        List<DraftArticle> changed = new ArrayList<>(articles);
        changed.set(index, article);
        return new Draft(newSequence, mediaId, changed, time);
    }
}
