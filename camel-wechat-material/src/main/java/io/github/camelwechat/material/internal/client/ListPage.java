package io.github.camelwechat.material.internal.client;

import java.util.List;
import java.util.function.Function;

import io.github.camelwechat.material.internal.transport.AnswerShape.ListField;
import io.github.camelwechat.material.internal.transport.JsonAnswer;

/**
 * A part of a list of WeChat's. An answer without its fields is not WeChat's, and must not pass for an empty list.
 *
 * @param totalCount how many there are in all
 * @param itemCount  how many of them are in this part
 * @param items      each with an id; never null
 */
record ListPage<T>(int totalCount, int itemCount, List<T> items) {

    /** The most items that WeChat gives at once. */
    static final int MAX_ITEMS = 20;
    /** Of names, titles, addresses and times of so many, all of them far longer than WeChat's. */
    static final int BYTES_WITHOUT_CONTENT = 4 << 20;

    /**
     * Reads the part in an answer.
     *
     * @param mediaId gives the id of an item
     */
    static <T> ListPage<T> of(JsonAnswer answer, ListField<T> list, Function<T, String> mediaId) {
        List<T> items = answer.list(list);
        int totalCount = answer.count("total_count");
        int itemCount = answer.has(list.name()) && !answer.has("item_count") ? items.size() : answer.count("item_count");
        if (items.isEmpty() && itemCount > 0) {
            throw answer.unexpected("the answer has no items, but an item_count of " + itemCount);
        }
        if (items.stream().anyMatch(item -> mediaId.apply(item).isBlank())) {
            throw answer.unexpected("the answer has an item without a media_id");
        }
        return new ListPage<>(totalCount, itemCount, items);
    }
}
