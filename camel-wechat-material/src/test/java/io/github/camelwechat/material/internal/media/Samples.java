package io.github.camelwechat.material.internal.media;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URISyntaxException;
import java.nio.ByteBuffer;
import java.nio.channels.ReadableByteChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;

/**
 * The checked-in media, and larger ones made of them: what follows a format's first bytes is never looked at.
 */
final class Samples {

    private Samples() {
    }

    static Path path(String name) {
        try {
            return Path.of(Samples.class.getResource("/media/" + name).toURI());
        } catch (URISyntaxException e) {
            throw new IllegalArgumentException(name, e);
        }
    }

    static byte[] bytes(String name) {
        try {
            return Files.readAllBytes(path(name));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The sample, filled up to a length with bytes that differ from place to place. */
    static byte[] filledUp(String name, int length) {
        byte[] sample = bytes(name);
        byte[] all = Arrays.copyOf(sample, length);
        for (int i = sample.length; i < length; i++) {
            all[i] = (byte) (i * 31 + (i >> 8));
        }
        return all;
    }

    static byte[] read(ReadableByteChannel channel) throws IOException {
        ByteBuffer all = ByteBuffer.allocate(24 << 20);
        ByteBuffer chunk = ByteBuffer.allocateDirect(64 << 10);
        while (channel.read(chunk.clear()) >= 0) {
            all.put(chunk.flip());
        }
        return Arrays.copyOf(all.array(), all.position());
    }

    static byte[] read(Media media) throws IOException {
        try (ReadableByteChannel channel = media.open()) {
            return read(channel);
        }
    }
}
