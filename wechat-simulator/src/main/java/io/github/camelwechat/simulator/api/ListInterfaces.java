package io.github.camelwechat.simulator.api;

import java.time.Clock;
import java.util.List;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.camelwechat.simulator.answer.ApiError;
import io.github.camelwechat.simulator.answer.Json;
import io.github.camelwechat.simulator.journal.OpenEntry;
import io.github.camelwechat.simulator.library.Libraries;
import io.github.camelwechat.simulator.library.Library;
import io.github.camelwechat.simulator.library.Material;
import io.github.camelwechat.simulator.library.MaterialType;
import io.github.camelwechat.simulator.rule.Switches;

/** {@code get_materialcount} and {@code batchget_material}. */
final class ListInterfaces {

    private final Libraries libraries;
    private final NewsView newsView;
    private final Switches switches;
    private final Clock clock;
    private final String url;

    ListInterfaces(Libraries libraries, NewsView newsView, Switches switches, Clock clock, String url) {
        this.libraries = libraries;
        this.newsView = newsView;
        this.switches = switches;
        this.clock = clock;
        this.url = url;
    }

    Interface count() {
        return new Interface("GET", true, (head, query) -> NoBody.answering(this::count));
    }

    Interface page() {
        return new Interface("POST", true, (head, query) -> JsonCall.answering(this::page));
    }

    private JsonNode count(String appId) {
        return Json.object()
                .put("voice_count", listed(appId, MaterialType.VOICE).size())
                .put("video_count", listed(appId, MaterialType.VIDEO).size())
                .put("image_count", listed(appId, MaterialType.IMAGE).size())
                .put("news_count", libraries.of(appId).news().size());
    }

    private JsonNode page(String appId, JsonNode request, OpenEntry entry) {
        String type = request.path("type").asText("");
        MaterialType wanted = MaterialType.named(type).orElse(null);
        if (wanted == MaterialType.THUMB || (wanted == null && !type.equals("news"))) {
            throw ApiError.behind(40004);
        }
        Page page = Page.in(request);
        Library library = libraries.of(appId);
        return wanted == null
                ? page.of(library.news(), news -> newsView.item(library, news))
                : page.of(listed(appId, wanted), this::item);
    }

    private List<Material> listed(String appId, MaterialType type) {
        return libraries.of(appId).listedAs(type).stream().filter(this::isOldEnough).toList();
    }

    private boolean isOldEnough(Material material) {
        return !material.updateTime().plus(switches.listDelay()).isAfter(clock.instant());
    }

    private String listedName(Material material) {
        String title = material.title();
        return switches.videosListedByTitle() && title != null ? title : material.name();
    }

    private JsonNode item(Material material) {
        ObjectNode item = Json.object().put("media_id", material.mediaId()).put("name", listedName(material))
                .put("update_time", material.updateTime().getEpochSecond());
        if (material.picturePath() != null) {
            item.put("url", PictureUrl.of(url, material));
        }
        if (material.type() == MaterialType.VIDEO) {
            item.put("description", material.introduction() == null ? "" : material.introduction());
            item.put("cover_url", "");
        }
        item.putArray("tags");
        return item;
    }
}
