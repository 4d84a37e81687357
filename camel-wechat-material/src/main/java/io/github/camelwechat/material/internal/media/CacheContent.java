package io.github.camelwechat.material.internal.media;

import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.channels.ReadableByteChannel;

import org.apache.camel.StreamCache;

/**
 * Stream cache of Camel's that knows its length, read where it lies. It is put back to its start and never closed.
 */
record CacheContent(StreamCache cache, long length) implements Content {

    private static final int CHUNK_BYTES = 32 << 10;

    @Override
    public boolean isInMemory() {
        return cache.inMemory();
    }

    @Override
    public ReadableByteChannel open() {
        cache.reset();
        return new StreamChannel((InputStream) cache);
    }

    @Override
    public void release() {
        try {
            cache.reset();
        } catch (RuntimeException e) {
            if (cache.inMemory()) {
                throw e;
            }
            // a copy, closed by now; its file went with the exchange
        }
    }

    /**
     * Channel that reads a chunk at a time; unlike the JDK's own it neither asks the stream what is available nor
     * closes it.
     */
    private static final class StreamChannel implements SkippingChannel {

        private final InputStream in;
        private final byte[] chunk = new byte[CHUNK_BYTES];
        private final EmptyReads empty = new EmptyReads();

        StreamChannel(InputStream in) {
            this.in = in;
        }

        @Override
        public int read(ByteBuffer target) throws IOException {
            if (!target.hasRemaining()) {
                return 0;
            }
            int count = in.read(chunk, 0, Math.min(chunk.length, target.remaining()));
            empty.note(count);
            if (count > 0) {
                target.put(chunk, 0, count);
            }
            return count;
        }

        @Override
        public long skip(long count) throws IOException {
            return Math.max(0, in.skip(count));
        }

        @Override
        public boolean isOpen() {
            return true;
        }

        @Override
        public void close() {
            // the exchange's
        }
    }
}
