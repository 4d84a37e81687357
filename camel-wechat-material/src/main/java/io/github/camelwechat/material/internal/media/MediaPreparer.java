package io.github.camelwechat.material.internal.media;

import java.io.File;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.channels.ReadableByteChannel;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.concurrent.Executor;

import io.github.camelwechat.material.error.InvalidMaterialException.Reason;
import io.github.camelwechat.material.error.WechatMaterialException;
import org.apache.camel.StreamCache;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Makes a {@link Media} of a message's body, in the thread of the caller, with blocking I/O: nothing is copied but a
 * stream, and nothing passes that WeChat is known to refuse.
 * <p>
 * Thread-safe.
 */
public final class MediaPreparer {

    /** Streams of up to so many bytes stay in memory: 128 KB. */
    public static final int DEFAULT_THRESHOLD = 128 << 10;

    private static final Logger LOG = LoggerFactory.getLogger(MediaPreparer.class);
    private static final int CHUNK = 32 << 10;

    private final SpoolFolder folder;
    private final int threshold;
    private final Executor releaser;

    /**
     * @param folder   where streams are spooled; not closed by this
     * @param releaser on which files are closed, which may wait for a file system
     */
    public MediaPreparer(SpoolFolder folder, Executor releaser) {
        this(folder, DEFAULT_THRESHOLD, releaser);
    }

    /**
     * @param folder    where streams are spooled; not closed by this
     * @param threshold the most bytes of a stream that are kept in memory, 0 or more; the first 8 KB always are
     * @param releaser  on which files are closed, which may wait for a file system
     */
    MediaPreparer(SpoolFolder folder, int threshold, Executor releaser) {
        this.folder = folder;
        this.threshold = threshold;
        this.releaser = releaser;
    }

    /**
     * Checks a body and makes it ready to be sent.
     *
     * @param  request                                                       what to send, as what
     * @return                                                               to be closed by the caller
     * @throws io.github.camelwechat.material.error.InvalidMaterialException if the body is refused; the text says why
     *                                                                       and what helps
     * @throws WechatMaterialException                                       if it cannot be read or spooled
     */
    public Media prepare(MediaRequest request) {
        Body body = Body.of(request);
        Refusal refusal = new Refusal(body.name());
        Inspection inspection = new Inspection(request.type(), request.validate(), refusal);
        Content content = content(body.object(), inspection, refusal);
        try {
            inspection.measure(content.length(), true);
            checkPromise(body, content.length(), refusal);
            inspection.listen(content);
            String name = FileName.toSend(body.name(), inspection.type(), inspection.format(), request.validate());
            return new PreparedMedia(name, inspection.format(), inspection.type(), content, releaser);
        } catch (IOException e) {
            content.release();
            throw unreadable(refusal, e);
        } catch (RuntimeException | Error e) {
            content.release();
            throw e;
        }
    }

    private Content content(@Nullable Object body, Inspection inspection, Refusal refusal) {
        if (body instanceof File file) {
            return inspected(file(path(file, refusal), refusal), inspection, refusal);
        } else if (body instanceof Path file) {
            return inspected(file(file, refusal), inspection, refusal);
        } else if (body instanceof byte[] bytes) {
            return inspected(new BufferContent(ByteBuffer.wrap(bytes)), inspection, refusal);
        } else if (body instanceof ByteBuffer buffer) {
            return inspected(new BufferContent(buffer), inspection, refusal);
        } else if (body instanceof StreamCache cache) {
            rewind(cache, refusal);
            // a length of 0 may mean that it is not known
            return cache instanceof InputStream && cache.length() > 0
                    ? inspected(new CacheContent(cache, cache.length()), inspection, refusal)
                    : spooled(cache, inspection, refusal);
        } else if (body instanceof InputStream in) {
            return spooled(in, inspection, refusal);
        }
        if (body instanceof CharSequence text) {
            throw refusal.because(
                    Reason.BODY, "the body is a text of " + text.length() + " characters, which is no media. Send the bytes: a"
                                 + " File, Path, InputStream or byte[]. If the text is a path or an address, read what it"
                                 + " names first, for example with pollEnrich.");
        }
        throw refusal.because(Reason.BODY, body == null
                ? "there is no body. Set it to the media: a File, Path, InputStream or byte[]."
                : "a body of " + body.getClass().getName()
                  + " cannot be uploaded. Convert it to a File, Path, InputStream or byte[].");
    }

    private static Path path(File file, Refusal refusal) {
        try {
            return file.toPath();
        } catch (InvalidPathException e) {
            // Chinese names in a container without a locale: the file cannot be opened by any means
            throw refusal.because(
                    Reason.UNREADABLE, "this name cannot be a file's here (" + e.getReason() + "). Java reads file names as "
                                       + System.getProperty("sun.jnu.encoding")
                                       + "; for others than ASCII ones start it in a UTF-8 locale (LC_ALL=C.UTF-8).",
                    e);
        }
    }

