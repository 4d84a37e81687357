package io.github.camelwechat.material.internal.media;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Arrays;

import io.github.camelwechat.material.error.WechatMaterialException;
import org.jspecify.annotations.Nullable;

/**
 * Store for a stream of unknown length: a little in memory, more in a file. It has the first bytes inspected as soon as
 * they are there and stops at the first byte beyond the limit, so neither heap nor disk depends on what is sent.
 */
final class Spool extends OutputStream {

    private final SpoolFolder folder;
    private final int threshold;
    private final Inspection inspection;
    private final MaterialErrors errors;
    private byte[] memory = new byte[FirstBytes.SNIFFED_BYTES];
    private long length;
    private boolean inspected;
    private @Nullable OnDisk disk;

    /** @param named null where the file has no name any more */
    private record OnDisk(FileChannel channel, @Nullable Path named) {
    }

    Spool(SpoolFolder folder, int threshold, Inspection inspection, MaterialErrors errors) {
        this.folder = folder;
        this.threshold = threshold;
        this.inspection = inspection;
        this.errors = errors;
    }

    /** Returns the number of bytes to read next, at most {@code max}: one beyond the limit shows that it is passed. */
    int room(int max) {
        return (int) Math.min(max, (inspected ? inspection.limit() + 1 : FirstBytes.SNIFFED_BYTES) - length);
    }

    @Override
    public void write(int b) {
        write(new byte[] { (byte) b }, 0, 1);
    }

    @Override
    public void write(byte[] bytes, int offset, int count) {
        int first = inspected ? 0 : Math.min(count, FirstBytes.SNIFFED_BYTES - (int) length);
        if (!inspected) {
            System.arraycopy(bytes, offset, memory, (int) length, first);
            length += first;
            if (length == FirstBytes.SNIFFED_BYTES) {
                inspect();
            }
        }
        if (count > first) {
            append(bytes, offset + first, count - first);
        }
    }

    private void inspect() {
        inspected = true;
        inspection.inspectHead(new FirstBytes(memory, (int) length));
    }

    private void append(byte[] bytes, int offset, int count) {
        checkSize(count);
        if (disk == null && length + count <= threshold) {
            if (length + count > memory.length) {
                memory = Arrays.copyOf(memory, (int) Math.min(threshold, 2 * (length + count)));
            }
            System.arraycopy(bytes, offset, memory, (int) length, count);
        } else {
            try {
                write(ByteBuffer.wrap(bytes, offset, count), onDisk());
            } catch (IOException e) {
                throw failed(e);
            }
        }
        length += count;
    }

    /** What is too large may have been taken for something else than it is. */
    private void checkSize(int count) {
        if (length + count > inspection.limit()) {
            try {
                inspection.inspectStructure(content(), false);
            } catch (IOException e) {
                throw failed(e);
            }
        }
        inspection.checkSize(length + count, false);
    }

    private FileChannel onDisk() throws IOException {
        if (disk == null) {
            Path file = folder.newFile();
            disk = open(file);
            write(ByteBuffer.wrap(memory, 0, (int) length), disk.channel());
            memory = new byte[0];
        }
        return disk.channel();
    }

    /** Opens a file and deletes its name, so that nothing is left after a crash. Windows deletes no open file. */
    private static OnDisk open(Path file) throws IOException {
        try {
            FileChannel channel = FileChannel.open(file, StandardOpenOption.READ, StandardOpenOption.WRITE);
            return new OnDisk(channel, SpoolFolder.tryDelete(file) ? null : file);
        } catch (IOException | RuntimeException | Error e) {
            SpoolFolder.delete(file);
            throw e;
        }
    }

    private static void write(ByteBuffer bytes, FileChannel channel) throws IOException {
        while (bytes.hasRemaining()) {
            channel.write(bytes);
        }
    }

    /** Returns the content, after the last byte. */
    Content finish() {
        if (!inspected) {
            inspect();
        }
        return content();
    }

    private Content content() {
        if (disk == null) {
            return new BufferContent(ByteBuffer.wrap(memory, 0, (int) length));
        }
        return new FileContent(disk.channel(), length, disk.named());
    }

    /** Throws away what was taken in. */
    void abandon() {
        if (disk != null) {
            try {
                disk.channel().close();
            } catch (IOException e) {
                // deleted in the next line, whatever is in it
            }
            if (disk.named() != null) {
                SpoolFolder.delete(disk.named());
            }
        }
    }

    private WechatMaterialException failed(IOException e) {
        return folder.unwritable(errors.subject(), e);
    }
}
