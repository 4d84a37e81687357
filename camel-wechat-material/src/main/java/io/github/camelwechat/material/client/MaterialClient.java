package io.github.camelwechat.material.client;

import java.time.Duration;
import java.util.List;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.TimeUnit;
import java.util.function.Function;

import com.fasterxml.jackson.databind.JsonNode;
import io.github.camelwechat.material.error.NotSentException;
import io.github.camelwechat.material.error.UnexpectedAnswerException;
import io.github.camelwechat.material.media.Media;
import io.github.camelwechat.material.token.AccessTokens;
import io.github.camelwechat.material.transport.ApiRequest;
import io.github.camelwechat.material.transport.Permits;
import io.github.camelwechat.material.transport.WechatApi;
import org.apache.hc.core5.http.message.BasicNameValuePair;

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
    public Call<AddMaterialAnswer> addMaterial(Media media, VideoDescription description) {
        ApiRequest request = new ApiRequest(
                "addMaterial", "/cgi-bin/material/add_material",
                List.of(new BasicNameValuePair("type", media.type().wireName())),
                new MultipartBody(Boundary.random(), media, description));
        return call(request, MaterialClient::readAddMaterial);
    }

    private static AddMaterialAnswer readAddMaterial(JsonNode answer) {
        String mediaId = answer.path("media_id").asText("");
        String url = answer.path("url").asText("");
        if (mediaId.isEmpty()) {
            throw new UnexpectedAnswerException("addMaterial: the answer has no media_id", 200);
        }
        return new AddMaterialAnswer(mediaId, url.isEmpty() ? null : url);
    }

    private <T> Call<T> call(ApiRequest request, Function<JsonNode, T> reader) {
        AuthorizedCall<T> call = new AuthorizedCall<>(api, tokens, permits, request, reader);
        try {
            long millis = requestTimeout.toMillis();
            ScheduledFuture<?> limit = timer.schedule(
                    () -> call.abort("no answer came within " + millis + " ms (requestTimeout)"), millis,
                    TimeUnit.MILLISECONDS);
            call.result().whenComplete((result, failure) -> limit.cancel(false));
        } catch (RejectedExecutionException e) {
            throw new NotSentException(request.operation() + ": not sent, the component is stopped", e);
        }
        call.start();
        return call;
    }
}
