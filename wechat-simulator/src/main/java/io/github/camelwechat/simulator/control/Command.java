package io.github.camelwechat.simulator.control;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;

import com.fasterxml.jackson.databind.JsonNode;
import io.github.camelwechat.simulator.api.Query;
import org.jspecify.annotations.Nullable;

/**
 * A request to the control API.
 *
 * @param route whose segments the path has
 * @param body  a JSON object, empty if nothing was sent
 */
record Command(Route route, String path, Query query, JsonNode body) {

    /** {@return what stands in the path for the n-th name in braces, counted from 1} */
    String segment(int number) {
        return route.segment(path, number);
    }

    /** Refuses a body with a field that the command does not know: it would be a typing mistake without effect. */
    void allow(String... fields) {
        List<String> unknown = new ArrayList<>();
        body.fieldNames().forEachRemaining(unknown::add);
        unknown.removeAll(Set.of(fields));
        if (!unknown.isEmpty()) {
            throw new IllegalArgumentException("Unknown fields " + unknown + "; known are " + List.of(fields));
        }
    }

    String text(String field) {
        String text = body.path(field).textValue();
        if (text == null) {
            throw new IllegalArgumentException("The body needs a text '" + field + "'");
        }
        return text;
    }

    /** {@return the text of the field; null if it is not given} */
    @Nullable
    String optionalText(String field) {
        return body.has(field) ? text(field) : null;
    }

    /** {@return the value of the field; false if it is not given} */
    boolean flag(String field) {
        JsonNode value = body.path(field);
        if (!value.isMissingNode() && !value.isBoolean()) {
            throw new IllegalArgumentException("'" + field + "' is neither true nor false: " + value);
        }
        return value.asBoolean();
    }

    long number(String field, long otherwise) {
        JsonNode value = body.path(field);
        if (value.isMissingNode()) {
            return otherwise;
        }
        if (!value.canConvertToExactIntegral() || !value.canConvertToLong()) {
            throw new IllegalArgumentException("'" + field + "' is no whole number: " + value);
        }
        return value.longValue();
    }
}
