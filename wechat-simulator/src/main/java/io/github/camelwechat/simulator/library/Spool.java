package io.github.camelwechat.simulator.library;

import java.io.ByteArrayOutputStream;
import java.io.Closeable;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.function.Function;

import io.github.camelwechat.simulator.format.FileBytes;
import org.jspecify.annotations.Nullable;

/**
 * Takes the bytes of one upload as they come: the first few into memory, more into a file. Beyond {@link #CAP} they are
 * only counted. Not thread-safe. Internal: not API.
 */
public final class Spool implements Closeable {

    /** 20 MB: nothing larger is ever stored. */
    public static final long CAP = 20L * 1024 * 1024;

    private static final String PREFIX = "upload";
    private static final String SUFFIX = ".tmp";
    private static final int IN_MEMORY = 16 * 1024;

    private final Path folder;
    private final MessageDigest digest = sha256Digest();
    private ByteArrayOutputStream memory = new ByteArrayOutputStream();
    private @Nullable SpoolFile file;
    private long size;
    private @Nullable String sha256;
    private boolean kept;

    Spool(Path folder) {
        this.folder = folder;
    }

    /** {@return whether a file of that name may be the file of a spool} */
    static boolean isName(String name) {
        return name.startsWith(PREFIX) && name.endsWith(SUFFIX);
    }

    /**
     * Takes the next bytes.
     *
     * @param  bytes       are copied
     * @param  offset      of the first of them
     * @param  length      how many
     * @throws IOException if the file cannot be written
     */
    public void write(byte[] bytes, int offset, int length) throws IOException {
        digest.update(bytes, offset, length);
        size += length;
        if (size > CAP) {
            return;
        }
        if (file == null && memory.size() + length > IN_MEMORY) {
            file = SpoolFile.in(folder);
            memory.writeTo(file.out());
            memory = new ByteArrayOutputStream(0);
        }
        if (file == null) {
            memory.write(bytes, offset, length);
        } else {
            file.out().write(bytes, offset, length);
        }
    }

    /** {@return how many bytes came, those beyond the cap included} */
    public long size() {
        return size;
    }

    /**
     * {@return what a reader of all bytes finds}
     *
     * @param  <T>         the finding
     * @param  reader      of all bytes
     * @throws IOException if the file cannot be read
     */
    public <T> T read(Function<FileBytes, T> reader) throws IOException {
        if (file == null) {
            return reader.apply(FileBytes.of(memory.toByteArray()));
        }
        file.out().flush();
        try (FileChannel channel = FileChannel.open(file.path())) {
            return reader.apply(FileBytes.of(channel));
        } catch (UncheckedIOException e) {
            throw e.getCause();
        }
    }

    /** {@return the SHA-256 of all bytes, in hex; nothing can be written afterwards} */
    public String sha256() {
        if (sha256 == null) {
            sha256 = HexFormat.of().formatHex(digest.digest());
        }
        return sha256;
    }

    /** Keeps the bytes beyond {@link #close}, where they are. */
    Content keep() throws IOException {
        kept = true;
        if (file == null) {
            return new Content.InMemory(memory.toByteArray());
        }
        file.out().close();
        return new Content.InFile(file.path());
    }

    @Override
    public void close() throws IOException {
        if (file != null) {
            file.out().close();
            if (!kept) {
                Files.deleteIfExists(file.path());
            }
        }
    }

    private record SpoolFile(Path path, OutputStream out) {

        static SpoolFile in(Path folder) throws IOException {
            Path path = Files.createTempFile(folder, PREFIX, SUFFIX);
            return new SpoolFile(path, Files.newOutputStream(path));
        }
    }

    private static MessageDigest sha256Digest() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java has SHA-256", e);
        }
    }
}
