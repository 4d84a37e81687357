package io.github.camelwechat.material.media;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.ReadableByteChannel;
import java.nio.file.Path;

/**
 * A file of the user's, read where it lies and left as it is.
 */
record FileContent(Path file, long length) implements Content {

    @Override
    public ReadableByteChannel open() throws IOException {
        return FileChannel.open(file);
    }

    @Override
    public void release() {
        // not ours
    }
}
