package io.github.camelwechat.material;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;

import io.github.camelwechat.material.internal.media.Download;
import org.apache.camel.Exchange;
import org.apache.camel.ExchangePropertyKey;
import org.apache.camel.StreamCache;
import org.apache.camel.spi.UnitOfWork;
import org.apache.camel.support.SynchronizationAdapter;

/**
 * A fetched material as a body: it can be read again after {@link #reset()}, and each exchange that gets a copy reads
 * at a place of its own. The bytes go when the last of these exchanges is done; a stream that is then still the body
 * and has not been read belongs to whoever gets the exchange, a producer template for example, until it is read or
 * closed.
 */
final class MaterialStream extends InputStream implements StreamCache {

    private final Download download;
    /** Exchanges under way, and streams that were given away. */
    private final AtomicInteger owners;
    private long position;
    private volatile boolean touched;
    private final AtomicBoolean given = new AtomicBoolean();

    private MaterialStream(Download download, AtomicInteger owners) {
        this.download = download;
        this.owners = owners;
    }

    static MaterialStream of(Download download, Exchange exchange) {
        return new MaterialStream(download, new AtomicInteger()).ownedBy(exchange);
    }

    private MaterialStream ownedBy(Exchange exchange) {
        if (!download.isInMemory()) {
            owners.incrementAndGet();
            SynchronizationAdapter end = new SynchronizationAdapter() {
                @Override
                public void onDone(Exchange done) {
                    ended(done);
                }
            };
            // a splitter's or multicast's parts end before what they have made is put together
            UnitOfWork parent = exchange.getProperty(ExchangePropertyKey.STREAM_CACHE_UNIT_OF_WORK, UnitOfWork.class);
            if (parent != null && parent.getRoute() != null) {
                parent.addSynchronization(end);
            } else {
                exchange.getExchangeExtension().addOnCompletion(end);
            }
        }
        return this;
    }

    private void ended(Exchange exchange) {
        if (exchange.getMessage().getBody() == this && !touched && exchange.getException() == null && !isOver(exchange)) {
            given.set(true);
        } else {
            release();
        }
    }

    /**
     * Returns whether nobody reads it any more: it goes one way, and ends within a route, while what a template has
     * sent ends outside of all routes.
     */
    private static boolean isOver(Exchange exchange) {
        UnitOfWork work = exchange.getUnitOfWork();
        return !exchange.getPattern().isOutCapable() && work != null && work.getRoute() != null;
    }

    private void release() {
        if (owners.decrementAndGet() == 0) {
            download.discard();
        }
    }

    private void releaseIfGiven() {
        if (given.compareAndSet(true, false)) {
            release();
        }
    }

    @Override
    public int read() throws IOException {
        byte[] one = new byte[1];
        return read(one, 0, 1) < 0 ? -1 : one[0] & 0xff;
    }

    @Override
    public int read(byte[] target, int offset, int count) throws IOException {
        if (count == 0) {
            return 0;
        }
        touched = true;
        int read = download.read(position, target, offset, count);
        if (read < 0) {
            releaseIfGiven();
        } else {
            position += read;
        }
        return read;
    }

    @Override
    public long skip(long count) {
        long skipped = Math.max(0, Math.min(count, download.length() - position));
        position += skipped;
        return skipped;
    }

    @Override
    public int available() {
        return (int) Math.min(Integer.MAX_VALUE, download.length() - position);
    }

    /** The bytes stay for a later {@link #reset()}, as with Camel's own caches, while an exchange is under way. */
    @Override
    public void close() {
        releaseIfGiven();
    }

    @Override
    public void reset() {
        position = 0;
    }

    @Override
    public void writeTo(OutputStream target) throws IOException {
        transferTo(target);
    }

    @Override
    public StreamCache copy(Exchange exchange) {
        return new MaterialStream(download, owners).ownedBy(exchange);
    }

    @Override
    public boolean inMemory() {
        return download.isInMemory();
    }

    @Override
    public long length() {
        return download.length();
    }

    @Override
    public long position() {
        return position;
    }
}
