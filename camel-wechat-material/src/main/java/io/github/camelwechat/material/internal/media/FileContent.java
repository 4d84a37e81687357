package io.github.camelwechat.material.internal.media;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.channels.ReadableByteChannel;
import java.nio.file.Path;

import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * An open file, read by position, so that it is never opened a second time: what is sent is the file that was checked,
 * whatever its name stands for by then.
 *
 * @param channel owned by this
 * @param length  in bytes, when this was made
 * @param spooled the name of a spooled copy that could not be deleted while the copy is open; null for a file of the
 *                user's, and where the copy has no name any more
 */
record FileContent(FileChannel channel, long length, @Nullable Path spooled) implements Content {

    private static final Logger LOG = LoggerFactory.getLogger(FileContent.class);

    @Override
    public boolean isInMemory() {
        return false;
    }

    @Override
    public ReadableByteChannel open() {
        return new PositionedChannel();
    }

    @Override
    public void release() {
        try {
            channel.close();
            if (spooled != null) {
                SpoolFolder.delete(spooled);
            }
        } catch (IOException e) {
            // the upload is over, and what it brought must not be lost to a clean-up
            LOG.warn("A file that was read cannot be closed: {}", e.toString());
        }
    }

    private final class PositionedChannel implements ReadableByteChannel {

        private long position;

        @Override
        public int read(ByteBuffer target) throws IOException {
            int read = channel.read(target, position);
            position += Math.max(read, 0);
            return read;
        }

        @Override
        public boolean isOpen() {
            return channel.isOpen();
        }

        @Override
        public void close() {
            // the content's
        }
    }
}
