package io.github.camelwechat.material;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.util.concurrent.atomic.AtomicInteger;

import io.github.camelwechat.material.media.Download;
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
    private final AtomicInteger exchanges;
    private long position;
    private volatile boolean touched;

    private MaterialStream(Download download, AtomicInteger exchanges) {
        this.download = download;
        this.exchanges = exchanges;
    }

    static MaterialStream of(Download download, Exchange exchange) {
        return new MaterialStream(download, new AtomicInteger()).ownedBy(exchange);
    }

    private MaterialStream ownedBy(Exchange exchange) {
        if (!download.isInMemory()) {
            exchanges.incrementAndGet();
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
        boolean last = exchanges.decrementAndGet() == 0;
        boolean given = exchange.getMessage().getBody() == this && !touched && exchange.getException() == null;
        if (last && !given) {
            download.discard();
        }
    }

    private void discardIfEnded() {
        if (!download.isInMemory() && exchanges.get() == 0) {
            download.discard();
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
            discardIfEnded();
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
        discardIfEnded();
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
        return new MaterialStream(download, exchanges).ownedBy(exchange);
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
