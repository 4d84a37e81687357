package io.github.camelwechat.simulator.api;

import java.util.List;
import java.util.function.Function;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.camelwechat.simulator.answer.ApiError;
import io.github.camelwechat.simulator.answer.Json;

/** The part of a list that a request asks for. */
record Page(int offset, int count) {

    private static final int LARGEST = 20;

    static Page in(JsonNode request) {
        return new Page(number(request, "offset", 0, Integer.MAX_VALUE), number(request, "count", 1, LARGEST));
    }

    <T> ObjectNode of(List<T> all, Function<T, JsonNode> view) {
        List<T> page = all.stream().skip(offset).limit(count).toList();
        ObjectNode answer = Json.object();
        ArrayNode items = answer.putArray("item");
        page.forEach(each -> items.add(view.apply(each)));
        return answer.put("total_count", all.size()).put("item_count", page.size());
    }

    /** {@return the whole number in that field; without one between the two it is 40097} */
    static int number(JsonNode request, String field, int least, int most) {
        JsonNode value = request.path(field);
        if (!value.canConvertToExactIntegral() || !value.canConvertToInt() || value.intValue() < least
                || value.intValue() > most) {
            throw ApiError.behind(40097);
        }
        return value.intValue();
    }
}
