package io.github.camelwechat.material.internal.transport;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;

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
    public JsonAnswer read(ResponseHead head) {
        answers.requireOk(head.status());
        try {
            return answers.json(body.open(), body.length());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public void discard() {
        // goes with this object
    }
}
