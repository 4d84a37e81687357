package io.github.camelwechat.simulator.api;

import java.io.IOException;
import java.util.Locale;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.camelwechat.simulator.answer.ApiError;
import io.github.camelwechat.simulator.answer.Body;
import io.github.camelwechat.simulator.answer.Json;
import io.github.camelwechat.simulator.answer.Reply;
import io.github.camelwechat.simulator.format.Format;
import io.github.camelwechat.simulator.journal.OpenEntry;
import io.github.camelwechat.simulator.library.Libraries;
import io.github.camelwechat.simulator.library.Material;
import io.github.camelwechat.simulator.library.MaterialType;
import io.github.camelwechat.simulator.library.NewMaterial;

/** Temporary media: {@code media/upload}, {@code media/get}, {@code media/get/jssdk} and {@code media/uploadvideo}. */
final class TemporaryInterfaces {

    private final Libraries libraries;
    private final String url;

    TemporaryInterfaces(Libraries libraries, String url) {
        this.libraries = libraries;
        this.url = url;
    }

    Interface upload() {
        return new Interface(
                "POST", true, (head, query) -> new UploadCall(
                        this::receiver, query.value("type"), head, libraries.newSpool()));
    }

    /** Clients tell its errors from bytes by a Content-Type of JSON. */
    Interface get() {
        return new Interface(
                "GET", true, (head, query) -> NoBody.replying(appId -> get(appId, query.text("media_id"))), false);
    }

    /** It gives what the JS-SDK recorded, and nothing that was uploaded here is that. */
    Interface getHdVoice() {
        return new Interface("GET", true, (head, query) -> NoBody.replying(appId -> {
            required(query.text("media_id"));
            throw ApiError.behind(40007);
        }), false);
    }

    Interface uploadVideo() {
        return new Interface("POST", true, (head, query) -> JsonCall.answering(this::uploadVideo));
    }

    private UploadCall.Receiver receiver(String type) {
        MaterialType wanted = MaterialType.named(type).orElseThrow(() -> ApiError.behind(40004));
        return (appId, form, entry) -> upload(appId, wanted, form, entry);
    }

    private JsonNode upload(String appId, MaterialType type, UploadForm form, OpenEntry entry) throws IOException {
        Format format = FileRule.temporary(type).check(form.fileName(), form.spool());
        Material stored = libraries.of(appId).storeTemporary(
                new NewMaterial(type, form.fileName(), null, null, format, form.spool()));
        entry.stored(stored.mediaId());
        String field = type == MaterialType.THUMB ? "thumb_media_id" : "media_id";
        return answer(type.wireName(), field, stored.mediaId(), stored.updateTime().getEpochSecond());
    }

    private Reply get(String appId, String mediaId) {
        Material material = find(appId, required(mediaId));
        if (material.type() == MaterialType.VIDEO) {
            return Reply.of(Json.object().put("video_url", url + libraries.of(appId).videoAddress(material)));
        }
        String extension = material.format() == Format.JPEG ? "jpg" : material.format().name().toLowerCase(Locale.ROOT);
        return new Reply.Download(
                material.format().contentType(), mediaId + "." + extension,
                new Body.Stored(material.size(), material::open));
    }

    private JsonNode uploadVideo(String appId, JsonNode request, OpenEntry entry) {
        Material video = find(appId, MediaId.in(request));
        if (video.type() != MaterialType.VIDEO) {
            throw ApiError.behind(40007);
        }
        return answer("video", "media_id", libraries.of(appId).unusedId(), video.updateTime().getEpochSecond());
    }

    private Material find(String appId, String mediaId) {
        return libraries.of(appId).findTemporary(mediaId).orElseThrow(() -> ApiError.behind(40007));
    }

    private static String required(String mediaId) {
        if (mediaId.isEmpty()) {
            throw ApiError.behind(41006);
        }
        return mediaId;
    }

    private static ObjectNode answer(String type, String field, String mediaId, long createdAt) {
        return Json.object().put("type", type).put(field, mediaId).put("created_at", createdAt);
    }
}
