package io.github.camelwechat.benchmarks.soak;

import java.io.ByteArrayInputStream;
import java.io.FilterInputStream;
import java.io.IOException;

/** A stream that breaks after a number of its bytes. */
final class FailingStream extends FilterInputStream {

    private int left;

    FailingStream(byte[] bytes, int good) {
        super(new ByteArrayInputStream(bytes));
        left = good;
    }

    @Override
    public int read() throws IOException {
        byte[] one = new byte[1];
        return read(one, 0, 1) < 0 ? -1 : one[0] & 0xff;
    }

    @Override
    public int read(byte[] into, int offset, int length) throws IOException {
        if (left <= 0) {
            throw new IOException("The stream broke on purpose");
        }
        int read = super.read(into, offset, Math.min(length, left));
        left -= Math.max(0, read);
        return read;
    }

    @Override
    public boolean markSupported() {
        return false;
    }
}
