package io.github.camelwechat.material.media;

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
 * Takes in a stream of unknown length: a little in memory, more in a file. It has the first bytes inspected as soon as
 * they are there and stops at the first byte beyond the limit, so neither heap nor disk depends on what is sent.
 */
final class Spool extends OutputStream {

    private final SpoolFolder folder;
    private final int threshold;
    private final Inspection inspection;
    private final Refusal refusal;
    private byte[] memory = new byte[Head.SIZE];
    private long length;
    private boolean inspected;
    private @Nullable OnDisk disk;

    private record OnDisk(Path file, FileChannel channel) {
    }

    Spool(SpoolFolder folder, int threshold, Inspection inspection, Refusal refusal) {
        this.folder = folder;
        this.threshold = threshold;
        this.inspection = inspection;
        this.refusal = refusal;
    }

    /** How many bytes more it makes sense to read: one beyond the limit shows that it is passed. */
    int room(int most) {
        return (int) Math.min(most, (inspected ? inspection.limit() + 1 : Head.SIZE) - length);
    }

    @Override
    public void write(int b) {
        write(new byte[] { (byte) b }, 0, 1);
    }

    @Override
    public void write(byte[] bytes, int offset, int count) {
        int first = inspected ? 0 : Math.min(count, Head.SIZE - (int) length);
        if (!inspected) {
            System.arraycopy(bytes, offset, memory, (int) length, first);
            length += first;
            if (length == Head.SIZE) {
                inspect();
            }
        }
        if (count > first) {
            append(bytes, offset + first, count - first);
        }
    }

    private void inspect() {
        inspected = true;
        inspection.look(new Head(memory, (int) length));
    }

    private void append(byte[] bytes, int offset, int count) {
        inspection.measure(length + count, false);
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

    private FileChannel onDisk() throws IOException {
        if (disk == null) {
            Path file = folder.newFile();
            disk = open(file);
            write(ByteBuffer.wrap(memory, 0, (int) length), disk.channel());
            memory = new byte[0];
        }
        return disk.channel();
    }

    private static OnDisk open(Path file) throws IOException {
        try {
            return new OnDisk(file, FileChannel.open(file, StandardOpenOption.WRITE));
        } catch (IOException | RuntimeException | Error e) {
            SpoolContent.delete(file);
            throw e;
        }
    }

    private static void write(ByteBuffer bytes, FileChannel channel) throws IOException {
        while (bytes.hasRemaining()) {
            channel.write(bytes);
        }
    }

    /** All bytes are in. */
    Content finish() {
        if (!inspected) {
            inspect();
        }
        if (disk == null) {
            return new BufferContent(ByteBuffer.wrap(memory, 0, (int) length));
        }
        try {
            disk.channel().close();
        } catch (IOException e) {
            // some file systems tell of a full disk only now
            throw failed(e);
        }
        return new SpoolContent(disk.file(), length);
    }

    /** Throws away what was taken in. */
    void abandon() {
        if (disk != null) {
            try {
                disk.channel().close();
            } catch (IOException e) {
                // deleted in the next line, whatever is in it
            }
            SpoolContent.delete(disk.file());
        }
    }

    private WechatMaterialException failed(IOException e) {
        return folder.unwritable(refusal.subject(), e);
    }
}
