package io.github.camelwechat.simulator.api;

import com.fasterxml.jackson.databind.JsonNode;
import io.github.camelwechat.simulator.answer.ApiError;

/** The {@code media_id} of a request. */
final class MediaId {

    private MediaId() {
    }

    static String in(JsonNode request) {
        JsonNode value = request.path("media_id");
        if (value.isMissingNode() || value.isNull() || (value.isTextual() && value.textValue().isEmpty())) {
            throw ApiError.behind(41006);
        }
        return value.asText();
    }
}
