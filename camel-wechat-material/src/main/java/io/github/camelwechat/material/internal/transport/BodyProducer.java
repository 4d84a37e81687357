package io.github.camelwechat.material.internal.transport;

import java.io.IOException;
import java.io.InterruptedIOException;
import java.nio.ByteBuffer;
import java.util.Set;
import java.util.concurrent.atomic.AtomicReference;

import org.apache.hc.client5.http.protocol.HttpClientContext;
import org.apache.hc.core5.http.HttpRequest;
import org.apache.hc.core5.http.nio.AsyncEntityProducer;
import org.apache.hc.core5.http.nio.AsyncRequestProducer;
import org.apache.hc.core5.http.nio.DataStreamChannel;
import org.apache.hc.core5.http.nio.support.BasicRequestProducer;
import org.jspecify.annotations.Nullable;

/**
 * Hands a body to the socket, a buffer at a time, and knows whether the last byte has been handed over: before that
 * WeChat cannot have acted on the request. The lock keeps a buffer from being lent out again while the I/O thread still
 * uses it; no file is read under it.
 */
final class BodyProducer implements AsyncEntityProducer, SendProgress {

    /** Most pictures at once, while next to nothing waits to be sent. */
    static final int FIRST_ENCRYPTED = 256 * 1024;
    /** Two TLS records: as much as a socket with a small send buffer takes at a time. */
    static final int NEXT_ENCRYPTED = 32 * 1024;

    private enum Stage {
        OPEN,
        LAST_BYTE_HANDED,
        ABORTED
    }

    private final RequestBody body;
    private final BodyChunks chunks;
    private final DirectBuffers buffers;
    private final boolean encrypted;
    private final AtomicReference<Stage> stage = new AtomicReference<>(Stage.OPEN);
    private volatile boolean started;
    private boolean deferred;
    private boolean released;
    /** Not sent whole yet. */
    private @Nullable ByteBuffer current;
    private long unsent;

    /**
     * @param chunks    the bytes of the body
     * @param buffers   where the chunks come from
     * @param encrypted whether it goes out over TLS
     */
    BodyProducer(RequestBody body, BodyChunks chunks, DirectBuffers buffers, boolean encrypted) {
        this.body = body;
        this.chunks = chunks;
        this.buffers = buffers;
        this.encrypted = encrypted;
        this.unsent = body.contentLength();
    }

    @Override
    public boolean hasStarted() {
        return started;
    }

    @Override
    public boolean tryAbort() {
        return stage.compareAndSet(Stage.OPEN, Stage.ABORTED) || isAborted();
    }

    @Override
    public boolean isAborted() {
        return stage.get() == Stage.ABORTED;
    }

    @Override
    public AsyncRequestProducer with(HttpRequest head, HttpClientContext context) {
        return new BasicRequestProducer(head, this);
    }

    @Override
    public void begin() throws IOException {
        chunks.begin();
    }

    @Override
    public void abandon() {
        releaseResources();
    }

    @Override
    public synchronized boolean lacksBody() {
        return !released && current == null && !chunks.isReady();
    }

    @Override
    public synchronized void produce(DataStreamChannel channel) throws IOException {
        try {
            produceSome(channel);
        } catch (Error e) {
            // an Error would end the I/O thread, and with it every other request on it
            throw new IOException("The body could not be read: " + e, e);
        }
    }

    private void produceSome(DataStreamChannel channel) throws IOException {
        if (released) {
            throw new InterruptedIOException("The request was cancelled");
        }
        if (!deferred) {
            // the engine begins a request on a kept connection without having looked whether the other side has closed it;
            // before the next call it looks, and what was closed costs a resend instead of the outcome
            deferred = true;
            chunks.onReady(channel::requestOutput);
            return;
        }
        long allowed = allowed();
        while (unsent > 0 && allowed > 0) {
            ByteBuffer chunk = current != null ? current : chunks.next(allowed);
            if (chunk == null) {
                return;
            }
            current = chunk;
            int offered = (int) Math.min(allowed, chunk.remaining());
            int sent = write(chunk, offered, channel);
            unsent -= sent;
            allowed -= sent;
            if (!chunk.hasRemaining()) {
                current = null;
                buffers.giveBack(chunk);
            }
            if (sent < offered) {
                return;
            }
        }
        if (unsent == 0) {
            // before the answer, which may take a minute
            releaseResources();
            channel.endStream();
        }
    }

    /**
     * The most that one call hands over. Plain sockets take what they can send. Over TLS HttpCore 5.3.3 to 5.4.2 takes
     * all it is given, however slow the network is, and copies all of it for each further record: a body of 10 MB would
     * lie in memory whole and cost fifty times the CPU. It calls again when the socket can take more, but often for
     * less than that.
     */
    private long allowed() {
        if (!encrypted) {
            return Long.MAX_VALUE;
        }
        return unsent == body.contentLength() ? FIRST_ENCRYPTED : NEXT_ENCRYPTED;
    }

    /** Returns how much the channel has taken. */
    private int write(ByteBuffer chunk, int offered, DataStreamChannel channel) throws IOException {
        boolean last = offered == unsent;
        // said before the write, taken back after it: who asks in between is told the worse of the two
        if ((last && !stage.compareAndSet(Stage.OPEN, Stage.LAST_BYTE_HANDED)) || isAborted()) {
            throw new InterruptedIOException("The request was cancelled");
        }
        int before = chunk.position();
        int end = chunk.limit();
        chunk.limit(before + offered);
        try {
            channel.write(chunk);
        } finally {
            chunk.limit(end);
            started |= chunk.position() > before;
            if (last && chunk.position() < before + offered) {
                stage.compareAndSet(Stage.LAST_BYTE_HANDED, Stage.OPEN);
            }
        }
        return chunk.position() - before;
    }

    @Override
    public synchronized void releaseResources() {
        released = true;
        if (current != null) {
            buffers.giveBack(current);
            current = null;
        }
        chunks.release();
    }

    /** None while the next bytes are still being read: the engine is told when they are there. */
    @Override
    public synchronized int available() {
        return !deferred || current != null || released || chunks.isReady() ? 1 : 0;
    }

    @Override
    public void failed(Exception cause) {
        releaseResources();
    }

    @Override
    public boolean isRepeatable() {
        return false;
    }

    @Override
    public long getContentLength() {
        return body.contentLength();
    }

    @Override
    public String getContentType() {
        return body.contentType();
    }

    @Override
    public @Nullable String getContentEncoding() {
        return null;
    }

    @Override
    public boolean isChunked() {
        return false;
    }

    @Override
    public Set<String> getTrailerNames() {
        return Set.of();
    }
}
