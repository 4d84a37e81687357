package io.github.camelwechat.material.media;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.ClosedChannelException;
import java.nio.channels.ReadableByteChannel;
import java.util.concurrent.locks.ReentrantLock;

import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Guards a content by one lock, held for one chunk at a time: when {@link #close()} has it, no read is under way, and
 * none comes after.
 */
final class PreparedMedia implements Media {

    private static final Logger LOG = LoggerFactory.getLogger(PreparedMedia.class);

    private final String fileName;
    private final @Nullable MediaFormat format;
    private final MaterialType type;
    private final Content content;
    private final ReentrantLock lock = new ReentrantLock();
    private @Nullable GuardedChannel current;
    private boolean closed;

    PreparedMedia(String fileName, @Nullable MediaFormat format, MaterialType type, Content content) {
        this.fileName = fileName;
        this.format = format;
        this.type = type;
        this.content = content;
    }

    @Override
    public String fileName() {
        return fileName;
    }

    @Override
    public @Nullable MediaFormat format() {
        return format;
    }

    @Override
    public String contentType() {
        return format == null ? "application/octet-stream" : format.contentType();
    }

    @Override
    public MaterialType type() {
        return type;
    }

    @Override
    public long length() {
        return content.length();
    }

    @Override
    public ReadableByteChannel open() throws IOException {
        lock.lock();
        try {
            if (closed) {
                throw new ClosedChannelException();
            }
            if (current != null) {
                current.close();
            }
            current = new GuardedChannel(content.open());
            return current;
        } finally {
            lock.unlock();
        }
    }

    @Override
    public void close() {
        lock.lock();
        try {
            if (closed) {
                return;
            }
            closed = true;
            if (current != null) {
                current.close();
            }
            content.release();
        } catch (IOException | RuntimeException e) {
            // the upload is over, and what it brought must not be lost to a clean-up
            LOG.warn("{}: its bytes cannot be given back: {}", fileName, e.toString());
        } finally {
            lock.unlock();
        }
    }

    private final class GuardedChannel implements ReadableByteChannel {

        private final ReadableByteChannel channel;
        private boolean open = true;

        GuardedChannel(ReadableByteChannel channel) {
            this.channel = channel;
        }

        @Override
        public int read(ByteBuffer target) throws IOException {
            lock.lock();
            try {
                if (!open) {
                    throw new ClosedChannelException();
                }
                return channel.read(target);
            } finally {
                lock.unlock();
            }
        }

        @Override
        public boolean isOpen() {
            lock.lock();
            try {
                return open;
            } finally {
                lock.unlock();
            }
        }

        @Override
        public void close() throws IOException {
            lock.lock();
            try {
                if (open) {
                    open = false;
                    channel.close();
                }
            } finally {
                lock.unlock();
            }
        }
    }
}
