package io.github.camelwechat.material.internal.client;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.ReadableByteChannel;

import io.github.camelwechat.material.internal.media.Body;
import io.github.camelwechat.material.internal.media.Media;
import io.github.camelwechat.material.internal.media.MediaPreparer;
import io.github.camelwechat.material.internal.media.MediaRequest;
import io.github.camelwechat.material.internal.media.SpoolFolder;

/** Bodies of requests, made as the component makes them and read as the I/O thread reads them. */
final class Bodies {

    static final String BOUNDARY = "b0undary";
    private static final int BUFFER = 64 * 1024;

    private Bodies() {
    }

    static Media media(Object body, String fileName) {
        return new MediaPreparer(new SpoolFolder(), Runnable::run)
                .prepare(new MediaRequest(Body.of(body), null, fileName, -1, false, true));
    }

    static MultipartBody multipart(Media media) {
        return new MultipartBody(BOUNDARY, media, null);
    }

    static byte[] read(MultipartBody body) throws IOException {
        return read(body, BUFFER);
    }

    static byte[] read(MultipartBody body, int buffer) throws IOException {
        ByteArrayOutputStream all = new ByteArrayOutputStream();
        readInto(all, body, buffer);
        return all.toByteArray();
    }

    /** What was read before an error stays in {@code all}. */
    static void readInto(ByteArrayOutputStream all, MultipartBody body, int buffer) throws IOException {
        try (ReadableByteChannel channel = body.open()) {
            ByteBuffer chunk = ByteBuffer.allocateDirect(buffer);
            while (channel.read(chunk) >= 0) {
                byte[] bytes = new byte[chunk.flip().remaining()];
                chunk.get(bytes);
                all.writeBytes(bytes);
                chunk.clear();
            }
        }
    }
}
