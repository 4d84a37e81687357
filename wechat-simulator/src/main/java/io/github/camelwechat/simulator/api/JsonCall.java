package io.github.camelwechat.simulator.api;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;

import com.fasterxml.jackson.databind.JsonNode;
import io.github.camelwechat.simulator.answer.ApiError;
import io.github.camelwechat.simulator.answer.Json;
import io.github.camelwechat.simulator.answer.Reply;
import io.github.camelwechat.simulator.journal.OpenEntry;

/** A call whose body is a small JSON object; its Content-Type does not matter. */
final class JsonCall implements ApiCall {

    private static final int LARGEST = 1024 * 1024;

    /** Answers a JSON request with JSON. */
    @FunctionalInterface
    interface Answerer {
        JsonNode answer(String appId, JsonNode request, OpenEntry entry);
    }

    /** Answers a JSON request with whatever. */
    @FunctionalInterface
    interface Replier {
        Reply reply(String appId, JsonNode request, OpenEntry entry) throws IOException;
    }

    private final Replier replier;
    private final ByteArrayOutputStream body = new ByteArrayOutputStream();

    private JsonCall(Replier replier) {
        this.replier = replier;
    }

    static JsonCall answering(Answerer answerer) {
        return new JsonCall((appId, request, entry) -> Reply.of(answerer.answer(appId, request, entry)));
    }

    static JsonCall replying(Replier replier) {
        return new JsonCall(replier);
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
        // there is nothing to note
    }

    @Override
    public String text() {
        return body.toString(StandardCharsets.UTF_8);
    }

    @Override
    public Reply answer(String appId, OpenEntry entry) throws IOException {
        if (body.size() == 0) {
            throw ApiError.behind(44002);
        }
        return replier.reply(appId, parsed(entry), entry);
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
