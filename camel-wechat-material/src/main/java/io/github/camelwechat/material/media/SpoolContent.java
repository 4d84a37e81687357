package io.github.camelwechat.material.media;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.ReadableByteChannel;
import java.nio.file.Files;
import java.nio.file.Path;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * A spooled copy of our own, deleted in the end.
 */
record SpoolContent(Path file, long length) implements Content {

    private static final Logger LOG = LoggerFactory.getLogger(SpoolContent.class);

    @Override
    public ReadableByteChannel open() throws IOException {
        return FileChannel.open(file);
    }

    @Override
    public void release() {
        delete(file);
    }

    /** What cannot be deleted now goes with the folder. */
    static void delete(Path file) {
        try {
            Files.deleteIfExists(file);
        } catch (IOException e) {
            LOG.warn("The spool file {} cannot be deleted now: {}", file, e.toString());
        }
    }
}
