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
import org.jspecify.annotations.Nullable;

/**
 * Hands a body to the socket, a buffer at a time, and knows whether the last byte has been handed over: before that
 * WeChat cannot have acted on the request. The lock keeps the buffer from being lent out again while the I/O thread
 * still uses it.
 */
final class BodyProducer implements AsyncEntityProducer, Outgoing {

    /** Most pictures at once, while next to nothing waits to be sent. */
    static final int FIRST_ENCRYPTED = 256 * 1024;
    /** Two TLS records: as much as a socket with a small send buffer takes at a time. */
    static final int NEXT_ENCRYPTED = 32 * 1024;

    private enum Stage {
        OPEN,
        LAST_BYTE_HANDED,
        PREVENTED
    }

    private final RequestBody body;
    private final DirectBuffers buffers;
    private final boolean encrypted;
    private final AtomicReference<Stage> stage = new AtomicReference<>(Stage.OPEN);
    private volatile boolean started;
    private boolean deferred;
    private boolean released;
    private @Nullable Reading reading;
    private long unread;

    /** What is held between the first byte and the last. */
    private record Reading(ByteBuffer buffer, ReadableByteChannel source) {
    }

    /** @param encrypted whether it goes out over TLS */
    BodyProducer(RequestBody body, DirectBuffers buffers, boolean encrypted) {
        this.body = body;
        this.buffers = buffers;
        this.encrypted = encrypted;
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
        Reading current = reading;
        if (current == null) {
            // opened first: where that fails there is no buffer to give back
            ReadableByteChannel source = body.open();
            current = new Reading(buffers.borrow().limit(0), source);
            reading = current;
        }
        ByteBuffer buffer = current.buffer();
        long allowed = allowed();
        while (buffer.hasRemaining() || unread > 0) {
            if (!buffer.hasRemaining()) {
                if (allowed == 0) {
                    return;
                }
                allowed -= refill(current, allowed);
            }
            write(buffer, channel);
            if (buffer.hasRemaining()) {
                return;
            }
        }
        // before the answer, which may take a minute
        releaseResources();
        channel.endStream();
    }

    /**
     * How much one call may hand over. Plain sockets take what they can send. Over TLS HttpCore 5.3.3 to 5.4.2 takes
     * all it is given, however slow the network is, and copies all of it for each further record: a body of 10 MB would
     * lie in memory whole and cost fifty times the CPU. It calls again when the socket can take more, but often for
     * less than that.
     */
    private long allowed() {
        if (!encrypted) {
            return Long.MAX_VALUE;
        }
        return unread == body.contentLength() ? FIRST_ENCRYPTED : NEXT_ENCRYPTED;
    }

    private int refill(Reading from, long most) throws IOException {
        ByteBuffer buffer = from.buffer();
        buffer.clear().limit((int) Math.min(most, buffer.capacity()));
        while (buffer.hasRemaining() && unread > 0) {
            int read = from.source().read(buffer);
            if (read < 0) {
                throw new IOException("The body ended " + unread + " bytes before its length");
            }
            unread -= read;
        }
        return buffer.flip().remaining();
    }

    private void write(ByteBuffer buffer, DataStreamChannel channel) throws IOException {
        boolean last = unread == 0;
        // said before the write, taken back after it: who asks in between is told the worse of the two
        if ((last && !stage.compareAndSet(Stage.OPEN, Stage.LAST_BYTE_HANDED)) || isPrevented()) {
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
        Reading held = reading;
        reading = null;
        if (held != null) {
            buffers.giveBack(held.buffer());
            try {
                held.source().close();
            } catch (IOException e) {
                // only reading was done: nothing can be lost
            }
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
