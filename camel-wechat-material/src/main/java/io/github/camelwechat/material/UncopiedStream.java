package io.github.camelwechat.material;

import java.io.FilterInputStream;
import java.io.InputStream;

import org.apache.camel.StreamCache;

/** A stream cache of which there can be no copy, as a plain stream, which is spooled. Its end resets the cache. */
final class UncopiedStream extends FilterInputStream {

    private final StreamCache cache;

    UncopiedStream(InputStream stream, StreamCache cache) {
        super(stream);
        this.cache = cache;
    }

    @Override
    public void close() {
        cache.reset();
    }
}
