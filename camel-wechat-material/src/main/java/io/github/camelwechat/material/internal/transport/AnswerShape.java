package io.github.camelwechat.material.internal.transport;

import io.github.camelwechat.material.internal.call.WechatInterface;
import org.jspecify.annotations.Nullable;

/**
 * Shape of the JSON in an interface's answers.
 *
 * @param maxBytes    the most bytes
 * @param list        the field that holds a list; null for an interface without lists
 * @param maxElements the most elements of that list
 */
public record AnswerShape(int maxBytes, @Nullable ListField<?> list, int maxElements) {

    /** Returns the shape of a few fields. */
    public static AnswerShape flat(WechatInterface called) {
        return new AnswerShape(called.longestAnswer(), null, 0);
    }

    /**
     * A field with a list.
     *
     * @param name of the field
     * @param type of the elements: a record with components by WeChat's names (with underscores)
     */
    public record ListField<T>(String name, Class<T> type) {
    }
}
