package io.github.camelwechat.material.internal.media;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.UserPrincipal;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Removes the spool folders of dead processes. A folder whose lock is held, or of another owner, stays. No failure here
 * stops an upload.
 */
final class SpoolFolderCleaner {

    private static final Logger LOG = LoggerFactory.getLogger(SpoolFolderCleaner.class);

    private SpoolFolderCleaner() {
    }

    /**
     * Deletes the left-over folders.
     *
     * @param parent where the folders lie
     * @param own    a folder of this process; it is left alone, as are all others of this process
     */
    static void deleteLeftovers(Path parent, Path own) {
        String ownPrefix = LockedFolder.prefixOfThisProcess();
        try (DirectoryStream<Path> folders = Files.newDirectoryStream(parent, LockedFolder.PREFIX + "*")) {
            UserPrincipal user = Files.getOwner(own);
            for (Path folder : folders) {
                if (!folder.getFileName().toString().startsWith(ownPrefix)
                        && Files.isDirectory(folder, LinkOption.NOFOLLOW_LINKS)) {
                    deleteLeftover(folder, user);
                }
            }
        } catch (IOException | RuntimeException e) {
            LOG.debug("Spool folders below {} are not looked for: {}", parent, e.toString());
        }
    }

    private static void deleteLeftover(Path folder, UserPrincipal user) {
        try {
            if (!Files.getOwner(folder, LinkOption.NOFOLLOW_LINKS).equals(user)) {
                return;
            }
            if (clearUnlocked(folder)) {
                Files.delete(folder);
                LOG.info("Deleted the spool folder {}, which a process had left behind", folder);
            }
        } catch (IOException | OverlappingFileLockException e) {
            LOG.debug("The spool folder {} is left alone: {}", folder, e.toString());
        }
    }

    /** Returns whether the folder is empty now: it is not while its process holds the lock. */
    private static boolean clearUnlocked(Path folder) throws IOException {
        try (FileChannel channel = FileChannel.open(folder.resolve(LockedFolder.LOCK_FILE), StandardOpenOption.WRITE,
                LinkOption.NOFOLLOW_LINKS);
             FileLock lock = channel.tryLock()) {
            if (lock == null) {
                return false;
            }
            clear(folder);
            return true;
        } catch (NoSuchFileException e) {
            // not locked yet, or not any more; only an empty folder can be deleted, and its process makes another
            return true;
        }
    }

    /** Deletes the files of a folder, the lock file last: as long as it is there, the rest is known to be ours. */
    static void clear(Path folder) throws IOException {
        try (DirectoryStream<Path> files = Files.newDirectoryStream(folder)) {
            for (Path file : files) {
                if (!file.endsWith(LockedFolder.LOCK_FILE)) {
                    Files.deleteIfExists(file);
                }
            }
        } catch (NoSuchFileException e) {
            // the whole folder is gone already
        }
        Files.deleteIfExists(folder.resolve(LockedFolder.LOCK_FILE));
    }
}
