package io.github.camelwechat.yaml;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The rules that camel-kamelets checks of each Kamelet in its catalog, but for those of its neighbours there.
 *
 * @param file    the name of its file
 * @param kamelet the parsed file
 */
record KameletRules(String file, Map<?, ?> kamelet) {

    private static final String CREDENTIALS = "urn:camel:group:credentials";
    /** Of an older console, which the catalog has left. */
    private static final String DEPRECATED = "urn:alm:descriptor:com.tectonic.ui";
    private static final Pattern DEPENDENCY = Pattern.compile("camel:.*|mvn:.*|github:apache/.*");
    private static final Pattern PARAMETER = Pattern.compile("\\{\\{[?]?([A-Za-z0-9-._]+)(?::[^}]*)?}}");
    private static final Pattern ARTICLE = Pattern.compile("(?:The|A|An) .*");
    /** Words that need no capital. */
    private static final Set<String> SMALL
            = Set.of("a", "an", "and", "as", "at", "be", "between", "by", "for", "from", "if", "in", "is",
                    "of", "on", "or", "the", "to", "with", "when", "name", "not", "now", "before", "after", "it", "up");

    /** {@return a sentence for each rule that is broken} */
    List<String> violations() {
        List<String> found = new ArrayList<>();
        Map<?, ?> metadata = map(kamelet, "metadata");
        Map<?, ?> annotations = map(metadata, "annotations");
        Map<?, ?> spec = map(kamelet, "spec");
        Map<?, ?> definition = map(spec, "definition");
        Map<?, ?> properties = map(definition, "properties");
        String name = text(metadata, "name");
        String type = text(map(metadata, "labels"), "camel.apache.org/kamelet.type");

        require(found, text(kamelet, "apiVersion").equals("camel.apache.org/v1"), "apiVersion");
        require(found, text(kamelet, "kind").equals("Kamelet"), "kind");
        require(found, file.equals(name + ".kamelet.yaml"), "file is not called as the Kamelet");
        require(found, Set.of("source", "sink", "action").contains(type), "type");
        require(found, name.endsWith("-" + type), "name does not end with the type");
        for (String annotation : List.of("kamelet.icon", "catalog.version", "kamelet.support.level", "kamelet.group",
                "kamelet.namespace", "provider")) {
            require(found, !text(annotations, "camel.apache.org/" + annotation).isEmpty(), "no annotation " + annotation);
        }
        String title = text(definition, "title");
        require(found, !type.isEmpty() && title.endsWith(Character.toUpperCase(type.charAt(0)) + type.substring(1)),
                "title does not end with the type");
        require(found, !text(definition, "description").isEmpty(), "no description");
        require(found, text(definition, "type").equals("object"), "definition is no object");
        List<?> required = definition.get("required") instanceof List<?> list ? list : List.of();
        require(found, new HashSet<>(required).size() == required.size(), "required twice");
        required.forEach(one -> require(found, properties.containsKey(one), "required and not there: " + one));
        properties.forEach((key, property) -> checkProperty(found, key.toString(), (Map<?, ?>) property));
        checkParameters(found, spec, properties.keySet());
        checkTemplate(found, type, map(spec, "template"));
        if (spec.get("dependencies") instanceof List<?> dependencies) {
            dependencies.forEach(one -> require(found, DEPENDENCY.matcher(one.toString()).matches(), "no dependency: " + one));
        }
        return found;
    }

    private static void checkProperty(List<String> found, String name, Map<?, ?> property) {
        String title = text(property, "title");
        require(found, !title.isEmpty(), name + " has no title");
        require(found, !ARTICLE.matcher(title).matches(), name + ": title begins with an article");
        for (String word : title.split(" ", -1)) {
            require(found, word.isEmpty() || SMALL.contains(word) || !Character.isLowerCase(word.charAt(0)),
                    name + ": word without capital in the title: " + word);
        }
        require(found, !text(property, "type").isEmpty(), name + " has no type");
        require(found, !text(property, "description").isEmpty(), name + " has no description");
        List<?> descriptors = property.get("x-descriptors") instanceof List<?> list ? list : List.of();
        boolean credentials = descriptors.contains(CREDENTIALS);
        require(found, new HashSet<>(descriptors).size() == descriptors.size(), name + " has a descriptor twice");
        require(found, descriptors.stream().noneMatch(one -> one.toString().startsWith(DEPRECATED)),
                name + " has a deprecated descriptor");
        require(found, !text(property, "format").equals("password") || credentials, name + " is a password without descriptor");
    }

    /** A source ends in the route that uses it, and a sink begins there; what an action does is not checked. */
    private static void checkTemplate(List<String> found, String type, Map<?, ?> template) {
        String other = type.equals("source") ? "kamelet:sink" : "kamelet:source";
        require(found, !Set.of("source", "sink").contains(type) || template.toString().contains(other),
                "template has no " + other);
    }

    /** Declared are those of the definition, and the template's beans. */
    private static void checkParameters(List<String> found, Map<?, ?> spec, Set<?> properties) {
        Map<?, ?> template = map(spec, "template");
        require(found, !template.isEmpty(), "no template");
        Set<Object> used = new HashSet<>();
        collect(template, used);
        Set<Object> declared = new HashSet<>(properties);
        if (template.get("beans") instanceof List<?> beans) {
            beans.forEach(bean -> declared.add(((Map<?, ?>) bean).get("name")));
        }
        used.forEach(name -> require(found, declared.contains(name), "used and not declared: " + name));
        declared.forEach(name -> require(found, used.contains(name), "declared and not used: " + name));
    }

    private static void collect(Object value, Set<Object> parameters) {
        if (value instanceof String text) {
            Matcher matcher = PARAMETER.matcher(text);
            while (matcher.find()) {
                parameters.add(matcher.group(1));
            }
        } else if (value instanceof Collection<?> list) {
            list.forEach(one -> collect(one, parameters));
        } else if (value instanceof Map<?, ?> map) {
            map.values().forEach(one -> collect(one, parameters));
        }
    }

    private static void require(List<String> found, boolean isSo, String otherwise) {
        if (!isSo) {
            found.add(otherwise);
        }
    }

    private static Map<?, ?> map(Map<?, ?> parent, String key) {
        return parent.get(key) instanceof Map<?, ?> child ? child : Map.of();
    }

    private static String text(Map<?, ?> parent, String key) {
        Object value = parent.get(key);
        return value == null ? "" : value.toString();
    }
}
