package io.github.camelwechat.material.internal.media;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermission;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.EnumSet;
import java.util.Set;

import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Spool folder under a file lock, which shows that its process lives. Its name carries the process too: a process must
 * not even open the lock file of a folder of its own again, because on POSIX closing any channel to a file gives up the
 * process's lock on it.
 */
record LockedFolder(Path path, FileChannel lockChannel) implements AutoCloseable {

    static final String PREFIX = "camel-wechat-material-";
    static final String LOCK_FILE = "lock";

    private static final Logger LOG = LoggerFactory.getLogger(LockedFolder.class);
    private static final int MAX_ATTEMPTS = 20;

    /**
     * Creates a folder. The cleaner of another process may delete it before it is locked; then the next one is tried.
     */
    static LockedFolder create(Path parent) throws IOException {
        for (int attempt = 1; attempt <= MAX_ATTEMPTS; attempt++) {
            // for the owner only where the file system knows such a thing, as is what createTempFile makes
            Path folder = Files.createTempDirectory(parent, prefixOfThisProcess());
            FileChannel channel = hold(folder.resolve(LOCK_FILE));
            if (channel != null) {
                return new LockedFolder(folder, channel);
            }
        }
        throw new IOException("no folder below " + parent + " can be locked");
    }

    private static @Nullable FileChannel hold(Path lockFile) throws IOException {
        FileChannel channel = null;
        boolean held = false;
        try {
            channel = FileChannel.open(lockFile, EnumSet.of(StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE),
                    ownerOnly(lockFile));
            // the second question: a cleaner that was faster has deleted the file, and this is a lock on nothing
            held = channel.tryLock() != null && Files.exists(lockFile);
            return held ? channel : null;
        } catch (NoSuchFileException | OverlappingFileLockException e) {
            return null;
        } finally {
            if (channel != null && !held) {
                channel.close();
            }
        }
    }

    private static FileAttribute<?>[] ownerOnly(Path file) {
        Set<PosixFilePermission> permissions
                = EnumSet.of(PosixFilePermission.OWNER_READ, PosixFilePermission.OWNER_WRITE);
        return file.getFileSystem().supportedFileAttributeViews().contains("posix")
                ? new FileAttribute<?>[] { PosixFilePermissions.asFileAttribute(permissions) } : new FileAttribute<?>[0];
    }

    /** Returns a prefix with the start time as well: in a container every process may have the number 1. */
    static String prefixOfThisProcess() {
        ProcessHandle process = ProcessHandle.current();
        long start = process.info().startInstant().map(instant -> instant.toEpochMilli()).orElse(0L);
        return PREFIX + process.pid() + "-" + start + "-";
    }

    Path newFile() throws IOException {
        return Files.createTempFile(path, "", ".spool");
    }

    @Override
    public void close() {
        try {
            SpoolFolderCleaner.clear(path);
            lockChannel.close();
            Files.deleteIfExists(path);
        } catch (IOException e) {
            LOG.warn("The spool folder {} cannot be deleted now: {}", path, e.toString());
        }
    }
}
