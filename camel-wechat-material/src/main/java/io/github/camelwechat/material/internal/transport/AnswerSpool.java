package io.github.camelwechat.material.internal.transport;

import java.io.IOException;
import java.nio.ByteBuffer;

/** Keeps the bytes of an answer that may be too large for the memory. Thread-safe. */
public interface AnswerSpool {

    /**
     * Takes in the next bytes.
     *
     * @throws IOException if the bytes are too many, cannot be kept, or are not wanted any more
     */
    void write(ByteBuffer bytes) throws IOException;

    /** The first bytes, as many as there are but at most so many. */
    byte[] first(int most) throws IOException;

    /**
     * Reads some bytes.
     *
     * @return how many, or -1 at the end
     */
    int read(long position, byte[] target, int offset, int count) throws IOException;

    long length();

    /** Gives the bytes up. What is written from then on fails; further calls do nothing. */
    void discard();
}
