package io.github.camelwechat.material.internal.media;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.ReadableByteChannel;

/**
 * Reads a channel once, from front to back, through one small buffer. Looking behind the end is allowed and finds
 * nothing, and every step goes forward, so that a walk over any bytes comes to an end.
 */
final class ForwardReader {

    /** Nobody looks farther ahead than from one frame of MP3 to the next, 1445 bytes. */
    private static final int VIEW_BYTES = 8 << 10;

    private final ReadableByteChannel channel;
    private final ByteBuffer view = ByteBuffer.allocate(VIEW_BYTES).limit(0);
    private long rest;

    /** @param length where to stop, even if the channel goes on: a file may grow while it is read */
    ForwardReader(ReadableByteChannel channel, long length) {
        this.channel = channel;
        this.rest = length;
    }

    /** How many bytes there are from here on. */
    long rest() {
        return rest;
    }

    /** The unsigned byte so far ahead, -1 behind the end. */
    int at(int ahead) throws IOException {
        return see(ahead + 1) ? view.get(view.position() + ahead) & 0xff : -1;
    }

    /** The unsigned big-endian number of four bytes so far ahead, -1 behind the end. */
    long number(int ahead) throws IOException {
        return see(ahead + 4) ? view.getInt(view.position() + ahead) & 0xffffffffL : -1;
    }

    /** The next bytes, fewer at the end. */
    FirstBytes next(int count) throws IOException {
        int length = see(count) ? count : (int) Math.min(view.remaining(), rest);
        byte[] bytes = new byte[length];
        view.get(view.position(), bytes);
        return new FirstBytes(bytes, length);
    }

    /** @param count 1 or more; behind the end is the end */
    void skip(long count) throws IOException {
        if (count < 1) {
            throw new IllegalArgumentException("A step of " + count + " bytes would never come to an end");
        }
        long left = Math.min(count, rest);
        rest -= left;
        while (left > view.remaining()) {
            left -= view.remaining();
            view.clear();
            int read = channel.read(view);
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
