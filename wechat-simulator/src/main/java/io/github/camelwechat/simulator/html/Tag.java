package io.github.camelwechat.simulator.html;

import java.util.List;

/**
 * Start tag in a text.
 *
 * @param name       in lower case
 * @param attributes in their order
 */
record Tag(String name, List<Attribute> attributes) {

    /**
     * Attribute of a tag.
     *
     * @param name      in lower case
     * @param nameStart where its name begins
     * @param start     where its value begins, without a quotation mark
     * @param end       behind its value
     * @param after     behind the attribute, with its quotation mark
     * @param value     as it is written
     */
    record Attribute(String name, int nameStart, int start, int end, int after, String value) {
    }

    /** {@return whether it has an attribute of this value, in any case} */
    boolean has(String name, String value) {
        return attributes.stream().anyMatch(
                attribute -> attribute.name().equals(name) && attribute.value().strip().equalsIgnoreCase(value));
    }
}
