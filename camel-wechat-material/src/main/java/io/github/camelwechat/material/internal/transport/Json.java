package io.github.camelwechat.material.internal.transport;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.channels.Channels;
import java.nio.channels.ReadableByteChannel;
import java.nio.charset.StandardCharsets;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.core.json.JsonReadFeature;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.PropertyNamingStrategies;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.module.SimpleModule;
import org.jspecify.annotations.Nullable;

/** JSON as WeChat speaks it: raw UTF-8 both ways, and raw control characters inside the strings of old material. */
public final class Json {

    /** A page of 20 news with 8 articles each has 5,000. */
    private static final int MAX_TOKENS = 50_000;
    /** A page of news has 7. */
    private static final int MAX_DEPTH = 50;
    /** An article has 20,000 characters at most, by WeChat's pages. */
    private static final int MAX_STRING_LENGTH = 8 << 20;
    private static final int MAX_NAME_LENGTH = 1000;

    private static final JsonMapper MAPPER = JsonMapper.builder(
            JsonFactory.builder()
                    .streamReadConstraints(StreamReadConstraints.builder().maxTokenCount(MAX_TOKENS)
                            .maxNestingDepth(MAX_DEPTH).maxStringLength(MAX_STRING_LENGTH).maxNameLength(MAX_NAME_LENGTH)
                            .build())
                    // what a peer names its fields must not outlive the answer
                    .disable(JsonFactory.Feature.INTERN_FIELD_NAMES)
                    .build())
            .enable(JsonReadFeature.ALLOW_UNESCAPED_CONTROL_CHARS)
            .disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
            .propertyNamingStrategy(PropertyNamingStrategies.SNAKE_CASE)
            .addModule(new SimpleModule().addDeserializer(boolean.class, new FlagDeserializer())).build();

    private Json() {
    }

    static JsonParser parser(InputStream json) throws IOException {
        return MAPPER.createParser(json);
    }

    /** Reads a record whose components have WeChat's names (with underscores); unknown fields are left out. */
    static <T> @Nullable T read(JsonParser parser, Class<T> type) throws IOException {
        return MAPPER.readValue(parser, type);
    }

    /**
     * Reads a record whose components have names with underscores, as {@link #text} writes it.
     *
     * @throws IllegalArgumentException if the text is none; the message does not quote it
     */
    public static <T> T read(String json, Class<T> type) {
        try (JsonParser parser = MAPPER.createParser(json)) {
            T value = MAPPER.readValue(parser, type);
            if (value != null && parser.nextToken() == null) {
                return value;
            }
        } catch (IOException e) {
            // without the cause, which quotes the text
        }
        throw new IllegalArgumentException("Not the JSON of a " + type.getSimpleName());
    }

    /**
     * Writes JSON in UTF-8, as {@link #text} does.
     *
     * @param value a map or record of plain values
     */
    public static byte[] write(Object value) {
        // not writeValueAsBytes: that escapes what lies beyond the basic plane, and WeChat keeps escapes as they are
        return text(value).getBytes(StandardCharsets.UTF_8);
    }

    /**
     * Writes JSON, without escapes but those that JSON demands.
     *
     * @param value a map or record of plain values
     */
    public static String text(Object value) {
        try {
            return MAPPER.writeValueAsString(value);
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
