package io.github.camelwechat.simulator.answer;

import com.fasterxml.jackson.databind.JsonNode;

/** What an interface says when it does not refuse. */
public sealed interface Reply {

    /** JSON, under one of the Content-Types that JSON comes with. */
    record Message(JsonNode json) implements Reply {
    }

    /**
     * The bytes of a file.
     *
     * @param fileName what {@code Content-disposition} calls it
     */
    record Download(String contentType, String fileName, Body body) implements Reply {
    }

    static Reply of(JsonNode json) {
        return new Message(json);
    }
}
