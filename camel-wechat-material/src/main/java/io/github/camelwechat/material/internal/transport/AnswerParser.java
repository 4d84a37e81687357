package io.github.camelwechat.material.internal.transport;

import java.io.IOException;
import java.io.InputStream;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import java.util.regex.Pattern;

import com.fasterxml.jackson.core.JsonParseException;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.databind.JsonMappingException;
import org.jspecify.annotations.Nullable;

/**
 * Reads the JSON object of an answer in one pass: its fields, one list whose elements become records at once, and
 * objects that become records.
 */
final class AnswerParser {

    /** WeChat's answers have less than twenty. */
    private static final int MAX_FIELDS = 100;
    private static final int MAX_NESTED = 20;

    private final AnswerShape shape;
    private final Map<String, Field> fields = new LinkedHashMap<>();
    private final Map<String, Field> repeated = new LinkedHashMap<>();
    private final Map<String, Field> nested = new LinkedHashMap<>();
    private final List<Object> elements = new ArrayList<>();
    private final Map<String, Object> objects = new HashMap<>();
    private int nestedSeen;

    AnswerParser(AnswerShape shape) {
        this.shape = shape;
    }

    /** {@return the fields that were read, by their names and in their order} */
    Map<String, Field> fields() {
        return fields;
    }

    /** {@return of each field that is there more than once the last value} */
    Map<String, Field> repeated() {
        return repeated;
    }

    /**
     * {@return some of the fields of objects in the answer, by their paths: a gateway may have wrapped WeChat's answer}
     */
    Map<String, Field> nested() {
        return nested;
    }

    /** {@return the elements of the list, without those that are null} */
    List<Object> elements() {
        return elements;
    }

    /** {@return the objects of the shape, by the names of their fields} */
    Map<String, Object> objects() {
        return objects;
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
            AnswerShape.ObjectField<?> object = shape.object(name);
            Field field;
            if (value == JsonToken.START_ARRAY && list != null && list.name().equals(name)) {
                if (!readElements(parser, list.type())) {
                    return "the answer has more than " + shape.maxElements() + " of " + name;
                }
                field = new Field(Field.Kind.LIST, "");
            } else if (value == JsonToken.START_OBJECT && object != null) {
                objects.put(name, element(parser, object.type()));
                field = new Field(Field.Kind.NESTED, "");
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

    private Field field(JsonParser parser, JsonToken value, String path) throws IOException {
        return switch (value) {
            case VALUE_STRING -> new Field(Field.Kind.TEXT, parser.getText());
            case VALUE_NUMBER_INT, VALUE_NUMBER_FLOAT -> new Field(Field.Kind.NUMBER, parser.getText());
            case VALUE_TRUE, VALUE_FALSE -> new Field(Field.Kind.BOOLEAN, parser.getText());
            case VALUE_NULL -> new Field(Field.Kind.NULL, "");
            case START_OBJECT -> {
                readObject(parser, path);
                yield new Field(Field.Kind.NESTED, "");
            }
            default -> {
                parser.skipChildren();
                yield new Field(Field.Kind.NESTED, "");
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

    /**
     * The value of a field of an answer.
     *
     * @param text of a scalar, without escapes and quotes; empty for null and for what is nested
     */
    record Field(Kind kind, String text) {

        private static final Pattern NUMBER = Pattern.compile("-?[0-9]{1,100}(\\.[0-9]{1,100})?([eE][+-]?[0-9]{1,9})?");

        enum Kind {
            TEXT,
            NUMBER,
            BOOLEAN,
            NULL,
            /** The list of {@link AnswerShape}. */
            LIST,
            /** Any other list, or an object. */
            NESTED
        }

        boolean isScalar() {
            return kind == Kind.TEXT || kind == Kind.NUMBER || kind == Kind.BOOLEAN;
        }

        /** {@return the integer that a number, or a text that is one, is equal to; empty where there is none} */
        OptionalLong integer() {
            if ((kind != Kind.NUMBER && kind != Kind.TEXT) || !NUMBER.matcher(text).matches()) {
                return OptionalLong.empty();
            }
            try {
                // a proxy has been seen to turn 45103 into 45103.0
                return OptionalLong.of(new BigDecimal(text).longValueExact());
            } catch (ArithmeticException e) {
                return OptionalLong.empty();
            }
        }
    }
}
