package io.github.camelwechat.material.internal.transport;

import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.util.regex.Pattern;

import io.github.camelwechat.material.error.UnexpectedAnswerException;
import org.jspecify.annotations.Nullable;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

/**
 * An answer that may be a file. WeChat's Content-Type does not tell which it is, but its first byte does: JSON begins
 * with a brace, and no format that the library holds does.
 */
final class SpoolingAnswerReader<S extends AnswerSpool> implements AnswerReader<BytesOrJson<S>> {

    private static final int FIRST_BYTES = 4096;
    /** After blanks and the marks of UTF-8, UTF-16 and UTF-32. */
    private static final Pattern JSON
            = Pattern.compile("(\u00ef\u00bb\u00bf|\u00fe\u00ff|\u00ff\u00fe)?[\\s\0]*\\{");

    private final Answers answers;
    private final S spool;

    SpoolingAnswerReader(Answers answers, S spool) {
        this.answers = answers;
        this.spool = spool;
    }

    @Override
    public void consume(ByteBuffer bytes) throws IOException {
        spool.write(bytes);
    }

    @Override
    public BytesOrJson<S> read(Head head) {
        try {
            answers.requireOk(head, bytes(), spool.length());
            if (spool.length() > 0 && !isJson()) {
                answers.requireRelayed(head);
                return new BytesOrJson.Bytes<>(spool, struck(head.contentType()), struck(head.disposition()));
            }
            BytesOrJson.Json<S> json = json(head);
            answers.requireRelayed(head, json.json());
            spool.discard();
            return json;
        } catch (IOException e) {
            throw new UnexpectedAnswerException(answers.operation() + ": the answer could not be read back", head.status(), e);
        }
    }

    private boolean isJson() throws IOException {
        return JSON.matcher(new String(spool.first(FIRST_BYTES), ISO_8859_1)).lookingAt();
    }

    private BytesOrJson.Json<S> json(Head head) throws IOException {
        long length = spool.length();
        int maxBytes = answers.request().answer().maxBytes();
        if (length > maxBytes) {
            throw new UnexpectedAnswerException(
                    answers.operation() + ": the answer is JSON of " + length + " bytes; WeChat's has " + maxBytes + " at most",
                    200);
        }
        return new BytesOrJson.Json<>(answers.json(head, bytes(), length));
    }

    private InputStream bytes() {
        return new InputStream() {
            private long position;

            @Override
            public int read() throws IOException {
                byte[] one = new byte[1];
                return read(one, 0, 1) < 0 ? -1 : one[0] & 0xff;
            }

            @Override
            public int read(byte[] target, int offset, int count) throws IOException {
                int read = spool.read(position, target, offset, count);
                position += Math.max(0, read);
                return read;
            }
        };
    }

    private @Nullable String struck(@Nullable String header) {
        return header == null ? null : answers.secrets().strike(header);
    }

    @Override
    public void discard() {
        spool.discard();
    }
}