    private static void rewind(StreamCache cache, Refusal refusal) {
        try {
            cache.reset();
        } catch (RuntimeException e) {
            throw refusal.because(Reason.UNREADABLE, "its stream cache cannot be read again (" + VisibleText.of(e)
                                                     + "). Has the exchange that it was made for ended?",
                    e);
        }
    }

    /** Opens it: what is sent is the file that was checked. */
    private static Content file(Path file, Refusal refusal) {
        try {
            BasicFileAttributes attributes = Files.readAttributes(file, BasicFileAttributes.class);
            if (!attributes.isRegularFile()) {
                throw refusal.because(Reason.BODY, attributes.isDirectory()
                        ? "this is a folder. Send the files in it one by one."
                        : "this is not a regular file.");
            }
            return opened(file);
        } catch (NoSuchFileException e) {
            throw refusal.because(Reason.UNREADABLE,
                    "there is no such file. Has another route moved or deleted it, or the consumer,"
                                                     + " whose exchange ended first? After a wireTap that happens: upload"
                                                     + " in the route itself, or make the body a byte[] (convertBodyTo)"
                                                     + " before the wireTap.",
                    e);
        } catch (FileSystemException e) {
            throw refusal.because(Reason.UNREADABLE,
                    "the file cannot be read (" + VisibleText.of(e) + "). Check its permissions.", e);
        } catch (IOException e) {
            throw unreadable(refusal, e);
        }
    }

    private static Content opened(Path file) throws IOException {
        FileChannel channel = FileChannel.open(file);
        try {
            return new FileContent(channel, channel.size(), null);
        } catch (IOException | RuntimeException | Error e) {
            channel.close();
            throw e;
        }
    }

    private static Content inspected(Content content, Inspection inspection, Refusal refusal) {
        ByteBuffer first = ByteBuffer.allocate((int) Math.min(Head.SIZE, content.length()));
        try {
            ReadableByteChannel channel = content.open();
            while (first.hasRemaining() && channel.read(first) >= 0) {
                // on to the next part
            }
            inspection.look(new Head(first.array(), first.position()));
            return content;
        } catch (IOException e) {
            content.release();
            throw unreadable(refusal, e);
        } catch (RuntimeException | Error e) {
            content.release();
            throw e;
        }
    }

    private Content spooled(InputStream body, Inspection inspection, Refusal refusal) {
        return spooled(spool -> {
            try (InputStream in = body) {
                byte[] chunk = new byte[CHUNK];
                int room;
                while ((room = spool.room(chunk.length)) > 0) {
                    int count = filled(chunk, room, in);
                    spool.write(chunk, 0, count);
                    if (count < room) {
                        return;
                    }
                }
            }
        }, inspection, refusal);
    }

    /** As {@link InputStream#readNBytes}, which never ends where the stream gives no bytes and no end. */
    private static int filled(byte[] chunk, int room, InputStream in) throws IOException {
        EmptyReads empty = new EmptyReads();
        int filled = 0;
        while (filled < room) {
            int count = in.read(chunk, filled, room - filled);
            empty.note(count);
            if (count < 0) {
                break;
            }
            filled += count;
        }
        return filled;
    }

    private Content spooled(StreamCache cache, Inspection inspection, Refusal refusal) {
        return spooled(spool -> {
            try {
                cache.writeTo(new EmptyReads().on(spool));
            } finally {
                cache.reset();
            }
        }, inspection, refusal);
    }

    private interface Source {
        void fill(Spool spool) throws IOException;
    }

    private Content spooled(Source source, Inspection inspection, Refusal refusal) {
        Spool spool = new Spool(folder, threshold, inspection, refusal);
        try {
            source.fill(spool);
            return spool.finish();
        } catch (IOException e) {
            spool.abandon();
            throw unreadable(refusal, e);
        } catch (RuntimeException | Error e) {
            spool.abandon();
            throw e;
        }
    }

    private static WechatMaterialException unreadable(Refusal refusal, IOException e) {
        return new WechatMaterialException(refusal.subject() + ": reading the body failed (" + VisibleText.of(e) + ").", e);
    }

    private static void checkPromise(Body body, long length, Refusal refusal) {
        if (body.promised() < 0 || body.promised() == length) {
            return;
        }
        if (body.binding()) {
            throw refusal.otherLength(body.promised(), length);
        }
        // no warning: mostly the header is of another body, of the zip that this one was in, or of the file before a step
        // of the route changed it
        LOG.debug("{}: sending {}; the header that says {} is taken to be of another body", refusal.subject(),
                Bytes.measured(length), Bytes.measured(body.promised()));
    }
}
