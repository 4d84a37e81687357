package io.github.camelwechat.material.media;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * Where streams are spooled.
 */
public final class SpoolFolder implements AutoCloseable {

    private final Path parent;

    /** Below {@code java.io.tmpdir}. */
    public SpoolFolder() {
        this(Path.of(System.getProperty("java.io.tmpdir")));
    }

    SpoolFolder(Path parent) {
        this.parent = parent;
    }

    Path parent() {
        return parent;
    }

    Path newFile() throws IOException {
        return Files.createTempFile(parent, "camel-wechat-material-", ".spool");
    }

    @Override
    public void close() {
        // no folder of its own yet
    }
}
