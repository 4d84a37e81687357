package io.github.camelwechat.material.internal.media;

import java.io.IOException;
import java.nio.channels.ClosedByInterruptException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.concurrent.locks.ReentrantLock;

import io.github.camelwechat.material.error.NotSentException;
import io.github.camelwechat.material.error.WechatMaterialException;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Folder for spooled streams: one for this process below {@code java.io.tmpdir}, readable by its user only. It is made
 * for the first file, so a component that only sends files never touches the disk; the folders of dead processes are
 * deleted at the same time.
 * <p>
 * Thread-safe.
 */
public final class SpoolFolder implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(SpoolFolder.class);

    private final Path parent;
    private final ReentrantLock lock = new ReentrantLock();
    private @Nullable LockedFolder held;
    private volatile boolean closed;

    /** Creates one below {@code java.io.tmpdir}. */
    public SpoolFolder() {
        this(Path.of(System.getProperty("java.io.tmpdir")));
    }

    SpoolFolder(Path parent) {
        this.parent = parent;
    }

    /**
     * Makes the folder now, in a thread that may wait for the disk.
     *
     * @param  subject                 what messages speak of
     * @throws WechatMaterialException if it cannot be made
     */
    public void prepare(String subject) {
        lock.lock();
        try {
            hold();
        } catch (IOException e) {
            throw unwritable(subject, e);
        } finally {
            lock.unlock();
        }
    }

    /** Returns the reason why a body cannot be spooled; nothing of it was sent. */
    WechatMaterialException unwritable(String subject, IOException e) {
        if (closed) {
            return new NotSentException(subject + ": not sent, the component is stopped", e);
        }
        if (e instanceof ClosedByInterruptException) {
            return new NotSentException(
                    subject + ": not sent, the thread was interrupted while it wrote a temporary copy. A route that is stopped"
                                        + " by force does that.",
                    e);
        }
        return new WechatMaterialException(
                subject + ": no temporary copy can be written below " + parent + " (" + VisibleText.of(e)
                                           + "). Make room there, or set java.io.tmpdir to a folder with room.",
                e);
    }

    private LockedFolder hold() throws IOException {
        if (closed) {
            throw new IOException("the component has been stopped");
        }
        if (held == null) {
            held = LockedFolder.create(parent);
            SpoolFolderCleaner.deleteLeftovers(parent, held.path());
        }
        return held;
    }

    /** Creates an empty file that only this user can read. */
    Path newFile() throws IOException {
        lock.lock();
        try {
            LockedFolder folder = hold();
            try {
                return folder.newFile();
            } catch (NoSuchFileException e) {
                // cleaners of the temporary folder remove what has not been used for days, locks or not
                folder.close();
                LockedFolder another = LockedFolder.create(parent);
                held = another;
                return another.newFile();
            }
        } finally {
            lock.unlock();
        }
    }

    /** Deletes a spool file. One that cannot be deleted now goes with the folder. */
    static void delete(Path file) {
        try {
            Files.deleteIfExists(file);
        } catch (IOException e) {
            LOG.warn("The spool file {} cannot be deleted now: {}", file, e.toString());
        }
    }

    /** Deletes a spool file that may be open, and returns whether its name is gone. */
    static boolean tryDelete(Path file) {
        try {
            Files.deleteIfExists(file);
            return true;
        } catch (IOException e) {
            return false;
        }
    }

    /** Deletes the folder with whatever is still in it; nothing can be spooled any more. */
    @Override
    public void close() {
        lock.lock();
        try {
            closed = true;
            if (held != null) {
                held.close();
                held = null;
            }
        } finally {
            lock.unlock();
        }
    }
}
