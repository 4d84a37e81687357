package io.github.camelwechat.material.internal.media;

import java.nio.ByteBuffer;
import java.nio.channels.ReadableByteChannel;

/**
 * Bytes in memory, read where they lie.
 */
final class BufferContent implements Content {

    private final ByteBuffer bytes;

    /** @param bytes from its position to its limit; neither is touched */
    BufferContent(ByteBuffer bytes) {
        this.bytes = bytes.asReadOnlyBuffer();
    }

    @Override
    public long length() {
        return bytes.remaining();
    }

    /** A direct buffer may be a mapped file. */
    @Override
    public boolean isInMemory() {
        return !bytes.isDirect();
    }

    @Override
    public ReadableByteChannel open() {
        return new BufferChannel(bytes.duplicate());
    }

    @Override
    public void release() {
        // nothing to give back
    }

    /** Guarded against use after close by {@link PreparedMedia}. */
    private record BufferChannel(ByteBuffer rest) implements SkippingChannel {

        @Override
        public int read(ByteBuffer target) {
            if (!rest.hasRemaining()) {
                return -1;
            }
            int count = Math.min(rest.remaining(), target.remaining());
            target.put(rest.slice(rest.position(), count));
            rest.position(rest.position() + count);
            return count;
        }

        @Override
        public long skip(long count) {
            rest.position((int) Math.min(rest.limit(), rest.position() + count));
            return count;
        }

        @Override
        public boolean isOpen() {
            return true;
        }

        @Override
        public void close() {
            // nothing is held
        }
    }
}
