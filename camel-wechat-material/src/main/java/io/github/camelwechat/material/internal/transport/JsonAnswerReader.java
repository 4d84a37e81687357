package io.github.camelwechat.material.internal.transport;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.util.ArrayDeque;
import java.util.Deque;

/** An answer that has to be JSON, kept in memory up to a size that no JSON of its interface comes near. */
final class JsonAnswerReader implements AnswerReader<JsonAnswer> {

    private final AnswerBytes body = new AnswerBytes();
    private final Answers answers;
    private final int maxBytes;

    JsonAnswerReader(Answers answers) {
        this.answers = answers;
        this.maxBytes = answers.request().answer().maxBytes();
    }

    @Override
    public void consume(ByteBuffer bytes) throws IOException {
        if (body.length() + bytes.remaining() > maxBytes) {
            throw new IOException("The answer is longer than " + maxBytes + " bytes");
        }
        body.append(bytes);
    }

    @Override
    public JsonAnswer read(Head head) {
        try {
            InputStream bytes = body.open();
            answers.requireOk(head, bytes, body.length());
            JsonAnswer answer = answers.json(head, bytes, body.length());
            answers.requireRelayed(head, answer);
            return answer;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public void discard() {
        // goes with this object
    }

    /** The bytes of an answer: taken in without being copied again, and given up while they are read. */
    static final class AnswerBytes {

        private static final int FIRST_CHUNK = 1024;
        private static final int NEXT_CHUNK = 64 * 1024;

        private final Deque<ByteBuffer> chunks = new ArrayDeque<>();
        private int length;

        void append(ByteBuffer bytes) {
            length += bytes.remaining();
            while (bytes.hasRemaining()) {
                ByteBuffer last = chunks.peekLast();
                if (last == null || !last.hasRemaining()) {
                    last = ByteBuffer.allocate(chunks.isEmpty() ? FIRST_CHUNK : NEXT_CHUNK);
                    chunks.add(last);
                }
                int count = Math.min(last.remaining(), bytes.remaining());
                last.put(bytes.slice().limit(count));
                bytes.position(bytes.position() + count);
            }
        }

        int length() {
            return length;
        }

        /** Opens the bytes for reading, once. */
        InputStream open() {
            chunks.forEach(ByteBuffer::flip);
            return new InputStream() {
                @Override
                public int read() {
                    byte[] one = new byte[1];
                    return read(one, 0, 1) < 0 ? -1 : one[0] & 0xff;
                }

                @Override
                public int read(byte[] target, int offset, int count) {
                    while (!chunks.isEmpty() && !chunks.element().hasRemaining()) {
                        chunks.remove();
                    }
                    if (chunks.isEmpty()) {
                        return -1;
                    }
                    int some = Math.min(count, chunks.element().remaining());
                    chunks.element().get(target, offset, some);
                    return some;
                }
            };
        }
    }
}
