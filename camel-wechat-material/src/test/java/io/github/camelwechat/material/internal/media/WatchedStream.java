package io.github.camelwechat.material.internal.media;

import java.io.IOException;
import java.io.InputStream;

/**
 * Yields a start and then as many zeros as are wanted; counts what is read and how often it is closed.
 */
final class WatchedStream extends InputStream {

    private final byte[] start;
    private final long length;
    private final long failAt;
    long read;
    int closed;

    WatchedStream(byte[] start) {
        this(start, start.length, Long.MAX_VALUE);
    }

    WatchedStream(byte[] start, long length, long failAt) {
        this.start = start;
        this.length = length;
        this.failAt = failAt;
    }

    static WatchedStream endless(byte[] start) {
        return new WatchedStream(start, Long.MAX_VALUE, Long.MAX_VALUE);
    }

    @Override
    public int read() throws IOException {
        if (read >= failAt) {
            throw new IOException("line is dead");
        }
        if (read >= length) {
            return -1;
        }
        int value = read < start.length ? start[(int) read] & 0xff : 0;
        read++;
        return value;
    }

    @Override
    public int read(byte[] target, int offset, int count) throws IOException {
        // short reads, as a socket has them
        int wanted = Math.min(count, 1000);
        for (int i = 0; i < wanted; i++) {
            int value = read();
            if (value < 0) {
                return i == 0 ? -1 : i;
            }
            target[offset + i] = (byte) value;
        }
        return wanted;
    }

    @Override
    public int available() {
        throw new AssertionError("available() is not a length");
    }

    @Override
    public void close() {
        closed++;
    }
}
