package io.github.camelwechat.material.internal.fetch;

import io.github.camelwechat.material.internal.media.Body;
import io.github.camelwechat.material.internal.media.Download;

/**
 * Fetched picture: its bytes as the host sent them. Its owner closes it, which gives the bytes up.
 *
 * @param download the bytes
 * @param size     their number, 1 or more
 * @param sha256   of the bytes, in hexadecimal lower case
 * @param address  that they came from, after redirects
 */
public record Fetched(Download download, long size, String sha256, FetchAddress address) implements AutoCloseable {

    /** Returns the bytes as a body to upload. They can be uploaded more than once until this is closed. */
    public Body body() {
        return new Body.Downloaded(download);
    }

    /** Gives the bytes up, after the read that is under way; further calls do nothing. */
    @Override
    public void close() {
        download.discard();
    }
}
