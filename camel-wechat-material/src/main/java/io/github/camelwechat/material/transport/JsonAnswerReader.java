package io.github.camelwechat.material.transport;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;

import com.fasterxml.jackson.databind.JsonNode;

/** An answer that has to be JSON, kept in memory up to a size that no JSON of its interface comes near. */
final class JsonAnswerReader implements AnswerReader<JsonNode> {

    private final ByteArrayOutputStream body = new ByteArrayOutputStream(512);
    private final Answers answers;
    private final int longest;

    JsonAnswerReader(Answers answers, int longest) {
        this.answers = answers;
        this.longest = longest;
    }

    @Override
    public void consume(ByteBuffer bytes) throws IOException {
        if (body.size() + bytes.remaining() > longest) {
            throw new IOException("The answer is longer than " + longest + " bytes");
        }
        byte[] chunk = new byte[bytes.remaining()];
        bytes.get(chunk);
        body.writeBytes(chunk);
    }

    @Override
    public JsonNode read(AnswerHead head) {
        answers.requireOk(head.status());
        return answers.json(body.toByteArray());
    }

    @Override
    public void discard() {
        // goes with this object
    }
}
