package io.github.camelwechat.simulator.multipart;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.Collections;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;

/**
 * The header lines of one part.
 *
 * @param values    by name, without regard to case
 * @param validUtf8 whether the bytes were UTF-8; if not, U+FFFD stands for what was not
 */
public record PartHeaders(Map<String, String> values, boolean validUtf8) {

    public PartHeaders {
        Map<String, String> copy = new TreeMap<>(String.CASE_INSENSITIVE_ORDER);
        copy.putAll(values);
        values = Collections.unmodifiableMap(copy);
    }

    static PartHeaders parse(byte[] bytes, int offset, int length) {
        String text = new String(bytes, offset, length, StandardCharsets.UTF_8);
        Map<String, String> values = new TreeMap<>(String.CASE_INSENSITIVE_ORDER);
        for (String line : text.isEmpty() ? new String[0] : text.split("\r\n")) {
            int colon = line.indexOf(':');
            if (colon < 1) {
                throw new FramingException("a line in the headers of a part has no colon: " + line);
            }
            values.put(line.substring(0, colon).trim(), line.substring(colon + 1).trim());
        }
        return new PartHeaders(values, isUtf8(bytes, offset, length));
    }

    /** {@return the Content-Disposition taken apart} */
    public ContentDisposition disposition() {
        String value = values.get("Content-Disposition");
        if (value == null || !value.toLowerCase(Locale.ROOT).startsWith("form-data")) {
            throw new FramingException("a part has no Content-Disposition: form-data");
        }
        return ContentDisposition.parse(value);
    }

    private static boolean isUtf8(byte[] bytes, int offset, int length) {
        try {
            StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(bytes, offset, length));
            return true;
        } catch (CharacterCodingException e) {
            return false;
        }
    }
}
