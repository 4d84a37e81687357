package io.github.camelwechat.material.internal.media;

import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.channels.ReadableByteChannel;
import java.util.concurrent.Executor;

import io.github.camelwechat.material.error.InvalidMaterialException.Reason;
import io.github.camelwechat.material.error.WechatMaterialException;
import org.apache.camel.StreamCache;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Maker of a {@link Media} from a message's body, in the thread of the caller, with blocking I/O: nothing is copied but
 * a stream, and nothing passes that WeChat is known to refuse.
 * <p>
 * Thread-safe.
 */
public final class MediaPreparer {

    /** Limit for the streams that stay in memory: 128 KB. */
    public static final int DEFAULT_THRESHOLD = 128 << 10;

    private static final Logger LOG = LoggerFactory.getLogger(MediaPreparer.class);
    private static final int CHUNK_BYTES = 32 << 10;

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
        Body body = request.body() instanceof Body.Wrapped wrapped ? wrapped.content() : request.body();
        String wanted = FileName.clean(request.fileName());
        if (wanted == null && body instanceof Body.LocalFile file) {
            wanted = FileName.clean(file.name());
        }
        MaterialErrors errors = new MaterialErrors(wanted);
        Inspection inspection = new Inspection(request.rule(), request.otherwise(), request.validate(), errors);
        Content content = content(body, inspection, errors);
        String name = wanted;
        return orRelease(content::release, errors, () -> {
            inspection.inspectStructure(content, true);
            inspection.checkSize(content.length(), true);
            checkPromise(request, content.length(), errors);
            inspection.checkPlayTime(content);
            return new PreparedMedia(
                    FileName.toSend(name, inspection.rule(), inspection.format(), request.validate()), inspection.format(),
                    inspection.rule(), content, releaser);
        });
    }

    private interface Step<T> {
        T run() throws IOException;
    }

    /** Runs a step with bytes that are held, and gives them up where it fails. */
    private static <T> T orRelease(Runnable release, MaterialErrors errors, Step<T> step) {
        try {
            return step.run();
        } catch (IOException e) {
            release.run();
            throw errors.unreadable(e);
        } catch (RuntimeException | Error e) {
            release.run();
            throw e;
        }
    }

    private Content content(Body body, Inspection inspection, MaterialErrors errors) {
        if (body instanceof Body.LocalFile file) {
            return inspected(FileContent.open(file.path(), errors), inspection, errors);
        } else if (body instanceof Body.InMemory memory) {
            return inspected(new BufferContent(memory.bytes()), inspection, errors);
        } else if (body instanceof Body.Cached cached) {
            StreamCache cache = cached.cache();
            rewind(cache, errors);
            // a length of 0 may mean that it is not known
            return cache instanceof InputStream && cache.length() > 0
                    ? inspected(new CacheContent(cache, cache.length()), inspection, errors)
                    : spooled(cache, inspection, errors);
        } else if (body instanceof Body.Downloaded downloaded) {
            return inspected(new DownloadContent(downloaded.download()), inspection, errors);
        } else if (body instanceof Body.Streamed streamed) {
            return spooled(streamed.stream(), inspection, errors);
        }
        throw errors.noMedia(body);
    }

    private static void rewind(StreamCache cache, MaterialErrors errors) {
        try {
            cache.reset();
        } catch (RuntimeException e) {
            throw errors.because(Reason.UNREADABLE, "its stream cache cannot be read again (" + VisibleText.of(e)
                                                    + "). Has the exchange that it was made for ended?",
                    e);
        }
    }

    private static Content inspected(Content content, Inspection inspection, MaterialErrors errors) {
        return orRelease(content::release, errors, () -> {
            ByteBuffer first = ByteBuffer.allocate((int) Math.min(FirstBytes.SNIFFED_BYTES, content.length()));
            ReadableByteChannel channel = content.open();
            while (first.hasRemaining() && channel.read(first) >= 0) {
                // on to the next part
            }
            inspection.inspectHead(new FirstBytes(first.array(), first.position()));
            return content;
        });
    }

    private Content spooled(InputStream body, Inspection inspection, MaterialErrors errors) {
        return spooled(spool -> {
            try (InputStream in = body) {
                byte[] chunk = new byte[CHUNK_BYTES];
                int room;
                while ((room = spool.room(chunk.length)) > 0) {
                    int count = filled(chunk, room, in);
                    spool.write(chunk, 0, count);
                    if (count < room) {
                        return;
                    }
                }
            }
        }, inspection, errors);
    }

    /** Reads as {@link InputStream#readNBytes} does, which never ends where the stream gives no bytes and no end. */
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

    private Content spooled(StreamCache cache, Inspection inspection, MaterialErrors errors) {
        return spooled(spool -> {
            try {
                cache.writeTo(new EmptyReads().on(spool));
            } finally {
                cache.reset();
            }
        }, inspection, errors);
    }

    private interface Source {
        void fill(Spool spool) throws IOException;
    }

    private Content spooled(Source source, Inspection inspection, MaterialErrors errors) {
        Spool spool = new Spool(folder, threshold, inspection, errors);
        return orRelease(spool::abandon, errors, () -> {
            source.fill(spool);
            return spool.finish();
        });
    }

    private static void checkPromise(MediaRequest request, long length, MaterialErrors errors) {
        long promised = request.promisedLength();
        boolean binding = request.promiseBinding();
        if (request.body() instanceof Body.Wrapped wrapped && wrapped.length() >= 0) {
            promised = wrapped.length();
            binding = true;
        }
        if (promised < 0 || promised == length) {
            return;
        }
        if (binding) {
            throw errors.otherLength(promised, length);
        }
        // no warning: mostly the header is of another body, of the zip that this one was in, or of the file before a step
        // of the route changed it
        LOG.debug("{}: sending {}; the header that says {} is taken to be of another body", errors.subject(),
                Bytes.measured(length), Bytes.measured(promised));
    }
}
