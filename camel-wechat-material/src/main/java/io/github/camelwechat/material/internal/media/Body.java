package io.github.camelwechat.material.internal.media;

import java.io.File;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.file.Path;
import java.util.function.Supplier;

import org.apache.camel.StreamCache;
import org.apache.camel.WrappedFile;
import org.jspecify.annotations.Nullable;

/**
 * Body of a message, by its kind: where its bytes are, or that it is no media.
 */
public sealed interface Body {

    /**
     * File on this machine.
     *
     * @param name with or without a path
     * @param path throws an {@link java.nio.file.InvalidPathException} if the name cannot be a file's
     */
    record LocalFile(String name, Supplier<Path> path) implements Body {
    }

    /**
     * Bytes in memory, or in a mapped file.
     *
     * @param bytes from its position to its limit
     */
    record InMemory(ByteBuffer bytes) implements Body {
    }

    /** Stream cache of Camel's, which can be read again. */
    record Cached(StreamCache cache) implements Body {
    }

    /** Stream that can be read once. */
    record Streamed(InputStream stream) implements Body {
    }

    /** Bytes that were fetched from somewhere; they stay their owner's, who discards them after the upload. */
    record Downloaded(Download download) implements Body {
    }

    /**
     * Body of a {@link WrappedFile}.
     *
     * @param content itself not wrapped
     * @param length  the number of bytes by the wrapping; negative if unknown
     */
    record Wrapped(Body content, long length) implements Body {
    }

    /** No body. */
    record Missing() implements Body {
    }

    /**
     * Text, which is no media, whatever it can be converted to.
     *
     * @param length in characters
     */
    record Text(int length) implements Body {
    }

    /** Body of a class that has to be converted first. */
    record Other(Class<?> type) implements Body {
    }

    /** Returns the kind of a message's body. */
    static Body of(@Nullable Object body) {
        if (!(body instanceof WrappedFile<?> wrapped)) {
            return ofUnwrapped(body);
        }
        Body file = ofUnwrapped(wrapped.getFile());
        boolean local = file instanceof LocalFile;
        long length = wrapped.getFileLength();
        // a remote listing without sizes says 0; an empty body is found by reading it
        return new Wrapped(local ? file : ofUnwrapped(wrapped.getBody()), length > 0 || local ? length : -1);
    }

    private static Body ofUnwrapped(@Nullable Object body) {
        if (body == null) {
            return new Missing();
        } else if (body instanceof File file) {
            return new LocalFile(file.toString(), file::toPath);
        } else if (body instanceof Path file) {
            return new LocalFile(file.toString(), () -> file);
        } else if (body instanceof byte[] bytes) {
            return new InMemory(ByteBuffer.wrap(bytes));
        } else if (body instanceof ByteBuffer bytes) {
            return new InMemory(bytes);
        } else if (body instanceof StreamCache cache) {
            return new Cached(cache);
        } else if (body instanceof InputStream stream) {
            return new Streamed(stream);
        } else if (body instanceof CharSequence text) {
            return new Text(text.length());
        }
        return new Other(body.getClass());
    }
}
