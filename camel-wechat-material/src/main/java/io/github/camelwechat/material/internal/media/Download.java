package io.github.camelwechat.material.internal.media;

import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.ByteBuffer;
import java.nio.file.Path;
import java.util.Arrays;

import org.jspecify.annotations.Nullable;

/**
 * File on its way from WeChat: a little in memory, more in a spool file that has no name as soon as it is open (where
 * the system can do that), so that nothing is left of it, whatever becomes of this process. It can be read at any place
 * by any thread until it is discarded.
 * <p>
 * Thread-safe.
 */
public final class Download {

    private static final byte[] NOTHING = {};

    private final SpoolFolder folder;
    private final int threshold;
    private byte[] memory = new byte[FirstBytes.SNIFFED_BYTES];
    /** No channel: a thread that is interrupted while it reads one closes it for all others too. */
    private @Nullable RandomAccessFile file;
    /** Name of the file; null after its deletion. */
    private @Nullable Path named;
    private long length;
    private final UseGuard uses = new UseGuard(this::giveUp);

    /** @param folder where more than {@value MediaPreparer#DEFAULT_THRESHOLD} bytes are spooled */
    public Download(SpoolFolder folder) {
        this.folder = folder;
        this.threshold = MediaPreparer.DEFAULT_THRESHOLD;
    }

    /**
     * Takes in the next bytes.
     *
     * @throws IOException if there are too many bytes, there is no room for them, or this is discarded
     */
    public void write(ByteBuffer bytes) throws IOException {
        uses.begin();
        try {
            requireWanted();
            long after = length + bytes.remaining();
            if (after > Inspection.HARD_CAP_BYTES) {
                throw new IOException("it is longer than " + Bytes.round(Inspection.HARD_CAP_BYTES));
            }
            if (after > threshold) {
                append(bytes, file());
            } else {
                if (after > memory.length) {
                    memory = Arrays.copyOf(memory, (int) Math.min(threshold, 2 * after));
                }
                bytes.get(memory, (int) length, bytes.remaining());
            }
            length = after;
        } finally {
            uses.end();
        }
    }

    private RandomAccessFile file() throws IOException {
        if (file != null) {
            return file;
        }
        RandomAccessFile opened = open(folder.newFile());
        file = opened;
        opened.write(memory, 0, (int) length);
        memory = NOTHING;
        return opened;
    }

    private RandomAccessFile open(Path path) throws IOException {
        named = path;
        try {
            return new RandomAccessFile(path.toFile(), "rw");
        } finally {
            unname();
        }
    }

    /** Windows deletes no open file: again once it is closed, and at the latest with the folder. */
    private void unname() {
        if (named != null && SpoolFolder.tryDelete(named)) {
            named = null;
        }
    }

    private static void append(ByteBuffer bytes, RandomAccessFile file) throws IOException {
        byte[] chunk = new byte[bytes.remaining()];
        bytes.get(chunk);
        file.write(chunk);
    }

    public long length() {
        uses.begin();
        try {
            return length;
        } finally {
            uses.end();
        }
    }

    /** Returns whether it needs no file, and so no {@link #discard()}. */
    public boolean isInMemory() {
        uses.begin();
        try {
            return file == null;
        } finally {
            uses.end();
        }
    }

    /**
     * Reads some bytes.
     *
     * @return             the number of bytes, or -1 after the end
     * @throws IOException if they cannot be read, or this is discarded
     */
    public int read(long position, byte[] target, int offset, int count) throws IOException {
        uses.begin();
        try {
            requireWanted();
            if (position >= length) {
                return -1;
            }
            if (file != null) {
                file.seek(position);
                return file.read(target, offset, count);
            }
            int some = (int) Math.min(count, length - position);
            System.arraycopy(memory, (int) position, target, offset, some);
            return some;
        } finally {
            uses.end();
        }
    }

    /** Returns at most {@code max} leading bytes. */
    public byte[] first(int max) throws IOException {
        byte[] first = new byte[(int) Math.min(max, length())];
        for (int filled = 0; filled < first.length;) {
            int read = read(filled, first, filled, first.length - filled);
            if (read < 0) {
                throw new IOException("the spool file has become shorter");
            }
            filled += read;
        }
        return first;
    }

    /** Returns the format by the content, not by name or headers; null if it is unknown. */
    public @Nullable MediaFormat format() throws IOException {
        byte[] first = first(FirstBytes.SNIFFED_BYTES);
        return MediaFormats.of(new FirstBytes(first, first.length));
    }

    /**
     * Returns a name for the file: without a path, quotes, backslashes or control characters, with the extension of its
     * content.
     *
     * @param wanted    comes from outside; may be null
     * @param format    of the content; null if unknown
     * @param otherwise the stem where nothing is left of the name
     */
    public static String fileName(@Nullable String wanted, @Nullable MediaFormat format, String otherwise) {
        return FileName.ofDownload(wanted, format, otherwise);
    }

    /**
     * Gives the bytes up, after the read or write that is under way; it does not wait for that. Further calls do
     * nothing.
     */
    public void discard() {
        uses.close();
    }

    private void giveUp() {
        memory = NOTHING;
        if (file != null) {
            try {
                file.close();
            } catch (IOException e) {
                // it was only ours, and nobody wants its bytes
            }
            unname();
        }
    }

    private void requireWanted() throws IOException {
        if (uses.isClosed()) {
            throw new IOException(
                    "its bytes are gone: the exchange that they were made for has ended; to keep them longer, make them"
                                  + " a byte[] in its route (convertBodyTo)");
        }
    }
}
