package io.github.camelwechat.simulator.library;

import java.io.Closeable;
import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.DirectoryIteratorException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.OpenOption;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

import org.jspecify.annotations.Nullable;

/**
 * A folder that belongs to this simulator until it is closed: a file in it is locked. The system ends the lock of a
 * process that is killed; that the file is there says nothing.
 */
final class ClaimedFolder implements Closeable {

    private static final String PREFIX = "wechat-simulator";
    private static final String LOCK = ".lock";
    /** Another name, so that no folder of a user's is ever taken for a temporary one. */
    private static final String TEMPORARY_LOCK = "temporary.lock";

    /**
     * The folders of this process, by their real paths, guarded by the class. POSIX ends a lock when its process closes
     * any channel of the file, so the files of these must not be opened again.
     */
    private static final Set<Path> OURS = new HashSet<>();

    private final Path path;
    private final Path realPath;
    private final FileChannel channel;
    private final boolean temporary;

    private ClaimedFolder(Path path, FileChannel channel, boolean temporary) throws IOException {
        this.path = path;
        this.realPath = path.toRealPath();
        this.channel = channel;
        this.temporary = temporary;
        OURS.add(realPath);
    }

    /** Claims a folder of the user's, which is made if it is not there and stays on {@link #close}. */
    static ClaimedFolder of(Path folder) throws IOException {
        synchronized (ClaimedFolder.class) {
            // a link to a folder is a folder, but not for createDirectories
            if (!Files.isDirectory(folder)) {
                Files.createDirectories(folder);
            }
            FileChannel channel = OURS.contains(folder.toRealPath())
                    ? null
                    : lock(folder.resolve(LOCK), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
            if (channel == null) {
                throw new FolderInUseException(folder);
            }
            return new ClaimedFolder(folder, channel, false);
        }
    }

    /** Makes a folder that goes on {@link #close}, after those that killed simulators have left. */
    static ClaimedFolder temporary() throws IOException {
        synchronized (ClaimedFolder.class) {
            Path folder = Files.createTempDirectory(PREFIX);
            sweep(folder.resolveSibling(""));
            Path unfinished = folder.resolve(LOCK);
            FileChannel channel = lock(unfinished, StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE);
            if (channel == null) {
                throw new FolderInUseException(folder);
            }
            // it gets the name by which others sweep when it is locked, so that they never find it free
            Files.move(unfinished, folder.resolve(TEMPORARY_LOCK));
            return new ClaimedFolder(folder, channel, true);
        }
    }

    Path path() {
        return path;
    }

    @Override
    public void close() throws IOException {
        synchronized (ClaimedFolder.class) {
            if (OURS.remove(realPath)) {
                channel.close();
                if (temporary) {
                    delete(path);
                }
            }
        }
    }

    /** Deletes what can be deleted: a start does not fail because of the remains of another. */
    private static void sweep(Path parent) {
        try (DirectoryStream<Path> folders = Files.newDirectoryStream(parent, PREFIX + "*")) {
            for (Path folder : folders) {
                if (Files.isDirectory(folder, LinkOption.NOFOLLOW_LINKS) && !OURS.contains(folder.toRealPath())) {
                    deleteIfFree(folder);
                }
            }
        } catch (IOException | DirectoryIteratorException e) {
            // the next start tries again
        }
    }

    private static void deleteIfFree(Path folder) {
        Path lock = folder.resolve(TEMPORARY_LOCK);
        if (!Files.isRegularFile(lock, LinkOption.NOFOLLOW_LINKS)) {
            return;
        }
        try (FileChannel channel = lock(lock, StandardOpenOption.WRITE, LinkOption.NOFOLLOW_LINKS)) {
            if (channel != null) {
                delete(folder);
            }
        } catch (IOException e) {
            // another user's, or somebody else deletes it just now
        }
    }

    /** Deletes a temporary folder, unless there is something in it that no simulator put there. */
    private static void delete(Path folder) throws IOException {
        List<Path> spools = new ArrayList<>();
        try (DirectoryStream<Path> files = Files.newDirectoryStream(folder)) {
            for (Path file : files) {
                String name = file.getFileName().toString();
                if (Spool.isName(name)) {
                    spools.add(file);
                } else if (!name.equals(TEMPORARY_LOCK)) {
                    return;
                }
            }
        }
        for (Path spool : spools) {
            Files.deleteIfExists(spool);
        }
        Files.deleteIfExists(folder.resolve(TEMPORARY_LOCK));
        Files.deleteIfExists(folder);
    }

    /** {@return the locked file; null if somebody else has locked it} */
    private static @Nullable FileChannel lock(Path file, OpenOption... options) throws IOException {
        FileChannel channel = FileChannel.open(file, options);
        FileLock lock = null;
        try {
            lock = channel.tryLock();
        } catch (OverlappingFileLockException e) {
            // by this process, but not by this class: there is more than one class loader
        } finally {
            if (lock == null) {
                channel.close();
            }
        }
        return lock == null ? null : channel;
    }
}
