package io.github.camelwechat.material.internal.client;

import java.util.List;
import java.util.Map;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.camelwechat.material.internal.call.Call;
import io.github.camelwechat.material.internal.call.CallListener.MediaInfo;
import io.github.camelwechat.material.internal.call.WechatInterface;
import io.github.camelwechat.material.internal.transport.ApiRequest;
import io.github.camelwechat.material.internal.transport.Json;
import io.github.camelwechat.material.result.Draft;
import io.github.camelwechat.material.result.DraftCount;
import io.github.camelwechat.material.result.DraftPage;

/** The interfaces of the draft box for one account. Thread-safe. */
public final class DraftClient {

    private final InterfaceCalls calls;

    /** Creates the client of one account. */
    public DraftClient(InterfaceCalls calls) {
        this.calls = calls;
    }

    /**
     * {@code draft/add}: the same articles twice give two drafts.
     *
     * @param articles 1 to 8, with WeChat's field names
     */
    public Call<Outcome> addDraft(List<ObjectNode> articles) {
        return calls.call(
                new ApiRequest(WechatInterface.ADD_DRAFT, List.of(), Json.body(Map.of("articles", articles))),
                MediaInfo.NONE, DraftAnswers::added, Outcome::result);
    }

    /**
     * {@code draft/update}: puts an article in the place of another.
     *
     * @param index 0 for the first article
     */
    public Call<Outcome> updateDraft(String mediaId, int index, ObjectNode article) {
        return calls.call(
                new ApiRequest(
                        WechatInterface.UPDATE_DRAFT, List.of(),
                        Json.body(Map.of("media_id", mediaId, "index", index, "articles", article))),
                MediaInfo.NONE, MaterialAnswers::done, Outcome::result);
    }

    /** {@code draft/get}. */
    public Call<Draft> getDraft(String mediaId) {
        return calls.call(
                new ApiRequest(
                        WechatInterface.GET_DRAFT, List.of(), Json.body(Map.of("media_id", mediaId)), DraftAnswers.DRAFT),
                MediaInfo.NONE, DraftAnswers::fetched, draft -> draft);
    }

    /** {@code draft/delete}. */
    public Call<Outcome> deleteDraft(String mediaId) {
        return calls.call(
                new ApiRequest(WechatInterface.DELETE_DRAFT, List.of(), Json.body(Map.of("media_id", mediaId))),
                MediaInfo.NONE, MaterialAnswers::done, Outcome::result);
    }

    /** {@code draft/count}. */
    public Call<DraftCount> getDraftCount() {
        return calls.call(
                new ApiRequest(WechatInterface.GET_DRAFT_COUNT, List.of(), null), MediaInfo.NONE, DraftAnswers::counted,
                count -> count);
    }

    /**
     * {@code draft/batchget}.
     *
     * @param offset    0 or more
     * @param count     1 to 20
     * @param noContent whether the articles come without their content
     */
    public Call<DraftPage> batchGetDraft(int offset, int count, boolean noContent) {
        return calls.call(
                new ApiRequest(
                        WechatInterface.BATCH_GET_DRAFT, List.of(),
                        Json.body(Map.of("offset", offset, "count", count, "no_content", noContent ? 1 : 0)),
                        DraftAnswers.page(noContent)),
                MediaInfo.NONE, DraftAnswers::listed, page -> page);
    }
}
