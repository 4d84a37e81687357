package io.github.camelwechat.material.internal.media;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.ReadableByteChannel;

/**
 * Reader of a channel, once from front to back, through one small buffer. Looking beyond the end is allowed and finds
 * nothing, and every step goes forward, so that a walk over any bytes comes to an end. Long steps are not read where
 * the channel can pass over bytes.
 */
final class ForwardReader {

    /** No format needs to look farther ahead than from one frame of MP3 to the next two, 5768 bytes in free format. */
    private static final int VIEW_BYTES = 8 << 10;

    private final ReadableByteChannel channel;
    private final ByteBuffer view = ByteBuffer.allocate(VIEW_BYTES).limit(0);
    private long rest;

    /** @param length where to stop, even if the channel goes on: a file may grow while it is read */
    ForwardReader(ReadableByteChannel channel, long length) {
        this.channel = channel;
        this.rest = length;
    }

    /** Returns the number of bytes from here on. */
    long rest() {
        return rest;
    }

    /** Returns the unsigned byte that far ahead; -1 after the end. */
    int at(int ahead) throws IOException {
        return see(ahead + 1) ? view.get(view.position() + ahead) & 0xff : -1;
    }

    /** Returns the unsigned big-endian number in the four bytes that far ahead; -1 after the end. */
    long number(int ahead) throws IOException {
        return see(ahead + 4) ? view.getInt(view.position() + ahead) & 0xffffffffL : -1;
    }

    /** Returns the next bytes; fewer at the end. */
    FirstBytes next(int count) throws IOException {
        int length = see(count) ? count : (int) Math.min(view.remaining(), rest);
        byte[] bytes = new byte[length];
        view.get(view.position(), bytes);
        return new FirstBytes(bytes, length);
    }

    /**
     * Skips bytes, at most up to the end.
     *
     * @param count 1 or more
     */
    void skip(long count) throws IOException {
        if (count < 1) {
            throw new IllegalArgumentException("A step of " + count + " bytes would never come to an end");
        }
        long left = Math.min(count, rest);
        rest -= left;
        while (left > view.remaining()) {
            left -= view.remaining();
            view.clear();
            if (left > VIEW_BYTES && channel instanceof SkippingChannel skipping) {
                left -= skipping.skip(left);
            }
            int read = left > 0 ? channel.read(view) : 0;
            view.flip();
            if (read < 0) {
                rest = 0;
                return;
            }
        }
        view.position(view.position() + (int) left);
    }

    private boolean see(int count) throws IOException {
        if (view.remaining() < count && view.remaining() < rest) {
            view.compact();
            int read = 0;
            while (read >= 0 && view.position() < count && view.hasRemaining()) {
                read = channel.read(view);
            }
            view.flip();
            if (read < 0) {
                rest = view.remaining();
            }
        }
        return count <= Math.min(view.remaining(), rest);
    }
}
