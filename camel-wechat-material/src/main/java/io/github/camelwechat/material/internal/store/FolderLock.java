package io.github.camelwechat.material.internal.store;

import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.lang.management.RuntimeMXBean;
import java.nio.channels.FileChannel;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.DirectoryIteratorException;
import java.nio.file.DirectoryStream;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Instant;
import java.util.EnumSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Lock on a folder for one store of one process. A lock of the operating system keeps other processes out, and ends
 * with the process. A file with the name of the process keeps other stores of this process out, and tells others who
 * holds the folder: on POSIX a second store must not even open the lock file, because closing any channel to a file
 * gives up the process's lock on it.
 */
final class FolderLock implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(FolderLock.class);
    private static final String LOCK_FILE = "lock";
    private static final Pattern HOLDER = Pattern.compile("holder-(\\d{1,18})-(\\d{1,18})");
    private static final int MAX_ATTEMPTS = 20;
    private static final int MAX_HOST_LENGTH = 255;

    private final Path holder;
    private final FileChannel channel;

    private FolderLock(Path holder, FileChannel channel) {
        this.holder = holder;
        this.channel = channel;
    }

    /**
     * Locks a folder.
     *
     * @throws IllegalStateException if another store has it
     */
    static FolderLock acquire(Path folder) throws IOException {
        for (int attempt = 1; attempt <= MAX_ATTEMPTS; attempt++) {
            Path holder = createHolder(folder);
            FolderLock lock = null;
            try {
                lock = lock(folder, holder);
            } finally {
                if (lock == null) {
                    Files.deleteIfExists(holder);
                }
            }
            if (lock == null) {
                throw new IllegalStateException(
                        "The folder " + folder + " is in use by " + holderOf(folder) + ". Only one process can use a store in"
                                                + " files at a time: end the other one, or give each a folder of its own.");
            }
            if (lock.isHeld()) {
                lock.deleteOtherHolders();
                return lock;
            }
            // the one before us has taken ours for a leftover; it is gone itself now
            lock.close();
        }
        throw new IOException("other processes take it in turns");
    }

    private static Path createHolder(Path folder) throws IOException {
        // in a container every process may have the number 1. The operating system may not tell when ours has started, or
        // tell it of another one
        RuntimeMXBean process = ManagementFactory.getRuntimeMXBean();
        Path holder = folder.resolve("holder-" + process.getPid() + "-" + process.getStartTime());
        try {
            Files.createFile(holder, OwnerOnly.file(folder));
        } catch (FileAlreadyExistsException e) {
            throw new IllegalStateException(
                    "The folder " + folder + " is in use by this process already. Give each store a folder of its own.", e);
        }
        writeHost(holder);
        return holder;
    }

    private static void writeHost(Path holder) {
        String host = System.getenv("HOSTNAME");
        try {
            if (host != null && host.length() <= MAX_HOST_LENGTH) {
                Files.writeString(holder, host);
            }
        } catch (IOException e) {
            LOG.debug("The name of this host is not in {}: {}", holder, e.toString());
        }
    }

    private static @Nullable FolderLock lock(Path folder, Path holder) throws IOException {
        FileChannel channel = FileChannel.open(
                folder.resolve(LOCK_FILE), EnumSet.of(StandardOpenOption.CREATE, StandardOpenOption.WRITE),
                OwnerOnly.file(folder));
        boolean locked = false;
        try {
            locked = channel.tryLock() != null;
            return locked ? new FolderLock(holder, channel) : null;
        } catch (OverlappingFileLockException e) {
            return null;
        } finally {
            if (!locked) {
                channel.close();
            }
        }
    }

    /** Returns who may hold the folder, for messages: the processes that have a file there. */
    private static String holderOf(Path folder) {
        StringBuilder holders = new StringBuilder();
        try (DirectoryStream<Path> files = Files.newDirectoryStream(folder)) {
            for (Path file : files) {
                Matcher name = HOLDER.matcher(file.getFileName().toString());
                if (name.matches()) {
                    holders.append(holders.isEmpty() ? "" : " or ").append(describe(file, name));
                }
            }
        } catch (IOException | DirectoryIteratorException e) {
            LOG.debug("The holder of {} cannot be found: {}", folder, e.toString());
        }
        return holders.isEmpty() ? "another process" : holders.toString();
    }

    private static String describe(Path file, Matcher name) {
        String process
                = "process " + name.group(1) + ", started " + Instant.ofEpochMilli(Long.parseLong(name.group(2)));
        try {
            String host = Files.size(file) > MAX_HOST_LENGTH ? "" : Files.readString(file);
            return host.matches("[A-Za-z0-9._-]+") ? process + " on " + host : process;
        } catch (IOException e) {
            // it has ended meanwhile
            return process;
        }
    }

    private void deleteOtherHolders() {
        try (DirectoryStream<Path> files = Files.newDirectoryStream(holder.toAbsolutePath().getParent())) {
            for (Path file : files) {
                if (HOLDER.matcher(file.getFileName().toString()).matches() && !file.equals(holder)) {
                    Files.deleteIfExists(file);
                }
            }
        } catch (IOException | DirectoryIteratorException e) {
            LOG.debug("The files of dead processes stay beside {}: {}", holder, e.toString());
        }
    }

    /**
     * Returns whether the folder is this store's: another process can take it only if somebody deletes the lock file,
     * or closes it in this process. It deletes our name then.
     */
    boolean isHeld() {
        return channel.isOpen() && Files.exists(holder);
    }

    /**
     * Lets other processes in first, then other stores of this process: they would give up a lock that is still held.
     */
    @Override
    public void close() {
        try {
            channel.close();
            Files.deleteIfExists(holder);
        } catch (IOException e) {
            LOG.warn("{} cannot be deleted now: {}", holder, e.toString());
        }
    }
}
