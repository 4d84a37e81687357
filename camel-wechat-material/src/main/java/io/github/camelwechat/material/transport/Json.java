package io.github.camelwechat.material.transport;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.channels.Channels;
import java.nio.channels.ReadableByteChannel;
import java.nio.charset.StandardCharsets;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.json.JsonReadFeature;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.PropertyNamingStrategies;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.module.SimpleModule;
import io.github.camelwechat.material.error.UnexpectedAnswerException;

/** JSON as WeChat speaks it: raw UTF-8 both ways, and raw control characters inside the strings of old material. */
public final class Json {

    private static final JsonMapper MAPPER
            = JsonMapper.builder().enable(JsonReadFeature.ALLOW_UNESCAPED_CONTROL_CHARS)
                    .disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
                    .propertyNamingStrategy(PropertyNamingStrategies.SNAKE_CASE)
                    .addModule(new SimpleModule().addDeserializer(boolean.class, new FlagDeserializer())).build();

    private Json() {
    }

    static JsonNode read(byte[] answer) throws IOException {
        return MAPPER.readTree(answer);
    }

    /**
     * Reads a record out of an answer: its components by WeChat's names (with underscores), unknown fields left out.
     *
     * @param  operation                 for messages
     * @throws UnexpectedAnswerException when a field is of another kind
     */
    public static <T> T as(Class<T> type, JsonNode answer, String operation) {
        try {
            return MAPPER.treeToValue(answer, type);
        } catch (JsonProcessingException e) {
            // without the cause, which quotes the answer
            throw new UnexpectedAnswerException(operation + ": the answer has not the fields that WeChat documents", 200);
        }
    }

    /**
     * Writes JSON in UTF-8, without escapes but those that JSON demands.
     *
     * @param value a map or record of plain values
     */
    public static byte[] write(Object value) {
        try {
            // not writeValueAsBytes: that escapes what lies beyond the basic plane, and WeChat keeps escapes as they are
            return MAPPER.writeValueAsString(value).getBytes(StandardCharsets.UTF_8);
        } catch (JsonProcessingException e) {
            // without the cause, which quotes the value
            throw new IllegalArgumentException("Not to be written as JSON: a " + value.getClass().getName());
        }
    }

    public static RequestBody body(Object value) {
        byte[] json = write(value);
        return new RequestBody() {
            @Override
            public String contentType() {
                return "application/json; charset=utf-8";
            }

            @Override
            public long contentLength() {
                return json.length;
            }

            @Override
            public boolean isInMemory() {
                return true;
            }

            @Override
            public ReadableByteChannel open() {
                return Channels.newChannel(new ByteArrayInputStream(json));
            }
        };
    }
}
