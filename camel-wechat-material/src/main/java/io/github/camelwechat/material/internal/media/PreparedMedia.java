package io.github.camelwechat.material.internal.media;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.ClosedChannelException;
import java.nio.channels.ReadableByteChannel;
import java.util.concurrent.Executor;

import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Guard around a content: one read at a time, none after {@link #close()}. A read may wait for a file system for ever,
 * so {@code close()} does not wait for it: the content is then given up when the read ends.
 */
final class PreparedMedia implements Media {

    private static final Logger LOG = LoggerFactory.getLogger(PreparedMedia.class);

    private final String fileName;
    private final @Nullable MediaFormat format;
    private final UploadRule rule;
    private final Content content;
    private final Executor releaser;
    private final UseGuard reads = new UseGuard(this::giveUp);
    private volatile @Nullable GuardedChannel current;

    /** @param releaser where a content is given up for which a file system may have to be waited for */
    PreparedMedia(String fileName, @Nullable MediaFormat format, UploadRule rule, Content content, Executor releaser) {
        this.fileName = fileName;
        this.format = format;
        this.rule = rule;
        this.content = content;
        this.releaser = releaser;
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
    public UploadRule rule() {
        return rule;
    }

    @Override
    public long length() {
        return content.length();
    }

    @Override
    public boolean isInMemory() {
        return content.isInMemory();
    }

    @Override
    public ReadableByteChannel open() throws IOException {
        reads.begin();
        try {
            if (reads.isClosed()) {
                throw new ClosedChannelException();
            }
            GuardedChannel channel = new GuardedChannel(content.open());
            current = channel;
            return channel;
        } finally {
            reads.end();
        }
    }

    @Override
    public void close() {
        if (content.isInMemory()) {
            reads.closeAfterUse();
        } else {
            reads.close();
        }
    }

    private void giveUp() {
        if (content.isInMemory()) {
            release();
        } else {
            releaser.execute(this::release);
        }
    }

    private void release() {
        try {
            content.release();
        } catch (RuntimeException e) {
            // the upload is over, and what it brought must not be lost to a clean-up
            LOG.warn("{}: its bytes cannot be given back: {}", fileName, e.toString());
        }
    }

    private final class GuardedChannel implements ReadableByteChannel {

        private final ReadableByteChannel channel;
        private volatile boolean open = true;

        GuardedChannel(ReadableByteChannel channel) {
            this.channel = channel;
        }

        @Override
        public int read(ByteBuffer target) throws IOException {
            reads.begin();
            try {
                if (!isOpen()) {
                    throw new ClosedChannelException();
                }
                return channel.read(target);
            } finally {
                reads.end();
            }
        }

        @Override
        public boolean isOpen() {
            return open && !reads.isClosed() && current == this;
        }

        @Override
        public void close() {
            open = false;
        }
    }
}
