package io.github.camelwechat.material.internal.media;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;

import org.apache.camel.Exchange;
import org.apache.camel.StreamCache;

/** A stream cache in memory, for one exchange alone. An input stream implements it. */
interface UncopiedCache extends StreamCache {

    @Override
    default void writeTo(OutputStream target) throws IOException {
        ((InputStream) this).transferTo(target);
    }

    @Override
    default StreamCache copy(Exchange exchange) {
        throw new UnsupportedOperationException();
    }

    @Override
    default boolean inMemory() {
        return true;
    }
}
