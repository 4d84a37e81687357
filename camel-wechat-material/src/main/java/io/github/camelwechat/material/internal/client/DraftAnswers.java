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

    private static final ListField<DraftItem> ITEMS = new ListField<>("item", DraftItem.class);
    private static final ListField<DraftArticle> ARTICLES = new ListField<>("news_item", DraftArticle.class);

    static final AnswerShape DRAFT
            = new AnswerShape(WechatInterface.GET_DRAFT.longestAnswer(), ARTICLES, MaterialAnswers.MAX_ARTICLES);

    private DraftAnswers() {
    }

    /** {@return the shape of a page of drafts} */
    static AnswerShape page(boolean noContent) {
        return new AnswerShape(
                noContent ? ListPage.BYTES_WITHOUT_CONTENT : WechatInterface.BATCH_GET_DRAFT.longestAnswer(), ITEMS,
                ListPage.MAX_ITEMS);
    }

    static Outcome added(JsonAnswer answer) {
        AddDraftResult added = new AddDraftResult(answer.id("media_id"));
        return new Outcome.Result(added, added.mediaId(), null);
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
        ListPage<DraftItem> page = ListPage.of(answer, ITEMS, DraftItem::mediaId);
        return new DraftPage(page.totalCount(), page.itemCount(), page.items());
    }
}
