package io.github.camelwechat.simulator.api;

import java.io.IOException;
import java.util.Optional;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.camelwechat.simulator.answer.ApiError;
import io.github.camelwechat.simulator.answer.Body;
import io.github.camelwechat.simulator.answer.Json;
import io.github.camelwechat.simulator.answer.Reply;
import io.github.camelwechat.simulator.format.Format;
import io.github.camelwechat.simulator.journal.OpenEntry;
import io.github.camelwechat.simulator.library.Libraries;
import io.github.camelwechat.simulator.library.Library;
import io.github.camelwechat.simulator.library.LibraryFullException;
import io.github.camelwechat.simulator.library.Material;
import io.github.camelwechat.simulator.library.MaterialType;
import io.github.camelwechat.simulator.library.NewMaterial;
import io.github.camelwechat.simulator.library.News;

/**
 * {@code add_material}, {@code get_material}, {@code del_material} and the switched-off {@code add_news},
 * {@code update_news}.
 */
final class MaterialInterfaces {

    private final Libraries libraries;
    private final NewsView newsView;
    private final String url;

    MaterialInterfaces(Libraries libraries, NewsView newsView, String url) {
        this.libraries = libraries;
        this.newsView = newsView;
        this.url = url;
    }

    Interface add() {
        return new Interface(
                "POST", true, (head, query) -> new UploadCall(
                        this::receiver, query.value("type"), head, libraries.newSpool()));
    }

    Interface get() {
        return new Interface("POST", true, (head, query) -> JsonCall.replying(this::get));
    }

    Interface delete() {
        return new Interface("POST", true, (head, query) -> JsonCall.replying(this::delete));
    }

    /** For every account, whatever is sent. */
    Interface switchedOff() {
        return new Interface("POST", true, (head, query) -> NoBody.replying(appId -> {
            throw ApiError.behind(45103);
        }));
    }

    private UploadCall.Receiver receiver(String type) {
        MaterialType wanted = MaterialType.named(type).orElseThrow(() -> ApiError.behind(40004));
        return (appId, form, entry) -> add(appId, wanted, form, entry);
    }

    private JsonNode add(String appId, MaterialType type, UploadForm form, OpenEntry entry) throws IOException {
        Format format = FileRule.permanent(type).check(form.fileName(), form.spool());
        Optional<VideoDescription> video = type == MaterialType.VIDEO
                ? Optional.of(VideoDescription.parse(form.description(), entry)) : Optional.empty();
        Material stored = store(appId, new NewMaterial(
                type, form.fileName(), video.map(VideoDescription::title).orElse(null),
                video.map(VideoDescription::introduction).orElse(null), format, form.spool()), entry);
        entry.stored(stored.mediaId());
        ObjectNode answer = Json.object().put("media_id", stored.mediaId());
        if (stored.type() == MaterialType.IMAGE) {
            answer.put("url", PictureUrl.of(url, stored));
        }
        answer.putArray("item");
        return answer;
    }

    private Material store(String appId, NewMaterial upload, OpenEntry entry) throws IOException {
        try {
            return libraries.of(appId).store(upload);
        } catch (LibraryFullException e) {
            entry.reason(e.getMessage());
            throw ApiError.behind(45034);
        }
    }

    private Reply get(String appId, JsonNode request, OpenEntry entry) {
        String mediaId = MediaId.in(request);
        Library library = libraries.of(appId);
        Optional<News> news = library.findNews(mediaId);
        if (news.isPresent()) {
            return Reply.of(newsView.content(library, news.get()));
        }
        Material material = library.find(mediaId).orElseThrow(() -> ApiError.behind(40007));
        if (material.type() == MaterialType.VIDEO) {
            return Reply.of(Json.object().put("title", material.title())
                    .put("description", material.introduction() == null ? "" : material.introduction())
                    .put("down_url", url + library.videoAddress(material)));
        }
        return new Reply.Download(
                material.format().contentType(), material.name(), new Body.Stored(material.size(), material::open));
    }

    private Reply delete(String appId, JsonNode request, OpenEntry entry) throws IOException {
        switch (libraries.of(appId).delete(MediaId.in(request))) {
            case UNKNOWN -> throw ApiError.behind(40007);
            case IN_USE -> throw ApiError.behind(48005);
            default -> {
                return Reply.of(Json.object().put("errcode", 0).put("errmsg", "ok"));
            }
        }
    }
}
