package io.github.camelwechat.benchmarks.candidate;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.util.Set;

import org.apache.hc.core5.http.nio.AsyncEntityProducer;
import org.apache.hc.core5.http.nio.DataStreamChannel;
import org.jspecify.annotations.Nullable;

import static java.nio.charset.StandardCharsets.UTF_8;

/**
 * A picture as one part of multipart/form-data, through a borrowed buffer. Over TLS it hands over 256 KB at first and
 * 64 KB at each further call: HttpCore would take the whole picture into memory, and copy it with each further record.
 */
final class BareMultipart implements AsyncEntityProducer {

    private static final String BOUNDARY = "x".repeat(32);
    private static final int FIRST_BUFFERS = 4;
    private static final byte[] TAIL = ("\r\n--" + BOUNDARY + "--\r\n").getBytes(UTF_8);

    private final Picture picture;
    private final Buffers buffers;
    private final boolean encrypted;
    private final byte[] head;
    private final long length;
    private final ByteBuffer memory;
    private @Nullable FileChannel file;
    private @Nullable ByteBuffer buffer;
    private boolean tailRead;

    BareMultipart(Picture picture, Buffers buffers, boolean encrypted) {
        this.picture = picture;
        this.buffers = buffers;
        this.encrypted = encrypted;
        this.memory = ByteBuffer.wrap(picture.bytes() == null ? new byte[0] : picture.bytes());
        this.head = ("--" + BOUNDARY + "\r\nContent-Disposition: form-data; name=\"media\"; filename=\"" + picture.name()
                     + "\"\r\nContent-Type: image/png\r\n\r\n")
                .getBytes(UTF_8);
        try {
            long size = picture.bytes() == null ? Files.size(picture.file()) : picture.bytes().length;
            this.length = head.length + size + TAIL.length;
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }

    @Override
    public void produce(DataStreamChannel channel) throws IOException {
        int most = !encrypted ? Integer.MAX_VALUE : buffer == null ? FIRST_BUFFERS : 1;
        if (buffer == null) {
            buffer = buffers.borrow().put(head);
            open();
            refill(buffer);
        }
        for (int written = 0; buffer.hasRemaining(); written++) {
            if (written == most) {
                return;
            }
            channel.write(buffer);
            if (buffer.hasRemaining()) {
                return;
            }
            buffer.clear();
            refill(buffer);
        }
        releaseResources();
        channel.endStream();
    }

    private void open() throws IOException {
        if (picture.bytes() == null) {
            file = FileChannel.open(picture.file());
        }
    }

    private void refill(ByteBuffer into) throws IOException {
        while (into.remaining() >= TAIL.length && !tailRead) {
            if (!readSome(into)) {
                into.put(TAIL);
                tailRead = true;
            }
        }
        into.flip();
    }

    private boolean readSome(ByteBuffer into) throws IOException {
        if (file != null) {
            return file.read(into) >= 0;
        }
        int count = Math.min(memory.remaining(), into.remaining());
        into.put(memory.slice(memory.position(), count));
        memory.position(memory.position() + count);
        return count > 0;
    }

    @Override
    public void releaseResources() {
        if (buffer != null) {
            buffers.giveBack(buffer);
            buffer = null;
        }
        if (file != null) {
            try {
                file.close();
            } catch (IOException e) {
                throw new IllegalStateException(e);
            }
            file = null;
        }
    }

    @Override
    public int available() {
        return Integer.MAX_VALUE;
    }

    @Override
    public void failed(Exception cause) {
        releaseResources();
    }

    @Override
    public boolean isRepeatable() {
        return false;
    }

    @Override
    public long getContentLength() {
        return length;
    }

    @Override
    public String getContentType() {
        return "multipart/form-data; boundary=" + BOUNDARY;
    }

    @Override
    public @Nullable String getContentEncoding() {
        return null;
    }

    @Override
    public boolean isChunked() {
        return false;
    }

    @Override
    public Set<String> getTrailerNames() {
        return Set.of();
    }
}
