package io.github.camelwechat.material.internal.transport;

import java.io.IOException;
import java.nio.channels.ReadableByteChannel;

/**
 * Body of a request: an exact length, known before the first byte, and bytes that can be read again from the start.
 */
public interface RequestBody {

    String contentType();

    /** In bytes; never unknown, as WeChat answers a chunked request with HTTP 412. */
    long contentLength();

    /**
     * Returns whether a read only copies memory. Otherwise opening and reading are left to {@link FileReaders}, as they
     * may hang.
     */
    boolean isInMemory();

    /**
     * The bytes from the start, read in turn by one thread at a time. The channel ends after exactly
     * {@link #contentLength()} bytes, or throws when what it reads has become longer or shorter meanwhile.
     */
    ReadableByteChannel open() throws IOException;
}
