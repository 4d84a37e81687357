package io.github.camelwechat.material.internal.media;

import java.io.IOException;
import java.nio.channels.ReadableByteChannel;

import org.jspecify.annotations.Nullable;

/**
 * Media of one message, ready to be uploaded: checked, with a name, an exact length and bytes that can be read more
 * than once. It must be closed on every path.
 * <p>
 * Thread-safe: it may be read by an I/O thread and closed by another one.
 */
public interface Media extends AutoCloseable {

    /**
     * Returns the name to send: no path, quotes, backslashes or control characters; at most 255 bytes of UTF-8; always
     * with an extension that the rule takes.
     */
    String fileName();

    /** {@return the format read off the first bytes; null if it is unknown, which only an unchecked upload may be} */
    @Nullable
    MediaFormat format();

    /** {@return the media type of the bytes; {@code application/octet-stream} if the format is unknown} */
    String contentType();

    /** {@return the rule that it was checked by; {@code auto} is resolved} */
    UploadRule rule();

    /** {@return the exact number of bytes when the media was prepared, 1 or more} */
    long length();

    /**
     * Returns whether a read only copies memory. Otherwise opening and reading may wait for a file system, for ever if
     * it hangs: never on a thread that others need.
     */
    boolean isInMemory();

    /**
     * Opens the bytes from the start. Any number of times, but one after the other: the channel handed out before is
     * closed by this. No file is opened: a file is read that was opened for the check. The channel yields what is there
     * now: a file that has changed since then yields more or fewer bytes than {@link #length()}, and it is for the
     * reader to notice.
     *
     * @return             a blocking channel, made for large direct buffers, safe for one reading thread and any number
     *                     of closing ones
     * @throws IOException if the bytes are gone, or the media is closed
     *                     ({@link java.nio.channels.ClosedChannelException})
     */
    ReadableByteChannel open() throws IOException;

    /**
     * Takes the bytes back: after it has returned, no channel that {@link #open()} handed out begins to read (a later
     * read throws {@link java.nio.channels.ClosedChannelException}). A file is then closed, a spooled copy deleted and
     * a stream cache reset, not closed: at once where the body {@linkplain #isInMemory() is in memory}, else on another
     * thread, after the read that is under way. It never waits for a file system; further calls do nothing.
     */
    @Override
    void close();
}
