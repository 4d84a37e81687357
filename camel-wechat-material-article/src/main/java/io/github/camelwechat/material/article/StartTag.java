package io.github.camelwechat.material.article;

import java.util.List;

import org.jspecify.annotations.Nullable;

/**
 * Start tag of the source.
 *
 * @param name       as it is written
 * @param from       offset of its angle bracket
 * @param nameEnd    offset after the name
 * @param end        offset after the tag
 * @param attributes in the order of the source, repeated ones included
 */
record StartTag(String name, int from, int nameEnd, int end, List<TagAttribute> attributes) {

    /** {@return the attribute of this name that counts: the first} */
    @Nullable
    TagAttribute first(String attribute) {
        for (TagAttribute candidate : attributes) {
            if (candidate.name().equals(attribute)) {
                return candidate;
            }
        }
        return null;
    }

    /** {@return the decoded value; empty if there is no such attribute} */
    String value(String source, String attribute) {
        TagAttribute first = first(attribute);
        return first == null ? "" : first.value(source).text();
    }
}
