package io.github.camelwechat.material.transport;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;

import com.fasterxml.jackson.databind.JsonNode;
import io.github.camelwechat.material.error.UnexpectedAnswerException;

/**
 * An answer that may be a file. WeChat's Content-Type does not tell which it is, but its first byte does: JSON begins
 * with a brace, and no format that the library holds does.
 */
final class SpoolingAnswerReader<S extends AnswerSpool> implements AnswerReader<BytesOrJson<S>> {

    private static final int BLANKS = 16;

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
    public BytesOrJson<S> read(AnswerHead head) {
        answers.requireOk(head.status());
        try {
            if (spool.length() > 0 && !startsWithBrace()) {
                return new BytesOrJson.Bytes<>(spool, head.contentType(), head.disposition());
            }
            JsonNode json = answers.json(spool.first((int) spool.length()));
            spool.discard();
            return new BytesOrJson.Json<>(json);
        } catch (IOException e) {
            throw new UnexpectedAnswerException(answers.operation() + ": the answer could not be read back", head.status(), e);
        }
    }

    private boolean startsWithBrace() throws IOException {
        return new String(spool.first(BLANKS), StandardCharsets.ISO_8859_1).strip().startsWith("{");
    }

    @Override
    public void discard() {
        spool.discard();
    }
}
