package io.github.camelwechat.material.internal.client;

import io.github.camelwechat.material.internal.call.WechatInterface;
import io.github.camelwechat.material.internal.transport.AnswerShape;
import io.github.camelwechat.material.internal.transport.AnswerShape.ListField;
import io.github.camelwechat.material.internal.transport.JsonAnswer;
import io.github.camelwechat.material.result.AccountReport;
import io.github.camelwechat.material.result.AddMaterialResult;
import io.github.camelwechat.material.result.MaterialCount;
import io.github.camelwechat.material.result.MaterialItem;
import io.github.camelwechat.material.result.MaterialPage;
import io.github.camelwechat.material.result.NewsArticle;
import io.github.camelwechat.material.result.NewsMaterial;
import io.github.camelwechat.material.result.UploadImageResult;
import io.github.camelwechat.material.result.VideoMaterial;
import io.github.camelwechat.material.result.WechatMaterialResult;

/**
 * The results in the answers of the material interfaces, and what their JSON can need. An answer without the fields of
 * its interface is not WeChat's, and must not pass for an empty library, or for a material deleted.
 */
final class MaterialAnswers {

    /** WeChat takes 8; news of before 2018 have 10. */
    static final int MAX_ARTICLES = 20;

    private static final ListField<MaterialItem> ITEMS = new ListField<>("item", MaterialItem.class);
    private static final ListField<NewsArticle> ARTICLES = new ListField<>("news_item", NewsArticle.class);

    static final AnswerShape MATERIAL = new AnswerShape(WechatInterface.GET_MATERIAL.longestAnswer(), ARTICLES, MAX_ARTICLES);

    private MaterialAnswers() {
    }

    /** {@return the shape of a page of materials of this type} */
    static AnswerShape page(String type) {
        // only news have their content in a page: 20 names, addresses and descriptions are far from filling the other
        return new AnswerShape(
                type.equals("news") ? WechatInterface.BATCH_GET_MATERIAL.longestAnswer() : ListPage.BYTES_WITHOUT_CONTENT,
                ITEMS, ListPage.MAX_ITEMS);
    }

    static Outcome added(JsonAnswer answer) {
        AddMaterialResult added = new AddMaterialResult(answer.id("media_id"), answer.addressOrNull("url"));
        return new Outcome.Result(added, added.mediaId(), added.url());
    }

    static Outcome imageUploaded(JsonAnswer answer) {
        UploadImageResult uploaded = new UploadImageResult(answer.address("url"));
        return new Outcome.Result(uploaded, null, uploaded.url());
    }

    /** Of the interfaces that say no more than that it was done. */
    static Outcome done(JsonAnswer answer) {
        answer.count("errcode");
        return new Outcome.Unchanged();
    }

    static MaterialCount counted(JsonAnswer answer) {
        return new MaterialCount(
                answer.countOrZero("voice_count"), answer.countOrZero("video_count"), answer.count("image_count"),
                answer.countOrZero("news_count"));
    }

    static MaterialPage listed(JsonAnswer answer) {
        ListPage<MaterialItem> page = ListPage.of(answer, ITEMS, MaterialItem::mediaId);
        return new MaterialPage(page.totalCount(), page.itemCount(), page.items());
    }

    static AccountReport.Quota quota(JsonAnswer answer) {
        return new AccountReport.Quota(
                answer.nestedCount("quota.daily_limit"), answer.nestedCount("quota.used"), answer.nestedCount("quota.remain"));
    }

    static WechatMaterialResult described(JsonAnswer answer) {
        if (answer.has("news_item")) {
            return new NewsMaterial(
                    answer.list(ARTICLES), answer.timeOrNull("create_time"), answer.timeOrNull("update_time"));
        }
        if (!answer.has("down_url")) {
            throw answer.unexpected("the answer is neither a file nor a video nor news");
        }
        return new VideoMaterial(answer.text("title"), answer.text("description"), answer.address("down_url"));
    }
}
