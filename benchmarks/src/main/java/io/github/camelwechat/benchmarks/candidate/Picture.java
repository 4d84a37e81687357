package io.github.camelwechat.benchmarks.candidate;

import java.io.FileInputStream;
import java.io.IOException;
import java.nio.file.Path;

import org.jspecify.annotations.Nullable;

/** @param bytes the file's content, null where the file itself is to be sent */
record Picture(Path file, byte @Nullable [] bytes) {

    static Picture of(Path file, BodyKind kind) throws IOException {
        if (kind == BodyKind.FILE) {
            return new Picture(file, null);
        }
        // not Files, which would leave a direct buffer of the file's size behind, as if a candidate held it
        try (FileInputStream in = new FileInputStream(file.toFile())) {
            return new Picture(file, in.readAllBytes());
        }
    }

    /** As it lies on an exchange. */
    Object body() {
        return bytes == null ? file.toFile() : bytes;
    }

    String name() {
        return file.getFileName().toString();
    }
}
