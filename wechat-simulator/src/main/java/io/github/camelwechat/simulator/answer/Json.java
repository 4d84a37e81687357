package io.github.camelwechat.simulator.answer;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Instant;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.SerializableString;
import com.fasterxml.jackson.core.io.CharacterEscapes;
import com.fasterxml.jackson.core.io.SerializedString;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.module.SimpleModule;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.ser.std.ToStringSerializer;
import org.jspecify.annotations.Nullable;

/** JSON as WeChat writes it: UTF-8 as it is, slashes escaped. */
public final class Json {

    private static final JsonMapper PLAIN
            = JsonMapper.builder().enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
                    .addModule(new SimpleModule().addSerializer(Instant.class, ToStringSerializer.instance)).build();
    private static final JsonMapper WECHAT = new JsonMapper(new JsonFactory().setCharacterEscapes(new EscapedSlashes()));

    private Json() {
    }

    public static ObjectNode object() {
        return PLAIN.createObjectNode();
    }

    /** {@return the bytes with escaped slashes} */
    public static byte[] wechat(JsonNode node) {
        return bytes(WECHAT, node);
    }

    /** {@return the bytes as everybody else writes them} */
    public static byte[] plain(Object value) {
        return bytes(PLAIN, value);
    }

    /** Reads strictly: one value and nothing behind it, no unescaped control characters. */
    public static JsonNode read(byte[] json) throws IOException {
        return PLAIN.readTree(json);
    }

    public static <T> T read(byte[] json, Class<T> type) throws IOException {
        return PLAIN.readValue(json, type);
    }

    private static byte[] bytes(JsonMapper mapper, Object value) {
        try {
            return mapper.writeValueAsBytes(value);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static final class EscapedSlashes extends CharacterEscapes {

        private static final long serialVersionUID = 1L;

        private final int[] ascii = standardAsciiEscapesForJSON();

        EscapedSlashes() {
            ascii['/'] = ESCAPE_CUSTOM;
        }

        @Override
        public int[] getEscapeCodesForAscii() {
            return ascii;
        }

        @Override
        public @Nullable SerializableString getEscapeSequence(int character) {
            return character == '/' ? new SerializedString("\\/") : null;
        }
    }
}
