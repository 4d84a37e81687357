package io.github.camelwechat.material.internal.media;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.ReadableByteChannel;

/**
 * Bytes that were fetched, read where they lie. They are their owner's: nothing is given up here.
 */
record DownloadContent(Download download) implements Content {

    private static final int CHUNK_BYTES = 32 << 10;

    @Override
    public long length() {
        return download.length();
    }

    @Override
    public boolean isInMemory() {
        return download.isInMemory();
    }

    @Override
    public ReadableByteChannel open() {
        return new PositionedChannel();
    }

    @Override
    public void release() {
        // the owner's
    }

    private final class PositionedChannel implements SkippingChannel {

        private final byte[] chunk = new byte[CHUNK_BYTES];
        private long position;

        @Override
        public int read(ByteBuffer target) throws IOException {
            if (!target.hasRemaining()) {
                return 0;
            }
            int count = download.read(position, chunk, 0, Math.min(chunk.length, target.remaining()));
            if (count > 0) {
                target.put(chunk, 0, count);
                position += count;
            }
            return count;
        }

        @Override
        public long skip(long count) {
            position += count;
            return count;
        }

        @Override
        public boolean isOpen() {
            return true;
        }

        @Override
        public void close() {
            // the owner's
        }
    }
}
