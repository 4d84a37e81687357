package io.github.camelwechat.docs.catalog;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

import org.apache.camel.util.URISupport;

/** The URIs of endpoints in a text, by the language that it is written in. */
final class EndpointUris {

    private static final String LITERAL = "\"((?:[^\"\\\\]|\\\\.)*)\"";
    /** A text that is put together of literals and of values that are known at run time only. */
    private static final Pattern CONCATENATION
            = Pattern.compile(LITERAL + "(?:\\s*\\+\\s*(?:" + LITERAL + "|[\\w.]+(?:\\([^()\"]*\\))?))*");
    private static final Pattern PART = Pattern.compile(LITERAL + "|\\+\\s*([\\w.]+(?:\\([^()\"]*\\))?)");
    private static final Pattern ATTRIBUTE = Pattern.compile("\\buri=\"([^\"]*)\"");
    private static final Pattern VALUE = Pattern.compile("(?m)^[^#=:\\s]+\\s*[=:]\\s*(\\S+)\\s*$");
    private static final Set<String> STEPS = Set.of("from", "to", "toD", "wireTap", "enrich", "pollEnrich", "deadLetterUri");

    private EndpointUris() {
    }

    static Stream<String> in(String language, String text) {
        return switch (language) {
            case "java" -> inJava(text);
            case "yaml" -> inYaml(text);
            case "xml" -> ATTRIBUTE.matcher(text).results().map(found -> found.group(1).replace("&amp;", "&"));
            case "properties" -> VALUE.matcher(text).results().map(found -> found.group(1));
            default -> Stream.empty();
        };
    }

    /** A value that is not a literal counts as a placeholder. */
    private static Stream<String> inJava(String text) {
        return CONCATENATION.matcher(text).results().map(found -> {
            StringBuilder uri = new StringBuilder();
            Matcher part = PART.matcher(found.group());
            while (part.find()) {
                uri.append(part.group(1) == null ? "{{value}}" : part.group(1));
            }
            return uri.toString();
        });
    }

    private static Stream<String> inYaml(String text) {
        List<String> uris = new ArrayList<>();
        Yaml.documents(text).forEach(document -> collect(document, uris));
        return uris.stream();
    }

    private static void collect(Object node, List<String> uris) {
        if (node instanceof List<?> list) {
            list.forEach(one -> collect(one, uris));
        } else if (node instanceof Map<?, ?> map) {
            if (map.get("uri") instanceof String uri) {
                Object parameters = map.containsKey("parameters") ? map.get("parameters") : map.get("properties");
                uris.add(withParameters(uri, parameters));
            }
            map.forEach((key, value) -> {
                if (STEPS.contains(key) && value instanceof String uri) {
                    uris.add(uri);
                } else {
                    collect(value, uris);
                }
            });
        }
    }

    private static String withParameters(String uri, Object parameters) {
        if (!(parameters instanceof Map<?, ?> map)) {
            return uri;
        }
        Map<String, Object> options = new LinkedHashMap<>();
        map.forEach((key, value) -> options.put(key.toString(), value));
        return uri + (uri.contains("?") ? "&" : "?") + URISupport.createQueryString(options, false);
    }
}
