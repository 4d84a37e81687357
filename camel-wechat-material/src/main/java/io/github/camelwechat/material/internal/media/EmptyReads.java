package io.github.camelwechat.material.internal.media;

import java.io.FilterOutputStream;
import java.io.IOException;
import java.io.InterruptedIOException;
import java.io.OutputStream;
import java.util.concurrent.locks.LockSupport;

/**
 * Counter of the reads of a stream that gave no byte, though a read has to wait for one or tell the end. A few are
 * borne with; a stream that gives nothing else for about a second would be read for ever.
 * <p>
 * Used by one thread, for one stream.
 */
final class EmptyReads {

    static final int MAX_IN_A_ROW = 1000;

    private static final long PAUSE_NANOS = 1_000_000;

    private int inARow;

    /**
     * @param  count                  the bytes of the latest read, -1 at the end
     * @throws InterruptedIOException if the thread is interrupted while the stream gives nothing
     * @throws IOException            if this was one empty read too many
     */
    void note(int count) throws IOException {
        if (count != 0) {
            inARow = 0;
            return;
        }
        if (++inARow >= MAX_IN_A_ROW) {
            throw new IOException(
                    "its read gave 0 bytes " + MAX_IN_A_ROW + " times in a row; a read has to wait for a byte, or"
                                  + " return -1 at the end of the stream");
        }
        LockSupport.parkNanos(this, PAUSE_NANOS);
        if (Thread.currentThread().isInterrupted()) {
            throw new InterruptedIOException("interrupted while the stream gave no bytes");
        }
    }

    /** Returns a way into a target for a source that copies itself and passes on what its reads gave. */
    OutputStream on(OutputStream target) {
        return new FilterOutputStream(target) {
            @Override
            public void write(int b) throws IOException {
                inARow = 0;
                out.write(b);
            }

            @Override
            public void write(byte[] bytes, int offset, int count) throws IOException {
                note(count);
                out.write(bytes, offset, count);
            }
        };
    }
}
