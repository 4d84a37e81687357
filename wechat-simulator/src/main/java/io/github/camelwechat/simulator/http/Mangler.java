package io.github.camelwechat.simulator.http;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;

import io.github.camelwechat.simulator.answer.Answer;
import io.github.camelwechat.simulator.answer.Body;
import io.github.camelwechat.simulator.fault.Fault;
import org.jspecify.annotations.Nullable;

/** Spoils answers as a fault wants it. */
final class Mangler {

    private static final byte[] GARBAGE = "{\"errcode\":,\"media_id\":nothing].".getBytes(StandardCharsets.UTF_8);
    private static final byte[] RAW_CONTROL_CHARACTERS
            = "{\"digest\":\"\u0001 \b \t \n \u000b \f \r \u001f\"".getBytes(StandardCharsets.UTF_8);

    private Mangler() {
    }

    static Answer mangle(Answer answer, @Nullable Fault fault) {
        if (fault == null) {
            return answer;
        }
        return switch (fault.kind()) {
            case GARBAGE -> with(answer, answer.contentType(), new Body.InMemory(GARBAGE));
            case CONTROL_CHARACTERS -> with(answer, answer.contentType(), withControlCharacters(answer.body()));
            case TEXT_PLAIN -> with(answer, "text/plain", answer.body());
            default -> answer;
        };
    }

    /** They stand in a field of their own, so that what else is in the answer can still be read by a lenient client. */
    private static Body withControlCharacters(Body body) {
        if (!(body instanceof Body.InMemory text)) {
            return body;
        }
        byte[] json = text.bytes();
        if (json.length < 2 || json[0] != '{') {
            return body;
        }
        ByteArrayOutputStream spoiled = new ByteArrayOutputStream();
        spoiled.writeBytes(RAW_CONTROL_CHARACTERS);
        if (json[1] != '}') {
            spoiled.write(',');
        }
        spoiled.write(json, 1, json.length - 1);
        return new Body.InMemory(spoiled.toByteArray());
    }

    private static Answer with(Answer answer, @Nullable String contentType, Body body) {
        return new Answer(answer.status(), contentType, answer.fileName(), body, answer.errcode(), answer.rid());
    }
}
