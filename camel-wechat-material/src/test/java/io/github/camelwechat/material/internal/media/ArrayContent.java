package io.github.camelwechat.material.internal.media;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.ReadableByteChannel;

/**
 * Bytes that come in small portions, and that are counted: how many, and in how many reads.
 */
final class ArrayContent implements Content {

    private static final int PORTION = 1000;

    private final byte[] bytes;
    private final long length;
    int opened;
    int closed;
    long read;
    int reads;

    ArrayContent(byte[] bytes) {
        this(bytes, bytes.length);
    }

    /** @param length what is said, which need not be what is there */
    ArrayContent(byte[] bytes, long length) {
        this.bytes = bytes;
        this.length = length;
    }

    @Override
    public long length() {
        return length;
    }

    @Override
    public boolean isInMemory() {
        return true;
    }

    @Override
    public ReadableByteChannel open() {
        opened++;
        ByteBuffer rest = ByteBuffer.wrap(bytes);
        return new ReadableByteChannel() {
            @Override
            public int read(ByteBuffer target) throws IOException {
                reads++;
                if (!rest.hasRemaining()) {
                    return -1;
                }
                int count = Math.min(PORTION, Math.min(rest.remaining(), target.remaining()));
                target.put(rest.slice(rest.position(), count));
                rest.position(rest.position() + count);
                read += count;
                return count;
            }

            @Override
            public boolean isOpen() {
                return true;
            }

            @Override
            public void close() {
                closed++;
            }
        };
    }

    @Override
    public void release() {
        // nothing is held
    }
}
