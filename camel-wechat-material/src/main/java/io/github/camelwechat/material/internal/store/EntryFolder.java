package io.github.camelwechat.material.internal.store;

import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.channels.ClosedByInterruptException;
import java.nio.channels.FileChannel;
import java.nio.file.DirectoryIteratorException;
import java.nio.file.DirectoryStream;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.BasicFileAttributes;
import java.nio.file.attribute.PosixFilePermission;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import static io.github.camelwechat.material.internal.store.ChangeSteps.Step.BEGUN;
import static io.github.camelwechat.material.internal.store.ChangeSteps.Step.DONE;
import static io.github.camelwechat.material.internal.store.ChangeSteps.Step.FORCED;
import static io.github.camelwechat.material.internal.store.ChangeSteps.Step.HALF_WRITTEN;
import static io.github.camelwechat.material.internal.store.ChangeSteps.Step.RENAMED;
import static io.github.camelwechat.material.internal.store.ChangeSteps.Step.WRITTEN;

/**
 * Folder with one file per entry, for one store at a time. A new value is written beside the old one, forced to the
 * disk, and takes its place at once; then the folder is forced to the disk too.
 */
final class EntryFolder implements Backing {

    private static final Logger LOG = LoggerFactory.getLogger(EntryFolder.class);
    /** No entry's file has a dot in its name. */
    private static final String TEMPORARY = ".tmp";

    private final Path folder;
    private final FolderLock lock;
    private final ChangeSteps steps;

    private EntryFolder(Path folder, FolderLock lock, ChangeSteps steps) {
        this.folder = folder;
        this.lock = lock;
        this.steps = steps;
    }

    /**
     * Locks a folder, which is created if only the last part of its path is missing. A link that leads to it is
     * followed once, here.
     *
     * @throws IllegalStateException if it is in use, or others may use it
     */
    static EntryFolder open(Path path, ChangeSteps steps) throws IOException {
        Path named = path.toAbsolutePath();
        create(named);
        Path folder = named.toRealPath();
        return new EntryFolder(folder, FolderLock.acquire(folder), steps);
    }

    private static void create(Path folder) throws IOException {
        Path parent = folder.getParent();
        if (parent != null && !Files.isDirectory(parent)) {
            throw new IllegalStateException(
                    "There is no folder " + parent + ". Create it, or name another one: only the last folder of the path is"
                                            + " created here.");
        }
        try {
            Files.createDirectory(folder, OwnerOnly.folder(folder));
            if (parent != null) {
                force(parent);
            }
            LOG.info("Created the folder {} for a store", folder);
        } catch (FileAlreadyExistsException e) {
            if (!Files.isDirectory(folder)) {
                throw new IllegalStateException(folder + " is not a folder", e);
            }
        }
        if (OwnerOnly.isKnownTo(folder)) {
            Set<PosixFilePermission> permissions = Files.getPosixFilePermissions(folder);
            if (!OwnerOnly.isIn(permissions)) {
                throw new IllegalStateException(
                        "The folder " + folder + " is not for its owner only (" + PosixFilePermissions.toString(permissions)
                                                + "), and a store holds secrets. Name a folder in it that is not there yet; or"
                                                + " run chmod 700 on it, if nothing else uses it.");
            }
        }
    }

    @Override
    public Map<String, String> values() throws IOException {
        Map<String, String> values = new HashMap<>();
        try (DirectoryStream<Path> files = Files.newDirectoryStream(folder)) {
            for (Path file : files) {
                String name = file.getFileName().toString();
                if (name.endsWith(TEMPORARY) && StoreKey.isFileName(name)) {
                    // a process was killed while it wrote it, before it told anybody
                    Files.deleteIfExists(file);
                } else if (StoreKey.isFileName(name)) {
                    String key = StoreKey.ofFileName(name);
                    if (key == null) {
                        throw new IllegalStateException(
                                "The file " + file + " has a name that no store gives. Restore the name, or remove the file.");
                    }
                    values.put(key, read(key, file));
                }
            }
        } catch (DirectoryIteratorException e) {
            throw e.getCause();
        }
        return values;
    }

