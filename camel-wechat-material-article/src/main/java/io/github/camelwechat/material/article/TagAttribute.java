package io.github.camelwechat.material.article;

/**
 * Attribute of a start tag, as offsets into the source.
 *
 * @param name      in lower case
 * @param from      start of the name
 * @param nameEnd   end of the name
 * @param valueFrom start of the value without its quote; the end of the name if there is no equals sign
 * @param valueEnd  end of the value without its quote
 * @param end       end of all
 * @param quote     around the value; {@link #UNQUOTED} or {@link #WITHOUT_VALUE} if there is none
 */
record TagAttribute(String name, int from, int nameEnd, int valueFrom, int valueEnd, int end, char quote) {

    static final char UNQUOTED = 'u';
    static final char WITHOUT_VALUE = '-';

    DecodedValue value(String source) {
        return DecodedValue.of(source, valueFrom, valueEnd);
    }
}
