package io.github.camelwechat.simulator.api;

import java.io.IOException;
import java.nio.ByteBuffer;

import io.github.camelwechat.simulator.answer.Reply;
import io.github.camelwechat.simulator.journal.OpenEntry;

/** One call of an interface: takes its body as it comes, then answers. Not thread-safe. */
public interface ApiCall {

    /**
     * Takes the next bytes of the body.
     *
     * @return false if nothing that may still come can matter
     */
    boolean body(ByteBuffer bytes) throws IOException;

    /** The body is complete, or will not be read any further. Notes what it was. */
    void bodyEnds(OpenEntry entry);

    /**
     * {@return the answer; an {@code ApiError} is thrown for a refusal}
     *
     * @param appId the account whose token came along; empty for interfaces that need none
     * @param entry takes notes
     */
    Reply answer(String appId, OpenEntry entry) throws IOException;

    /** {@return the body if it was text that somebody may want to read later; else empty} */
    default String text() {
        return "";
    }

    /** Drops what the call holds, answered or not. */
    void close() throws IOException;
}
