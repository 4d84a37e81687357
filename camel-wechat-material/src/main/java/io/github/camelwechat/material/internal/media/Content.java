package io.github.camelwechat.material.internal.media;

import java.io.IOException;
import java.nio.channels.ReadableByteChannel;

/**
 * Bytes that can be read more than once, wherever they lie. Not thread-safe; {@link PreparedMedia} guards it.
 */
interface Content {

    /** Returns the number of bytes when this was made. */
    long length();

    /** Returns whether a read only copies memory, and so never waits for a disk or a network. */
    boolean isInMemory();

    /** Returns the bytes from the start. The channel holds nothing: it need not be closed. */
    ReadableByteChannel open() throws IOException;

    /** Gives up what is held. Called once, when no channel is read any more; it may wait for a file system. */
    void release();
}
