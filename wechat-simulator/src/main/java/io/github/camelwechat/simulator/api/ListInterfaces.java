package io.github.camelwechat.simulator.api;

import java.util.List;

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

/** {@code get_materialcount} and {@code batchget_material}. */
final class ListInterfaces {

    private static final int LARGEST_PAGE = 20;

    private final Libraries libraries;
    private final String url;

    ListInterfaces(Libraries libraries, String url) {
        this.libraries = libraries;
        this.url = url;
    }

    Interface count() {
        return new Interface("GET", true, (head, query) -> new NoBody(this::count));
    }

    Interface page() {
        return new Interface("POST", true, (head, query) -> new JsonCall(this::page));
    }

    private JsonNode count(String appId) {
        Library library = libraries.of(appId);
        return Json.object()
                .put("voice_count", library.listedAs(MaterialType.VOICE).size())
                .put("video_count", library.listedAs(MaterialType.VIDEO).size())
                .put("image_count", library.listedAs(MaterialType.IMAGE).size())
                .put("news_count", 0);
    }

    private JsonNode page(String appId, JsonNode request, OpenEntry entry) {
        String type = request.path("type").textValue();
        MaterialType wanted = MaterialType.named(type).orElse(null);
        if (wanted == MaterialType.THUMB || wanted == null && !"news".equals(type)) {
            throw ApiError.behind(40004);
        }
        int offset = number(request, "offset", 0, Integer.MAX_VALUE);
        int count = number(request, "count", 1, LARGEST_PAGE);
        List<Material> all = wanted == null ? List.of() : libraries.of(appId).listedAs(wanted);
        List<Material> page = all.stream().skip(offset).limit(count).toList();
        ObjectNode answer = Json.object();
        ArrayNode items = answer.putArray("item");
        page.forEach(material -> items.add(item(material)));
        return answer.put("total_count", all.size()).put("item_count", page.size());
    }

    private JsonNode item(Material material) {
        ObjectNode item = Json.object().put("media_id", material.mediaId()).put("name", material.name())
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
