package io.github.camelwechat.simulator.api;

import java.io.IOException;

import com.fasterxml.jackson.databind.JsonNode;
import io.github.camelwechat.simulator.answer.ApiError;
import io.github.camelwechat.simulator.answer.Json;
import io.github.camelwechat.simulator.journal.OpenEntry;
import org.jspecify.annotations.Nullable;

/** Title and introduction of a video. */
record VideoDescription(String title, @Nullable String introduction) {

    static VideoDescription parse(byte @Nullable [] json, OpenEntry entry) {
        if (json == null) {
            throw refused("a video needs a part description", entry);
        }
        try {
            JsonNode description = Json.read(json);
            String title = description.path("title").textValue();
            if (title != null && !title.isEmpty()) {
                return new VideoDescription(title, description.path("introduction").textValue());
            }
        } catch (IOException e) {
            throw refused("description is not JSON: " + e.getMessage(), entry);
        }
        throw refused("description has no title", entry);
    }

    private static ApiError refused(String reason, OpenEntry entry) {
        entry.reason(reason);
        return ApiError.behind(41005);
    }
}
