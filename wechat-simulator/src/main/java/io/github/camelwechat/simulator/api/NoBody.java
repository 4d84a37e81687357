package io.github.camelwechat.simulator.api;

import java.nio.ByteBuffer;
import java.util.function.Function;

import com.fasterxml.jackson.databind.JsonNode;
import io.github.camelwechat.simulator.answer.Reply;
import io.github.camelwechat.simulator.journal.OpenEntry;

/** A call whose body does not matter. */
public final class NoBody implements ApiCall {

    private final Function<String, Reply> answer;

    private NoBody(Function<String, Reply> answer) {
        this.answer = answer;
    }

    /**
     * A call that is answered with JSON.
     *
     * @param answer from the AppID (empty for interfaces without token) to the answer
     */
    public static NoBody answering(Function<String, JsonNode> answer) {
        return new NoBody(appId -> Reply.of(answer.apply(appId)));
    }

    /**
     * A call that is answered with whatever.
     *
     * @param reply from the AppID to whatever
     */
    static NoBody replying(Function<String, Reply> reply) {
        return new NoBody(reply);
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
    public Reply answer(String appId, OpenEntry entry) {
        return answer.apply(appId);
    }

    @Override
    public void close() {
        // there is nothing to drop
    }
}
