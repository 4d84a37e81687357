package io.github.camelwechat.material.internal.transport;

import java.io.IOException;

import com.fasterxml.jackson.core.JsonParser;
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
        return switch (parser.currentToken()) {
            case VALUE_TRUE, VALUE_FALSE -> parser.getBooleanValue();
            case VALUE_NUMBER_INT, VALUE_NUMBER_FLOAT -> parser.getDoubleValue() != 0;
            case VALUE_STRING -> parser.getValueAsInt() != 0;
            default -> (Boolean) context.handleUnexpectedToken(boolean.class, parser);
        };
    }

    @Override
    public Boolean getNullValue(DeserializationContext context) {
        return false;
    }
}
