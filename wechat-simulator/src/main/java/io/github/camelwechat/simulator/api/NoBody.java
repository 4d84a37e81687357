package io.github.camelwechat.simulator.api;

import java.nio.ByteBuffer;
import java.util.function.Function;

import com.fasterxml.jackson.databind.JsonNode;
import io.github.camelwechat.simulator.journal.OpenEntry;

/** A call whose body does not matter. */
public final class NoBody implements ApiCall {

    private final Function<String, JsonNode> answer;

    /**
     * @param answer from the AppID (null for interfaces without token) to the answer
     */
    public NoBody(Function<String, JsonNode> answer) {
        this.answer = answer;
    }

    @Override
    public boolean body(ByteBuffer bytes) {
        bytes.position(bytes.limit());
        return true;
    }

    @Override
    public void bodyEnds(OpenEntry entry) {
        // there is nothing to note
    }

    @Override
    public JsonNode answer(String appId, OpenEntry entry) {
        return answer.apply(appId);
    }

    @Override
    public void close() {
        // there is nothing to drop
    }
}
