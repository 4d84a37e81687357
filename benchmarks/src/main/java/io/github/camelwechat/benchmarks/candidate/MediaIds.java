package io.github.camelwechat.benchmarks.candidate;

import java.io.IOException;
import java.io.InputStream;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;

/** Reads answers for those candidates that leave it to the user. */
final class MediaIds {

    private static final ObjectMapper MAPPER = new ObjectMapper();

    private MediaIds() {
    }

    static String read(byte[] answer) throws IOException {
        return mediaId(MAPPER.readTree(answer));
    }

    static String read(InputStream answer) throws IOException {
        return mediaId(MAPPER.readTree(answer));
    }

    private static String mediaId(JsonNode answer) throws IOException {
        String mediaId = answer.path("media_id").asText();
        if (mediaId.isEmpty()) {
            throw new IOException("No media_id: " + answer);
        }
        return mediaId;
    }
}
