package io.github.camelwechat.material.internal.media;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.channels.ReadableByteChannel;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.function.Supplier;

import io.github.camelwechat.material.error.InvalidMaterialException;
import io.github.camelwechat.material.error.InvalidMaterialException.Reason;
import io.github.camelwechat.material.error.WechatMaterialException;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Open file, read by position, so that it is never opened a second time: what is sent is the file that was checked,
 * whatever its name stands for by then.
 *
 * @param channel owned by this
 * @param length  in bytes, when this was made
 * @param spooled the name of a spooled copy that could not be deleted while the copy is open; null for a file of the
 *                user's, and where the copy has no name any more
 */
record FileContent(FileChannel channel, long length, @Nullable Path spooled) implements Content {

    private static final Logger LOG = LoggerFactory.getLogger(FileContent.class);

    /**
     * Opens a file for the check and for sending.
     *
     * @throws InvalidMaterialException if there is no such file, or it is not one to read
     * @throws WechatMaterialException  if reading it fails
     */
    static FileContent open(Supplier<Path> file, MaterialErrors errors) {
        try {
            Path path = file.get();
            BasicFileAttributes attributes = Files.readAttributes(path, BasicFileAttributes.class);
            if (!attributes.isRegularFile()) {
                throw errors.because(Reason.BODY, attributes.isDirectory()
                        ? "this is a folder. Send the files in it one by one."
                        : "this is not a regular file.");
            }
            return opened(path);
        } catch (InvalidPathException e) {
            // Chinese names in a container without a locale: the file cannot be opened by any means
            throw errors.because(
                    Reason.UNREADABLE, "this name cannot be a file's here (" + e.getReason() + "). Java reads file names as "
                                       + System.getProperty("sun.jnu.encoding")
                                       + "; for others than ASCII ones start it in a UTF-8 locale (LC_ALL=C.UTF-8).",
                    e);
        } catch (NoSuchFileException e) {
            throw errors.because(Reason.UNREADABLE,
                    "there is no such file. Has another route moved or deleted it, or the consumer,"
                                                    + " whose exchange ended first? After a wireTap that happens: upload"
                                                    + " in the route itself, or make the body a byte[] (convertBodyTo)"
                                                    + " before the wireTap.",
                    e);
        } catch (FileSystemException e) {
            throw errors.because(Reason.UNREADABLE,
                    "the file cannot be read (" + VisibleText.of(e) + "). Check its permissions.", e);
        } catch (IOException e) {
            throw errors.unreadable(e);
        }
    }

    private static FileContent opened(Path file) throws IOException {
        FileChannel channel = FileChannel.open(file);
        try {
            return new FileContent(channel, channel.size(), null);
        } catch (IOException | RuntimeException | Error e) {
            channel.close();
            throw e;
        }
    }

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

    private final class PositionedChannel implements SkippingChannel {

        private long position;

        @Override
        public int read(ByteBuffer target) throws IOException {
            int read = channel.read(target, position);
            position += Math.max(read, 0);
            return read;
        }

        @Override
        public long skip(long count) {
            position += count;
            return count;
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