    private static String read(String key, Path file) {
        byte[] bytes;
        try (InputStream in = opened(file)) {
            bytes = in.readNBytes(StoredText.MAX_FILE_BYTES + 1);
        } catch (IOException e) {
            throw new IllegalStateException("The file " + file + " cannot be read (" + e + ").", e);
        }
        try {
            return StoredText.decode(key, bytes);
        } catch (IOException e) {
            throw new IllegalStateException("The file " + file + " " + e.getMessage() + ".", e);
        }
    }

    private static InputStream opened(Path file) throws IOException {
        if (!Files.readAttributes(file, BasicFileAttributes.class).isRegularFile()) {
            // a pipe would keep this thread waiting
            throw new FileSystemException(file.toString(), null, "not a regular file");
        }
        return Files.newInputStream(file);
    }

    @Override
    public void write(String key, String value) throws IOException {
        byte[] bytes = StoredText.encode(key, value);
        uninterrupted(() -> write(key, bytes));
    }

    private void write(String key, byte[] bytes) throws IOException {
        begin(key);
        Path file = fileOf(key);
        Path temporary = file.resolveSibling(file.getFileName() + TEMPORARY);
        boolean renamed = false;
        try {
            writeNew(key, temporary, bytes);
            Files.move(temporary, file, StandardCopyOption.ATOMIC_MOVE);
            renamed = true;
        } finally {
            if (!renamed) {
                deleteLeftover(temporary);
            }
        }
        finish(key);
    }

    private void writeNew(String key, Path file, byte[] bytes) throws IOException {
        // a leftover may be a link, or be open to others
        Files.deleteIfExists(file);
        try (FileChannel channel = FileChannel.open(
                file, EnumSet.of(StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE), OwnerOnly.file(file))) {
            write(channel, ByteBuffer.wrap(bytes, 0, bytes.length / 2));
            steps.reached(HALF_WRITTEN, key);
            write(channel, ByteBuffer.wrap(bytes, bytes.length / 2, bytes.length - bytes.length / 2));
            steps.reached(WRITTEN, key);
            channel.force(true);
            steps.reached(FORCED, key);
        }
    }

    private static void write(FileChannel channel, ByteBuffer bytes) throws IOException {
        while (bytes.hasRemaining()) {
            channel.write(bytes);
        }
    }

    private static void deleteLeftover(Path file) {
        try {
            Files.deleteIfExists(file);
        } catch (IOException e) {
            LOG.debug("The temporary file {} stays until the next start: {}", file, e.toString());
        }
    }

    @Override
    public void delete(String key) throws IOException {
        uninterrupted(() -> {
            begin(key);
            Files.deleteIfExists(fileOf(key));
            finish(key);
        });
    }

    private void begin(String key) throws IOException {
        if (!lock.isHeld()) {
            throw new IOException("another process has taken the folder, or it was emptied or moved. Restart this one");
        }
        steps.reached(BEGUN, key);
    }

    private void finish(String key) throws IOException {
        steps.reached(RENAMED, key);
        force(folder);
        steps.reached(DONE, key);
    }

    private Path fileOf(String key) {
        return folder.resolve(StoreKey.toFileName(key));
    }

    private static void force(Path folder) throws IOException {
        // Windows opens no folder, and has renamed for good
        if (OwnerOnly.isKnownTo(folder)) {
            try (FileChannel channel = FileChannel.open(folder, StandardOpenOption.READ)) {
                channel.force(true);
            }
        }
    }

    /** Does it again from the start where an interrupt has closed the file. */
    private static void uninterrupted(Task task) throws IOException {
        boolean interrupted = Thread.interrupted();
        try {
            while (true) {
                try {
                    task.run();
                    return;
                } catch (ClosedByInterruptException e) {
                    interrupted = true;
                    Thread.interrupted();
                }
            }
        } finally {
            if (interrupted) {
                Thread.currentThread().interrupt();
            }
        }
    }

    @FunctionalInterface
    private interface Task {
        void run() throws IOException;
    }

    @Override
    public void close() {
        lock.close();
    }

    @Override
    public String toString() {
        return "file:" + folder;
    }
}
