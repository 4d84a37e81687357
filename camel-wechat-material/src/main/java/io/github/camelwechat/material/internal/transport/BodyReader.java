package io.github.camelwechat.material.internal.transport;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.ReadableByteChannel;

import org.jspecify.annotations.Nullable;

/** Reads a body from its start into borrowed buffers. Used by one thread at a time. */
final class BodyReader {

    private final RequestBody body;
    private final DirectBuffers buffers;
    private final Runnable readStarts;
    private @Nullable ReadableByteChannel source;
    private long unread;

    /** @param readStarts called before each read of the body's channel */
    BodyReader(RequestBody body, DirectBuffers buffers, Runnable readStarts) {
        this.body = body;
        this.buffers = buffers;
        this.readStarts = readStarts;
        this.unread = body.contentLength();
    }

    /** Returns the number of bytes from here to the end. */
    long unread() {
        return unread;
    }

    /**
     * Reads a buffer full, or to the end.
     *
     * @param  most        the most bytes to read
     * @return             the caller's to give back
     * @throws IOException if the body cannot be read, or is shorter than its length; no buffer is lost then
     */
    ByteBuffer read(long most) throws IOException {
        ReadableByteChannel from = source;
        if (from == null) {
            from = body.open();
            source = from;
        }
        ByteBuffer buffer = buffers.borrow();
        try {
            buffer.limit((int) Math.min(most, buffer.capacity()));
            while (buffer.hasRemaining() && unread > 0) {
                readStarts.run();
                int read = from.read(buffer);
                if (read < 0) {
                    throw new IOException("The body ended " + unread + " bytes before its length");
                }
                unread -= read;
            }
            return buffer.flip();
        } catch (IOException | RuntimeException | Error e) {
            buffers.giveBack(buffer);
            throw e;
        }
    }
}
