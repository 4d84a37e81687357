package io.github.camelwechat.http;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import org.apache.camel.Exchange;
import org.apache.camel.Message;
import org.jspecify.annotations.Nullable;

/** The bodies of answers. */
final class JsonAnswer {

    static final String TYPE = "application/json";

    private JsonAnswer() {
    }

    static String stored(@Nullable String mediaId, @Nullable String url) {
        ObjectNode answer = JsonNodeFactory.instance.objectNode().put("media_id", mediaId);
        if (url != null) {
            answer.put("url", url);
        }
        return answer + "\n";
    }

    static String of(Problem problem) {
        ObjectNode answer = JsonNodeFactory.instance.objectNode().put("error", problem.error());
        if (problem.errcode() != null) {
            answer.put("errcode", problem.errcode());
        }
        return answer.put("advice", problem.advice()) + "\n";
    }

    /** Makes a message the answer: what it has of the request would go back to the client. */
    static void write(Message message, int status, String json) {
        message.removeHeaders("*");
        message.setHeader(Exchange.HTTP_RESPONSE_CODE, status);
        message.setHeader(Exchange.CONTENT_TYPE, TYPE);
        // of a buffer the server knows the length, and needs no further thread to read it
        message.setBody(ByteBuffer.wrap(json.getBytes(StandardCharsets.UTF_8)));
    }
}
