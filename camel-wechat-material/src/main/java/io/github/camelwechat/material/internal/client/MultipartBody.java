package io.github.camelwechat.material.internal.client;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.ReadableByteChannel;
import java.util.concurrent.ThreadLocalRandom;

import io.github.camelwechat.material.internal.media.Media;
import io.github.camelwechat.material.internal.transport.Json;
import io.github.camelwechat.material.internal.transport.RequestBody;
import org.jspecify.annotations.Nullable;

import static java.nio.charset.StandardCharsets.UTF_8;

/**
 * A {@code multipart/form-data} body in the one form that add_material is known to take: the file in a part
 * {@code media} with {@code name} and {@code filename} both quoted, raw UTF-8, no {@code filename*}; a video's
 * {@code description} after it, without a file name; CRLF after the closing boundary; the length exact. What the name
 * may hold is the media room's matter.
 */
final class MultipartBody implements RequestBody {

    private static final String BOUNDARY_ALPHABET = "0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz";
    /** Long enough never to occur in a file by chance. */
    private static final int BOUNDARY_LENGTH = 32;

    private final String boundary;
    private final byte[] head;
    private final Media media;
    private final byte[] tail;

    /** @param description null for everything but a video */
    MultipartBody(Media media, @Nullable VideoDescription description) {
        this(randomBoundary(), media, description);
    }

    /** @param description null for everything but a video */
    MultipartBody(String boundary, Media media, @Nullable VideoDescription description) {
        this.boundary = boundary;
        this.media = media;
        this.head = ("--" + boundary + "\r\n"
                     + "Content-Disposition: form-data; name=\"media\"; filename=\"" + media.fileName() + "\"\r\n"
                     + "Content-Type: " + media.contentType() + "\r\n\r\n")
                .getBytes(UTF_8);
        this.tail = ("\r\n" + descriptionPart(description) + "--" + boundary + "--\r\n").getBytes(UTF_8);
    }

    /** Makes a boundary of letters and digits only, since WeChat refuses a quoted one. */
    static String randomBoundary() {
        ThreadLocalRandom random = ThreadLocalRandom.current();
        char[] boundary = new char[BOUNDARY_LENGTH];
        for (int i = 0; i < BOUNDARY_LENGTH; i++) {
            boundary[i] = BOUNDARY_ALPHABET.charAt(random.nextInt(BOUNDARY_ALPHABET.length()));
        }
        return new String(boundary);
    }

    private String descriptionPart(@Nullable VideoDescription description) {
        if (description == null) {
            return "";
        }
        return "--" + boundary + "\r\n"
               + "Content-Disposition: form-data; name=\"description\"\r\n\r\n"
               + new String(Json.write(description), UTF_8) + "\r\n";
    }

    @Override
    public String contentType() {
        return "multipart/form-data; boundary=" + boundary;
    }

    @Override
    public long contentLength() {
        return head.length + media.length() + tail.length;
    }

    @Override
    public boolean isInMemory() {
        return media.isInMemory();
    }

    @Override
    public ReadableByteChannel open() throws IOException {
        return new Parts(media.open());
    }

    /**
     * Head, file and tail in turn, as many as the buffer takes. The tail comes only after a file of the promised
     * length.
     */
    private final class Parts implements ReadableByteChannel {

        private final ReadableByteChannel file;
        private final ByteBuffer headLeft = ByteBuffer.wrap(head);
        private final ByteBuffer tailLeft = ByteBuffer.wrap(tail);
        private long fileLeft = media.length();
        private boolean fileEnded;

        Parts(ReadableByteChannel file) {
            this.file = file;
        }

        @Override
        public int read(ByteBuffer target) throws IOException {
            int before = target.remaining();
            fill(target, headLeft);
            if (!headLeft.hasRemaining() && !fileEnded && target.hasRemaining()) {
                readFile(target);
            }
            if (fileEnded) {
                fill(target, tailLeft);
            }
            int read = before - target.remaining();
            return read == 0 && fileEnded && !tailLeft.hasRemaining() ? -1 : read;
        }

        private void readFile(ByteBuffer target) throws IOException {
            int read = file.read(target);
            if (read >= 0) {
                fileLeft -= read;
            }
            if ((read < 0 && fileLeft > 0) || fileLeft < 0) {
                throw new IOException(
                        media.fileName() + " has changed while it was sent: it is no longer " + media.length() + " bytes long");
            }
            fileEnded = read < 0;
        }

        private static void fill(ByteBuffer target, ByteBuffer source) {
            int count = Math.min(target.remaining(), source.remaining());
            target.put(target.position(), source, source.position(), count);
            target.position(target.position() + count);
            source.position(source.position() + count);
        }

        @Override
        public boolean isOpen() {
            return file.isOpen();
        }

        @Override
        public void close() throws IOException {
            file.close();
        }
    }
}
