package io.github.camelwechat.material;

import java.util.regex.Pattern;

import io.github.camelwechat.material.internal.media.VisibleText;
import org.jspecify.annotations.Nullable;

/**
 * The placeholders that nothing has resolved. Taken literally they would be sent to WeChat, or shown to a proxy, and
 * refused there for a reason that names no option.
 */
final class Placeholders {

    /** Of Spring, Maven and Camel. */
    private static final Pattern ANYWHERE = Pattern.compile("\\$\\{.*}|\\{\\{.*}}", Pattern.DOTALL);
    /**
     * Also of shells, Kubernetes, Spring's expressions and encrypted properties, Maven's filters in Spring Boot,
     * Jasypt, manuals, Camel's URIs and Camel's beans, and those of Camel in a Pipe, which encodes them: no credential
     * looks so.
     */
    private static final Pattern IN_CREDENTIAL = Pattern.compile(
            ANYWHERE + "|\\$(env:)?\\w+|\\$\\(.*\\)|%\\w+%|[#%]\\{.*}|\\{cipher}.*|@[^@]+@|<[^<>]+>|(ENC|RAW)\\(.*\\)|RAW\\{.*}"
                                                                 + "|#[a-zA-Z]+:.*|.*%7B%7B.*%7D%7D.*",
            Pattern.DOTALL);
    private static final Pattern SPACE_AROUND = Pattern.compile("^[\\s\\p{Z}]+|[\\s\\p{Z}]+$");
    private static final Pattern CONTROL = Pattern.compile("\\p{Cc}");

    private Placeholders() {
    }

    /**
     * Returns a credential without what nobody sees: the white space around it, such as the line end of a mounted file,
     * or a byte order mark.
     *
     * @param  owner                    of the option, for messages: {@code account 'brand-a'}
     * @return                          null for none: that is what the placeholder of an environment variable gives
     *                                  that is not set
     * @throws IllegalArgumentException if it is a placeholder or more than one line; the message does not have the
     *                                  value
     */
    static @Nullable String credential(String owner, String option, @Nullable String value) {
        String visible = value == null ? "" : VisibleText.of(value);
        // a no-break space too, of a web page
        String stripped = SPACE_AROUND.matcher(visible).replaceAll("");
        if (stripped.isEmpty()) {
            return null;
        }
        if (IN_CREDENTIAL.matcher(stripped).matches()) {
            throw unresolved(
                    option + " of the " + owner,
                    "check that the property or variable exists, and that this is the right syntax here"
                                                 + " ({{env:NAME}} in Camel, RAW({{env:NAME}}) in a Pipe, ${NAME} in Spring)");
        }
        if (CONTROL.matcher(stripped).find()) {
            throw new IllegalArgumentException(
                    option + " of the " + owner + " has a line end or another control character inside; check that"
                                               + " the file or variable that it comes from holds nothing else");
        }
        return stripped;
    }

    /**
     * @throws IllegalArgumentException if the option as a whole is a placeholder; the message does not have the value
     */
    static void refuse(String option, @Nullable String value, String advice) {
        if (value != null && ANYWHERE.matcher(value.strip()).matches()) {
            throw unresolved(option, advice);
        }
    }

    /**
     * @throws IllegalArgumentException if there is a placeholder in the option; the message does not have the value
     */
    static void refuseWithin(String option, String value, String advice) {
        if (ANYWHERE.matcher(value).find()) {
            throw unresolved(option, advice);
        }
    }

    private static IllegalArgumentException unresolved(String subject, String advice) {
        return new IllegalArgumentException(subject + " is a placeholder that was not resolved; " + advice);
    }
}
