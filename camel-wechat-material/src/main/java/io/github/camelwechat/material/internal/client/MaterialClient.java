package io.github.camelwechat.material.internal.client;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.TimeUnit;
import java.util.function.Function;
import java.util.function.Supplier;

import io.github.camelwechat.material.error.NotSentException;
import io.github.camelwechat.material.internal.media.Download;
import io.github.camelwechat.material.internal.media.Media;
import io.github.camelwechat.material.internal.token.AccessTokens;
import io.github.camelwechat.material.internal.transport.ApiRequest;
import io.github.camelwechat.material.internal.transport.BytesOrJson;
import io.github.camelwechat.material.internal.transport.Effect;
import io.github.camelwechat.material.internal.transport.Json;
import io.github.camelwechat.material.internal.transport.JsonAnswer;
import io.github.camelwechat.material.internal.transport.Permits;
import io.github.camelwechat.material.internal.transport.WechatApi;
import io.github.camelwechat.material.result.AddMaterialResult;
import io.github.camelwechat.material.result.MaterialCount;
import io.github.camelwechat.material.result.MaterialPage;
import io.github.camelwechat.material.result.UploadImageResult;
import org.apache.hc.core5.http.message.BasicNameValuePair;
import org.jspecify.annotations.Nullable;

/** The material interfaces for one account. Thread-safe. */
public final class MaterialClient {

    private final WechatApi api;
    private final AccessTokens tokens;
    private final Permits permits;
    private final Duration requestTimeout;
    private final ScheduledExecutorService timer;

    public MaterialClient(WechatApi api, AccessTokens tokens, Permits permits, Duration requestTimeout,
                          ScheduledExecutorService timer) {
        this.api = api;
        this.tokens = tokens;
        this.permits = permits;
        this.requestTimeout = requestTimeout;
        this.timer = timer;
    }

    /**
     * {@code add_material}: the same bytes twice give two materials.
     *
     * @param media       stays the caller's to close, once the call has ended
     * @param description for a video, else null
     */
    public Call<AddMaterialResult> addMaterial(Media media, @Nullable VideoDescription description) {
        return call(
                new ApiRequest(
                        Effect.CHANGE, "addMaterial", "/cgi-bin/material/add_material",
                        List.of(new BasicNameValuePair("type", media.rule().name())),
                        new MultipartBody(Boundary.random(), media, description)),
                MaterialAnswers::added);
    }

    /**
     * {@code uploadimg}: a picture for the inside of articles, which is not in the library.
     *
     * @param media stays the caller's to close, once the call has ended
     */
    public Call<UploadImageResult> uploadImage(Media media) {
        return call(
                new ApiRequest(
                        Effect.CHANGE, "uploadImage", "/cgi-bin/media/uploadimg", List.of(),
                        new MultipartBody(Boundary.random(), media, null)),
                MaterialAnswers::imageUploaded);
    }

    /**
     * {@code get_material}: a file, or the description of a video or news.
     *
     * @param downloads give what takes a file in; what is not in the answer is discarded
     */
    public Call<GetMaterialAnswer> getMaterial(String mediaId, Supplier<Download> downloads) {
        ApiRequest request = new ApiRequest(
                Effect.NONE, "getMaterial", "/cgi-bin/material/get_material", List.of(),
                Json.body(Map.of("media_id", mediaId)), MaterialAnswers.MATERIAL);
        GetMaterialReader reader = new GetMaterialReader(mediaId);
        return start(new AuthorizedCall<>(
                request, tokens, permits,
                (token, released) -> api.prepareDownload(
                        request, () -> new DownloadSpool(downloads.get()), token, released),
                reader::read, BytesOrJson::discard));
    }

    /** {@code del_material}: what was made in WeChat's console is deleted as well. */
    public Call<Void> delMaterial(String mediaId) {
        return call(
                new ApiRequest(
                        Effect.CHANGE, "delMaterial", "/cgi-bin/material/del_material", List.of(),
                        Json.body(Map.of("media_id", mediaId))),
                answer -> {
                    MaterialAnswers.deleted(answer);
                    return null;
                });
    }

    /** {@code get_materialcount}. */
    public Call<MaterialCount> getMaterialCount() {
        return call(
                new ApiRequest(Effect.NONE, "getMaterialCount", "/cgi-bin/material/get_materialcount", List.of(), null),
                MaterialAnswers::counted);
    }

    /**
     * {@code batchget_material}.
     *
     * @param type   image, voice, video or news
     * @param offset 0 or more
     * @param count  1 to 20
     */
    public Call<MaterialPage> batchGetMaterial(String type, int offset, int count) {
        return call(
                new ApiRequest(
                        Effect.NONE, "batchGetMaterial", "/cgi-bin/material/batchget_material", List.of(),
                        Json.body(Map.of("type", type, "offset", offset, "count", count)),
                        MaterialAnswers.page(type)),
                MaterialAnswers::listed);
    }

    private <T> Call<T> call(ApiRequest request, Function<JsonAnswer, T> reader) {
        return start(new AuthorizedCall<>(
                request, tokens, permits, (token, released) -> api.prepare(request, token, released), reader,
                unwanted -> {
                }));
    }

    private <T> Call<T> start(AuthorizedCall<?, T> call) {
        try {
            long millis = requestTimeout.toMillis();
            ScheduledFuture<?> limit = timer.schedule(
                    () -> call.abort("no answer came within " + millis + " ms (requestTimeout)"), millis,
                    TimeUnit.MILLISECONDS);
            call.result().whenComplete((result, failure) -> limit.cancel(false));
        } catch (RejectedExecutionException e) {
            throw new NotSentException(call.operation() + ": not sent, the component is stopped", e);
        }
        call.start();
        return call;
    }
}
