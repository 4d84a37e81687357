package io.github.camelwechat.simulator.api;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.regex.Pattern;

import com.fasterxml.jackson.databind.JsonNode;
import io.github.camelwechat.simulator.answer.ApiError;
import io.github.camelwechat.simulator.answer.Json;
import io.github.camelwechat.simulator.answer.Reply;
import io.github.camelwechat.simulator.journal.OpenEntry;

/** A call whose body is a JSON object; its Content-Type does not matter. */
final class JsonCall implements ApiCall {

    private static final int LARGEST = 1024 * 1024;
    /** Room for articles that are too long: it is their interface that has to say so. */
    private static final int LARGEST_OF_ARTICLES = 16 * LARGEST;
    private static final Pattern ESCAPED_CHARACTER = Pattern.compile("(?<!\\\\)(?:\\\\\\\\)*+\\\\u[0-9a-fA-F]{4}");

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
    private final int largest;
    private final boolean escapes;
    private final ByteArrayOutputStream body = new ByteArrayOutputStream();

    private JsonCall(Replier replier, int largest, boolean escapes) {
        this.replier = replier;
        this.largest = largest;
        this.escapes = escapes;
    }

    static JsonCall answering(Answerer answerer) {
        return replying((appId, request, entry) -> Reply.of(answerer.answer(appId, request, entry)));
    }

    static JsonCall replying(Replier replier) {
        return new JsonCall(replier, LARGEST, true);
    }

    /** Takes whole articles, and no character that is written as an escape. */
    static JsonCall withArticles(Replier replier) {
        return new JsonCall(replier, LARGEST_OF_ARTICLES, false);
    }

    @Override
    public boolean body(ByteBuffer bytes) {
        byte[] copy = new byte[bytes.remaining()];
        bytes.get(copy);
        body.writeBytes(copy);
        return body.size() <= largest;
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
        if (!escapes && ESCAPED_CHARACTER.matcher(text()).find()) {
            throw ApiError.behind(40033);
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
