package io.github.camelwechat.simulator.api;

import java.util.List;
import java.util.function.Function;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
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

    private static final int LARGEST_PAGE = 20;

    private final Libraries libraries;
    private final NewsView newsView;
    private final Switches switches;
    private final String url;

    ListInterfaces(Libraries libraries, NewsView newsView, Switches switches, String url) {
        this.libraries = libraries;
        this.newsView = newsView;
        this.switches = switches;
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
        String type = request.path("type").textValue();
        MaterialType wanted = MaterialType.named(type).orElse(null);
        if (wanted == MaterialType.THUMB || wanted == null && !"news".equals(type)) {
            throw ApiError.behind(40004);
        }
        int offset = number(request, "offset", 0, Integer.MAX_VALUE);
        int count = number(request, "count", 1, LARGEST_PAGE);
        Library library = libraries.of(appId);
        return wanted == null
                ? page(library.news(), offset, count, news -> newsView.item(library, news))
                : page(listed(appId, wanted), offset, count, this::item);
    }

    private static <T> JsonNode page(List<T> all, int offset, int count, Function<T, JsonNode> view) {
        List<T> page = all.stream().skip(offset).limit(count).toList();
        ObjectNode answer = Json.object();
        ArrayNode items = answer.putArray("item");
        page.forEach(each -> items.add(view.apply(each)));
        return answer.put("total_count", all.size()).put("item_count", page.size());
    }

    private List<Material> listed(String appId, MaterialType type) {
        return libraries.of(appId).listedAs(type).stream().filter(switches::isListed).toList();
    }

    private JsonNode item(Material material) {
        ObjectNode item = Json.object().put("media_id", material.mediaId()).put("name", switches.listedName(material))
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

    private static int number(JsonNode request, String field, int least, int most) {
        JsonNode value = request.path(field);
        if (!value.canConvertToExactIntegral() || !value.canConvertToInt() || value.intValue() < least
                || value.intValue() > most) {
            throw ApiError.behind(40097);
        }
        return value.intValue();
    }
}
