package io.github.camelwechat.material.internal.client;

import java.util.List;

import io.github.camelwechat.material.internal.call.WechatInterface;
import io.github.camelwechat.material.internal.transport.AnswerShape;
import io.github.camelwechat.material.internal.transport.AnswerShape.ListField;
import io.github.camelwechat.material.internal.transport.JsonAnswer;
import io.github.camelwechat.material.result.AddDraftResult;
import io.github.camelwechat.material.result.Draft;
import io.github.camelwechat.material.result.DraftArticle;
import io.github.camelwechat.material.result.DraftCount;
import io.github.camelwechat.material.result.DraftItem;
import io.github.camelwechat.material.result.DraftPage;

/**
 * The results in the answers of the interfaces of drafts, and what their JSON can need. An answer without the fields of
 * its interface is not WeChat's, and must not pass for an empty draft box.
 */
final class DraftAnswers {

    /** Titles, digests and addresses of 20 drafts with 8 articles, all of them escaped. */
    private static final int PAGE_BYTES = 4 << 20;
    /** WeChat takes 8. */
    private static final int MAX_ARTICLES = 20;

    private static final ListField<DraftItem> ITEMS = new ListField<>("item", DraftItem.class);
    private static final ListField<DraftArticle> ARTICLES = new ListField<>("news_item", DraftArticle.class);

    static final AnswerShape DRAFT = new AnswerShape(WechatInterface.GET_DRAFT.longestAnswer(), ARTICLES, MAX_ARTICLES);

    private DraftAnswers() {
    }

    /** {@return the shape of a page of drafts} */
    static AnswerShape page(boolean noContent) {
        return new AnswerShape(
                noContent ? PAGE_BYTES : WechatInterface.BATCH_GET_DRAFT.longestAnswer(), ITEMS, MaterialClient.MAX_PAGE);
    }

    static Outcome added(JsonAnswer answer) {
        AddDraftResult added = new AddDraftResult(answer.id("media_id"));
        return new Outcome.Result(added, added.mediaId(), null);
    }

    static Outcome done(JsonAnswer answer) {
        answer.count("errcode");
        return new Outcome.Unchanged();
    }

    static Draft fetched(JsonAnswer answer) {
        List<DraftArticle> articles = answer.list(ARTICLES);
        if (articles.isEmpty()) {
            throw answer.unexpected("the answer has no articles as news_item");
        }
        return new Draft(articles, answer.timeOrNull("create_time"), answer.timeOrNull("update_time"));
    }

    static DraftCount counted(JsonAnswer answer) {
        return new DraftCount(answer.count("total_count"));
    }

    static DraftPage listed(JsonAnswer answer) {
        List<DraftItem> items = answer.list(ITEMS);
        int totalCount = answer.count("total_count");
        int itemCount = answer.has("item") && !answer.has("item_count") ? items.size() : answer.count("item_count");
        if (items.isEmpty() && itemCount > 0) {
            throw answer.unexpected("the answer has no items, but an item_count of " + itemCount);
        }
        if (items.stream().anyMatch(item -> item.mediaId().isBlank())) {
            throw answer.unexpected("the answer has an item without a media_id");
        }
        return new DraftPage(totalCount, itemCount, items);
    }
}
