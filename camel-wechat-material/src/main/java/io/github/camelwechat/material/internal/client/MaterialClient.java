package io.github.camelwechat.material.internal.client;

import java.util.List;
import java.util.Map;
import java.util.function.Supplier;

import io.github.camelwechat.material.internal.call.Call;
import io.github.camelwechat.material.internal.call.CallListener.MediaInfo;
import io.github.camelwechat.material.internal.call.WechatInterface;
import io.github.camelwechat.material.internal.media.Download;
import io.github.camelwechat.material.internal.media.Media;
import io.github.camelwechat.material.internal.transport.ApiRequest;
import io.github.camelwechat.material.internal.transport.Json;
import io.github.camelwechat.material.result.AccountReport;
import io.github.camelwechat.material.result.MaterialCount;
import io.github.camelwechat.material.result.MaterialPage;
import org.apache.hc.core5.http.message.BasicNameValuePair;
import org.jspecify.annotations.Nullable;

/** The material interfaces for one account. Thread-safe. */
public final class MaterialClient {

    /** The most items of a page. */
    public static final int MAX_PAGE = ListPage.MAX_ITEMS;

    private final InterfaceCalls calls;

    /** Creates the client of one account. */
    public MaterialClient(InterfaceCalls calls) {
        this.calls = calls;
    }

    /** {@return what listeners are told of material} */
    public static MediaInfo info(Media media) {
        return new MediaInfo(media.fileName(), media.rule().name(), media.length());
    }

    /**
     * {@code add_material}: the same bytes twice give two materials.
     *
     * @param media       stays the caller's to close, once the call has ended
     * @param description for a video, else null
     */
    public Call<Outcome> addMaterial(Media media, @Nullable VideoDescription description) {
        return calls.call(
                new ApiRequest(
                        WechatInterface.ADD_MATERIAL, List.of(new BasicNameValuePair("type", media.rule().name())),
                        new MultipartBody(media, description)),
                info(media), MaterialAnswers::added, Outcome::result);
    }

    /**
     * {@code uploadimg}: a picture for the inside of articles, which is not in the library.
     *
     * @param media stays the caller's to close, once the call has ended
     */
    public Call<Outcome> uploadImage(Media media) {
        return calls.call(
                new ApiRequest(
                        WechatInterface.UPLOAD_IMAGE, List.of(), new MultipartBody(media, null)),
                info(media), MaterialAnswers::imageUploaded, Outcome::result);
    }

    /**
     * {@code get_material}: a file, or the description of a video or news.
     *
     * @param downloads give what takes a file in; what is not in the answer is discarded
     */
    public Call<Outcome> getMaterial(String mediaId, Supplier<Download> downloads) {
        ApiRequest request = new ApiRequest(
                WechatInterface.GET_MATERIAL, List.of(), Json.body(Map.of("media_id", mediaId)), MaterialAnswers.MATERIAL);
        GetMaterialReader reader = new GetMaterialReader(mediaId);
        return calls.fetch(request, () -> new DownloadSpool(downloads.get()), reader::read, Outcome::result);
    }

    /** {@code del_material}: what was made in WeChat's console is deleted as well. */
    public Call<Outcome> delMaterial(String mediaId) {
        return calls.call(
                new ApiRequest(WechatInterface.DEL_MATERIAL, List.of(), Json.body(Map.of("media_id", mediaId))),
                MediaInfo.NONE, MaterialAnswers::done, Outcome::result);
    }

    /** {@code get_materialcount}. */
    public Call<MaterialCount> getMaterialCount() {
        return calls.call(
                new ApiRequest(WechatInterface.GET_MATERIAL_COUNT, List.of(), null), MediaInfo.NONE,
                MaterialAnswers::counted, count -> count);
    }

    /**
     * {@code batchget_material}.
     *
     * @param type   image, voice, video or news
     * @param offset 0 or more
     * @param count  1 to 20
     */
    public Call<MaterialPage> batchGetMaterial(String type, int offset, int count) {
        return calls.call(
                new ApiRequest(
                        WechatInterface.BATCH_GET_MATERIAL, List.of(),
                        Json.body(Map.of("type", type, "offset", offset, "count", count)), MaterialAnswers.page(type)),
                new MediaInfo(null, type, 0), MaterialAnswers::listed, page -> page);
    }

    /** {@code openapi/quota/get} of an interface. */
    public Call<AccountReport.Quota> getApiQuota(WechatInterface asked) {
        return calls.call(
                new ApiRequest(
                        WechatInterface.GET_API_QUOTA, List.of(), Json.body(Map.of("cgi_path", asked.path()))),
                MediaInfo.NONE, MaterialAnswers::quota, quota -> quota);
    }
}
