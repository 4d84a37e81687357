package io.github.camelwechat.material.internal.transport;

import java.util.List;

import io.github.camelwechat.material.internal.call.WechatInterface;
import org.jspecify.annotations.Nullable;

/**
 * Shape of the JSON in an interface's answers.
 *
 * @param maxBytes    the most bytes
 * @param list        the field that holds a list; null for an interface without lists
 * @param maxElements the most elements of that list
 * @param objects     the fields that hold objects
 */
public record AnswerShape(int maxBytes, @Nullable ListField<?> list, int maxElements, List<ObjectField<?>> objects) {

    /** Returns the shape of a few fields. */
    public static AnswerShape flat(WechatInterface called) {
        return of(called);
    }

    /** Returns the shape of a few fields, some of which hold objects. */
    public static AnswerShape of(WechatInterface called, ObjectField<?>... objects) {
        return new AnswerShape(called.longestAnswer(), null, 0, List.of(objects));
    }

    /** Without objects. */
    public AnswerShape(int maxBytes, @Nullable ListField<?> list, int maxElements) {
        this(maxBytes, list, maxElements, List.of());
    }

    @Nullable
    ObjectField<?> object(String name) {
        return objects.stream().filter(object -> object.name().equals(name)).findFirst().orElse(null);
    }

    /**
     * A field with a list.
     *
     * @param name of the field
     * @param type of the elements: a record with components by WeChat's names (with underscores)
     */
    public record ListField<T>(String name, Class<T> type) {
    }

    /**
     * A field with an object.
     *
     * @param name of the field
     * @param type of the object: a record with components by WeChat's names (with underscores)
     */
    public record ObjectField<T>(String name, Class<T> type) {
    }
}
