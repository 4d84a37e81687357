package io.github.camelwechat.material.transport;

import java.io.IOException;
import java.io.InterruptedIOException;
import java.nio.ByteBuffer;
import java.nio.channels.ReadableByteChannel;
import java.util.Set;
import java.util.concurrent.atomic.AtomicReference;

import org.apache.hc.client5.http.protocol.HttpClientContext;
import org.apache.hc.core5.http.HttpRequest;
import org.apache.hc.core5.http.nio.AsyncEntityProducer;
import org.apache.hc.core5.http.nio.AsyncRequestProducer;
import org.apache.hc.core5.http.nio.DataStreamChannel;
import org.apache.hc.core5.http.nio.support.BasicRequestProducer;

/**
 * Hands a body to the socket, a buffer at a time, and knows whether the last byte has been handed over: before that
 * WeChat cannot have acted on the request. The lock keeps the buffer from being lent out again while the I/O thread
 * still uses it.
 */
final class BodyProducer implements AsyncEntityProducer, Outgoing {

    private enum Stage {
        OPEN,
        LAST_BYTE_HANDED,
        PREVENTED
    }

    private final RequestBody body;
    private final DirectBuffers buffers;
    private final AtomicReference<Stage> stage = new AtomicReference<>(Stage.OPEN);
    private volatile boolean started;
    private boolean deferred;
    private boolean released;
    private ReadableByteChannel source;
    private ByteBuffer buffer;
    private long unread;

    BodyProducer(RequestBody body, DirectBuffers buffers) {
        this.body = body;
        this.buffers = buffers;
        this.unread = body.contentLength();
    }

    @Override
    public boolean hasStarted() {
        return started;
    }

    @Override
    public boolean prevent() {
        return stage.compareAndSet(Stage.OPEN, Stage.PREVENTED) || isPrevented();
    }

    @Override
    public boolean isPrevented() {
        return stage.get() == Stage.PREVENTED;
    }

    @Override
    public AsyncRequestProducer with(HttpRequest head, HttpClientContext exchange) {
        return new BasicRequestProducer(head, this);
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
            return;
        }
        if (source == null) {
            buffer = buffers.borrow().limit(0);
            source = body.open();
        }
        while (buffer.hasRemaining() || unread > 0) {
            if (!buffer.hasRemaining()) {
                refill();
            }
            write(channel);
            if (buffer.hasRemaining()) {
                return;
            }
        }
        // before the answer, which may take a minute
        releaseResources();
        channel.endStream();
    }

    private void refill() throws IOException {
        buffer.clear();
        while (buffer.hasRemaining() && unread > 0) {
            int read = source.read(buffer);
            if (read < 0) {
                throw new IOException("The body ended " + unread + " bytes before its length");
            }
            unread -= read;
        }
        buffer.flip();
    }

    private void write(DataStreamChannel channel) throws IOException {
        boolean last = unread == 0;
        // said before the write, taken back after it: who asks in between is told the worse of the two
        if (last && !stage.compareAndSet(Stage.OPEN, Stage.LAST_BYTE_HANDED) || isPrevented()) {
            throw new InterruptedIOException("The request was cancelled");
        }
        int before = buffer.remaining();
        try {
            channel.write(buffer);
        } finally {
            started |= buffer.remaining() < before;
            if (last && buffer.hasRemaining()) {
                stage.compareAndSet(Stage.LAST_BYTE_HANDED, Stage.OPEN);
            }
        }
    }

    @Override
    public synchronized void releaseResources() {
        released = true;
        if (buffer != null) {
            buffers.giveBack(buffer);
            buffer = null;
        }
        if (source != null) {
            try {
                source.close();
            } catch (IOException e) {
                // only reading was done: nothing can be lost
            }
            source = null;
        }
    }

    @Override
    public int available() {
        return 1;
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
    public String getContentEncoding() {
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
