package io.github.camelwechat.material.internal.transport;

import java.io.IOException;
import java.nio.ByteBuffer;

import org.jspecify.annotations.Nullable;

/** A body in memory, copied when it is asked for, on the I/O thread. Used by one thread at a time. */
final class MemoryChunks implements BodyChunks {

    private final BodyReader reader;

    MemoryChunks(RequestBody body, DirectBuffers buffers) {
        this.reader = new BodyReader(body, buffers, () -> {
            // a copy does not hang
        });
    }

    @Override
    public void begin() {
        // read when it is asked for
    }

    @Override
    public void onReady(Runnable ready) {
        // always ready
    }

    @Override
    public boolean isReady() {
        return true;
    }

    @Override
    public @Nullable ByteBuffer next(long most) throws IOException {
        return reader.read(most);
    }

    @Override
    public void release() {
        // nothing is held
    }
}
