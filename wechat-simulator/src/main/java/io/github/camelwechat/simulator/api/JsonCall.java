package io.github.camelwechat.simulator.api;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;

import com.fasterxml.jackson.databind.JsonNode;
import io.github.camelwechat.simulator.answer.ApiError;
import io.github.camelwechat.simulator.answer.Json;
import io.github.camelwechat.simulator.journal.OpenEntry;

/** A call whose body is a small JSON object; its Content-Type does not matter. */
final class JsonCall implements ApiCall {

    private static final int LARGEST = 1024 * 1024;

    /** Answers a JSON request. */
    @FunctionalInterface
    interface Answerer {
        JsonNode answer(String appId, JsonNode request, OpenEntry entry);
    }

    private final Answerer answerer;
    private final ByteArrayOutputStream body = new ByteArrayOutputStream();

    JsonCall(Answerer answerer) {
        this.answerer = answerer;
    }

    @Override
    public boolean body(ByteBuffer bytes) {
        byte[] copy = new byte[bytes.remaining()];
        bytes.get(copy);
        body.writeBytes(copy);
        return body.size() <= LARGEST;
    }

    @Override
    public void bodyEnds(OpenEntry entry) {
        // the journal does not keep JSON requests: they may carry a secret
    }

    @Override
    public JsonNode answer(String appId, OpenEntry entry) {
        if (body.size() == 0) {
            throw ApiError.behind(44002);
        }
        return answerer.answer(appId, parsed(entry), entry);
    }

    @Override
    public void close() {
        // there is nothing to drop
    }

    private JsonNode parsed(OpenEntry entry) {
        try {
            JsonNode json = Json.read(body.toByteArray());
            if (json.isObject()) {
                return json;
            }
            entry.reason("the body is JSON, but no object");
        } catch (IOException e) {
            entry.reason("the body is not JSON: " + e.getMessage());
        }
        throw ApiError.behind(47001);
    }
}
