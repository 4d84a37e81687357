package io.github.camelwechat.material.internal.transport;

import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import com.fasterxml.jackson.core.JsonParseException;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.databind.JsonMappingException;
import org.jspecify.annotations.Nullable;

/** Reads the JSON object of an answer in one pass: its fields, and one list whose elements become records at once. */
final class AnswerParser {

    /** WeChat's answers have less than twenty. */
    private static final int MAX_FIELDS = 100;
    private static final int MAX_NESTED = 20;

    private final AnswerShape shape;
    private final Map<String, JsonField> fields = new LinkedHashMap<>();
    private final Map<String, JsonField> repeated = new LinkedHashMap<>();
    private final Map<String, JsonField> nested = new LinkedHashMap<>();
    private final List<Object> elements = new ArrayList<>();
    private int nestedSeen;

    AnswerParser(AnswerShape shape) {
        this.shape = shape;
    }

    /** {@return the fields that were read, by their names and in their order} */
    Map<String, JsonField> fields() {
        return fields;
    }

    /** {@return of each field that is there more than once the last value} */
    Map<String, JsonField> repeated() {
        return repeated;
    }

    /**
     * {@return some of the fields of objects in the answer, by their paths: a gateway may have wrapped WeChat's answer}
     */
    Map<String, JsonField> nested() {
        return nested;
    }

    /** {@return the elements of the list, without those that are null} */
    List<Object> elements() {
        return elements;
    }

    /**
     * Reads to the end. What was read before a failure can be asked for too.
     *
     * @return                    why it is not an answer of WeChat's though it is JSON; null where it may be one
     * @throws JsonParseException when it is not a JSON object
     * @throws IOException        when it cannot be read, or is not JSON
     */
    @Nullable
    String parse(InputStream json) throws IOException {
        try (JsonParser parser = Json.parser(json)) {
            if (parser.nextToken() != JsonToken.START_OBJECT) {
                throw new JsonParseException(parser, "no object");
            }
            return parse(parser);
        }
    }

    private @Nullable String parse(JsonParser parser) throws IOException {
        while (parser.nextToken() == JsonToken.FIELD_NAME) {
            if (fields.size() == MAX_FIELDS) {
                return "the answer has more than " + MAX_FIELDS + " fields";
            }
            String name = parser.currentName();
            JsonToken value = parser.nextToken();
            AnswerShape.ListField<?> list = shape.list();
            JsonField field;
            if (value == JsonToken.START_ARRAY && list != null && list.name().equals(name)) {
                if (!readElements(parser, list.type())) {
                    return "the answer has more than " + shape.maxElements() + " of " + name;
                }
                field = new JsonField(JsonField.Kind.LIST, "");
            } else {
                field = field(parser, value, name);
            }
            if (fields.putIfAbsent(name, field) != null) {
                repeated.put(name, field);
            }
        }
        return parser.nextToken() == null ? null : "the answer goes on after its JSON object";
    }

    private boolean readElements(JsonParser parser, Class<?> type) throws IOException {
        int count = 0;
        while (parser.nextToken() != JsonToken.END_ARRAY) {
            count++;
            if (count > shape.maxElements()) {
                return false;
            }
            if (parser.currentToken() != JsonToken.VALUE_NULL) {
                elements.add(element(parser, type));
            }
        }
        return true;
    }

    private static Object element(JsonParser parser, Class<?> type) throws IOException {
        Object element = Json.read(parser, type);
        if (element == null) {
            throw JsonMappingException.from(parser, "no element");
        }
        return element;
    }

    private JsonField field(JsonParser parser, JsonToken value, String path) throws IOException {
        return switch (value) {
            case VALUE_STRING -> new JsonField(JsonField.Kind.TEXT, parser.getText());
            case VALUE_NUMBER_INT, VALUE_NUMBER_FLOAT -> new JsonField(JsonField.Kind.NUMBER, parser.getText());
            case VALUE_TRUE, VALUE_FALSE -> new JsonField(JsonField.Kind.BOOLEAN, parser.getText());
            case VALUE_NULL -> new JsonField(JsonField.Kind.NULL, "");
            case START_OBJECT -> {
                readObject(parser, path);
                yield new JsonField(JsonField.Kind.NESTED, "");
            }
            default -> {
                parser.skipChildren();
                yield new JsonField(JsonField.Kind.NESTED, "");
            }
        };
    }

    private void readObject(JsonParser parser, String path) throws IOException {
        while (parser.nextToken() == JsonToken.FIELD_NAME) {
            JsonToken value = parser.nextToken();
            if (nestedSeen == MAX_NESTED) {
                parser.skipChildren();
            } else {
                nestedSeen++;
                String name = path + "." + parser.currentName();
                nested.putIfAbsent(name, field(parser, value, name));
            }
        }
    }
}
