package io.github.camelwechat.material.internal.transport;

import java.io.IOException;
import java.nio.ByteBuffer;

import org.jspecify.annotations.Nullable;

/** The bytes of one body in turn, for the I/O thread that sends them. {@link #release()} may come from any thread. */
interface BodyChunks {

    /**
     * Begins to read, where that takes a thread of its own.
     *
     * @throws IOException if the body cannot be read now
     */
    void begin() throws IOException;

    /** Has this called from now on when there is a chunk again after there was none; it must not block. */
    void onReady(Runnable ready);

    /** Returns whether {@link #next} has an answer: a chunk, or why there is none. */
    boolean isReady();

    /**
     * Returns the next bytes: a buffer that is now the caller's, to be given back to {@link DirectBuffers}; null if
     * they have not been read yet.
     *
     * @param  most        how many bytes make sense
     * @throws IOException if they cannot be read, or the body is shorter than its length
     */
    @Nullable
    ByteBuffer next(long most) throws IOException;

    /** Gives up what has not been taken, without waiting for a read that is under way. Further calls do nothing. */
    void release();
}
