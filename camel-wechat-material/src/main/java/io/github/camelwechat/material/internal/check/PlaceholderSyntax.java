package io.github.camelwechat.material.internal.check;

import java.util.Optional;
import java.util.regex.Pattern;

/** Syntax of the placeholders in a written value, of which the value itself is never shown. */
final class PlaceholderSyntax {

    private static final Pattern OF_CAMEL = Pattern.compile("\\{\\{[^{}]*(?:\\{[^{}]+}[^{}]*)*}}");
    private static final Pattern OF_SPRING = Pattern.compile("\\$\\{[^{}]*}");
    /** Nothing, or a function without a name, before the default. */
    private static final Pattern WITHOUT_NAME = Pattern.compile("\\{\\{\\s*[?!]?\\s*(?:(?:env|sys):\\s*)?(?::.*)?}}");
    /**
     * A name of Camel's functions in Spring's braces: Spring takes {@code env} for a name, and the rest for a default.
     */
    private static final Pattern MIXED = Pattern.compile("\\$\\{\\s*(?:env|sys):[^{}]*}");
    private static final Pattern ENCODED = Pattern.compile("%7B%7B.*%7D%7D", Pattern.CASE_INSENSITIVE);

    private PlaceholderSyntax() {
    }

    /** {@return what no runtime resolves in a value} */
    static Optional<String> problem(String value) {
        if (ENCODED.matcher(value).find()) {
            return Optional.of("has an encoded placeholder, which nothing resolves; write it as {{NAME}}");
        }
        if (OF_CAMEL.matcher(value).results().anyMatch(found -> WITHOUT_NAME.matcher(found.group()).matches())) {
            return Optional.of("has a placeholder without a name; write {{NAME}}, or {{env:NAME}} for a variable");
        }
        if (MIXED.matcher(value).find()) {
            return Optional.of("has ${env:…} or ${sys:…}, which is no placeholder of a property; write {{env:NAME}} in Camel,"
                               + " ${NAME} in Spring");
        }
        String rest = OF_SPRING.matcher(OF_CAMEL.matcher(value).replaceAll("")).replaceAll("");
        // those of Spring may stand in another's default
        while (OF_SPRING.matcher(rest).find()) {
            rest = OF_SPRING.matcher(rest).replaceAll("");
        }
        return rest.contains("{{") || rest.contains("${")
                ? Optional.of("has a placeholder that does not end; write {{NAME}} in Camel, ${NAME} in Spring")
                : Optional.empty();
    }
}
