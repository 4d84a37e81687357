package io.github.camelwechat.simulator.multipart;

import java.util.Locale;

import org.jspecify.annotations.Nullable;

/**
 * The boundary as the request's Content-Type gives it.
 *
 * @param value empty if the header has none: then the first line of the body tells it
 */
public record Boundary(String value) {

    private static final int LONGEST = 70;

    /**
     * Reads the boundary, or refuses what announces no form.
     *
     * @param contentType the header of the request, null if it has none
     */
    public static Boundary of(@Nullable String contentType) {
        if (contentType == null || !contentType.trim().toLowerCase(Locale.ROOT).startsWith("multipart/form-data")) {
            throw new FramingException("the Content-Type is not multipart/form-data but " + contentType);
        }
        for (String parameter : contentType.split(";", -1)) {
            String trimmed = parameter.trim();
            if (trimmed.toLowerCase(Locale.ROOT).startsWith("boundary=")) {
                return new Boundary(checked(trimmed.substring("boundary=".length())));
            }
        }
        return new Boundary("");
    }

    static String checked(String value) {
        if (value.startsWith("\"")) {
            throw new FramingException("the boundary in the Content-Type is quoted: " + value);
        }
        if (value.isEmpty() || value.length() > LONGEST) {
            throw new FramingException("a boundary has 1 to " + LONGEST + " characters, not " + value.length());
        }
        return value;
    }
}
