package io.github.camelwechat.material.media;

import java.io.IOException;
import java.nio.channels.ReadableByteChannel;

/**
 * Bytes that can be read more than once, wherever they lie. Not thread-safe; {@link PreparedMedia} guards it.
 */
interface Content {

    /** How many there were when this was made. */
    long length();

    /** From the start; only after the channel before it was closed. */
    ReadableByteChannel open() throws IOException;

    /** Called once, after the last channel was closed. */
    void release();
}
