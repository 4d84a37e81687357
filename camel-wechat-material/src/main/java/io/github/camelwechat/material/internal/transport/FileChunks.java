package io.github.camelwechat.material.internal.transport;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.util.ArrayDeque;
import java.util.Deque;

import org.jspecify.annotations.Nullable;

/**
 * A body that is read ahead by {@link FileReaders}, some buffers at a time, so that an I/O thread never waits for a
 * file. The lock is held for moments only, never during a read. Thread-safe.
 */
final class FileChunks implements BodyChunks {

    /** The most buffers that are read ahead: 256 KB, as much as most pictures have. */
    private static final int BUFFERS_AHEAD = 4;

    private final BodyReader reader;
    private final DirectBuffers buffers;
    private final FileReaders readers;
    private final Deque<ByteBuffer> filled = new ArrayDeque<>();
    private boolean reading;
    private boolean ended;
    private boolean released;
    private @Nullable IOException failure;
    private @Nullable Runnable onReady;

    FileChunks(RequestBody body, DirectBuffers buffers, FileReaders readers) {
        this.reader = new BodyReader(body, buffers, readers::startNextRead);
        this.buffers = buffers;
        this.readers = readers;
    }

    @Override
    public void begin() throws IOException {
        readers.requireResponsive();
        synchronized (this) {
            readOn();
        }
    }

    @Override
    public synchronized void onReady(Runnable ready) {
        onReady = ready;
    }

    @Override
    public synchronized boolean isReady() {
        return !filled.isEmpty() || failure != null || released;
    }

    @Override
    public synchronized @Nullable ByteBuffer next(long most) throws IOException {
        ByteBuffer next = filled.poll();
        if (next == null && failure != null) {
            throw failure;
        }
        readOn();
        return next;
    }

    private void readOn() {
        if (!reading && !ended && !released && filled.size() <= BUFFERS_AHEAD / 2) {
            reading = true;
            readers.execute(this::readAhead);
        }
    }

    private void readAhead() {
        boolean more = true;
        while (more) {
            ByteBuffer chunk = null;
            IOException failed = null;
            try {
                chunk = reader.read(DirectBuffers.SIZE);
            } catch (IOException e) {
                failed = e;
            } catch (RuntimeException | Error e) {
                failed = new IOException("The body could not be read: " + e, e);
            }
            Runnable tell;
            synchronized (this) {
                boolean wasReady = isReady();
                more = add(chunk, failed);
                reading = more;
                tell = wasReady ? null : onReady;
            }
            if (tell != null) {
                tell.run();
            }
        }
    }

    /** Returns whether to read on. */
    private boolean add(@Nullable ByteBuffer chunk, @Nullable IOException failed) {
        if (chunk == null) {
            failure = failed;
            ended = true;
            return false;
        }
        if (released) {
            buffers.giveBack(chunk);
            return false;
        }
        filled.add(chunk);
        ended = reader.unread() == 0;
        return !ended && filled.size() < BUFFERS_AHEAD;
    }

    @Override
    public synchronized void release() {
        released = true;
        filled.forEach(buffers::giveBack);
        filled.clear();
    }
}
