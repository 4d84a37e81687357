package io.github.camelwechat.benchmarks.soak;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;

import org.apache.camel.converter.stream.InputStreamCache;

/** Kinds of upload bodies. */
enum BodyKind {

    FILE,
    PATH,
    BYTES,
    BUFFER,
    STREAM,
    STREAM_CACHE;

    /** @param file where the bytes are to lie if the kind needs that */
    Object make(byte[] bytes, Path file) throws IOException {
        return switch (this) {
            case FILE -> Files.write(file, bytes).toFile();
            case PATH -> Files.write(file, bytes);
            case BYTES -> bytes;
            case BUFFER -> ByteBuffer.wrap(bytes);
            case STREAM -> new FailingStream(bytes, Integer.MAX_VALUE);
            case STREAM_CACHE -> new InputStreamCache(bytes);
        };
    }
}
