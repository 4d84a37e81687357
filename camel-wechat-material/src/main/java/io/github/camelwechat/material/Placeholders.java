package io.github.camelwechat.material;

import java.util.regex.Pattern;

import org.jspecify.annotations.Nullable;

/**
 * The placeholders that nothing has resolved. Taken literally they would be sent to WeChat, or shown to a proxy, and
 * refused there for a reason that names no option.
 */
final class Placeholders {

    /** Of Spring, Maven and Camel. */
    private static final Pattern ANYWHERE = Pattern.compile("\\$\\{.*}|\\{\\{.*}}", Pattern.DOTALL);
    /**
     * Also of shells, Maven's filters in Spring Boot, Jasypt, Camel's URIs and Camel's beans: no credential looks so.
     */
    private static final Pattern IN_CREDENTIAL = Pattern.compile(
            ANYWHERE + "|\\$\\w+|%\\w+%|@[^@]+@|(ENC|RAW)\\(.*\\)|RAW\\{.*}|#[a-zA-Z]+:.*", Pattern.DOTALL);

    private Placeholders() {
    }

    /**
     * Returns a credential without the white space around it, such as the line end of a mounted file.
     *
     * @return                          null for none: that is what the placeholder of an environment variable gives
     *                                  that is not set
     * @throws IllegalArgumentException if it is a placeholder; the message does not have the value
     */
    static @Nullable String credential(String account, String option, @Nullable String value) {
        if (value == null || value.isBlank()) {
            return null;
        }
        String stripped = value.strip();
        if (IN_CREDENTIAL.matcher(stripped).matches()) {
            throw unresolved(
                    option + " of the account '" + account + "'",
                    "check that the property or variable exists, and that this is the right syntax here"
                                                                  + " ({{env:NAME}} in Camel, ${NAME} in Spring)");
        }
        return stripped;
    }

    /**
     * @throws IllegalArgumentException if the option as a whole is a placeholder; the message does not have the value
     */
    static void refuse(String option, @Nullable String value, String wayOut) {
        if (value != null && ANYWHERE.matcher(value.strip()).matches()) {
            throw unresolved(option, wayOut);
        }
    }

    private static IllegalArgumentException unresolved(String subject, String wayOut) {
        return new IllegalArgumentException(subject + " is a placeholder that was not resolved; " + wayOut);
    }
}
