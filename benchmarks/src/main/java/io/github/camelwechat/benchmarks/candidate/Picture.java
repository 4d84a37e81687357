package io.github.camelwechat.benchmarks.candidate;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** @param bytes the file's content, null where the file itself is to be sent */
record Picture(Path file, byte[] bytes) {

    static Picture of(Path file, BodyKind kind) throws IOException {
        return new Picture(file, kind == BodyKind.BYTES ? Files.readAllBytes(file) : null);
    }

    /** As it lies on an exchange. */
    Object body() {
        return bytes == null ? file.toFile() : bytes;
    }

    String name() {
        return file.getFileName().toString();
    }
}
