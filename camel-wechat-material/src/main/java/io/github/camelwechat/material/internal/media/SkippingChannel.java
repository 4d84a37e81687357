package io.github.camelwechat.material.internal.media;

import java.io.IOException;
import java.nio.channels.ReadableByteChannel;

/**
 * Channel that can pass over bytes without reading them.
 */
interface SkippingChannel extends ReadableByteChannel {

    /**
     * Skips bytes. It may go beyond the end, where the next read then finds nothing.
     *
     * @param  count 1 or more
     * @return       the number of bytes skipped; 0 where they have to be read
     */
    long skip(long count) throws IOException;
}
