package io.github.camelwechat.material.transport;

import java.io.IOException;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.databind.DeserializationContext;
import com.fasterxml.jackson.databind.deser.std.StdScalarDeserializer;

/** WeChat's booleans are 0 and 1, as numbers or, by way of old programs, as texts. */
final class FlagDeserializer extends StdScalarDeserializer<Boolean> {

    private static final long serialVersionUID = 1L;

    FlagDeserializer() {
        super(Boolean.class);
    }

    @Override
    public Boolean deserialize(JsonParser parser, DeserializationContext context) throws IOException {
        return parser.currentToken() == JsonToken.VALUE_TRUE || parser.getValueAsInt() != 0;
    }

    @Override
    public Boolean getNullValue(DeserializationContext context) {
        return false;
    }
}
