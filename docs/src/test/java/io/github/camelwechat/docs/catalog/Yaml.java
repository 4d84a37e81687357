package io.github.camelwechat.docs.catalog;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;

import org.snakeyaml.engine.v2.api.Load;
import org.snakeyaml.engine.v2.api.LoadSettings;

/** Texts in YAML. */
final class Yaml {

    private Yaml() {
    }

    /** {@return the documents of a text} */
    static List<Object> documents(String text) {
        List<Object> documents = new ArrayList<>();
        new Load(LoadSettings.builder().build()).loadAllFromString(text).forEach(documents::add);
        return documents;
    }

    /**
     * {@return the names that nested keys make, with dots, as Spring Boot reads them; those in a text within a text
     * too, as in a ConfigMap}
     */
    static List<String> propertyNames(String text) {
        List<String> names = new ArrayList<>();
        documents(text).forEach(document -> collect("", document, names));
        return names;
    }

    private static void collect(String prefix, Object node, List<String> names) {
        if (node instanceof Map<?, ?> map) {
            map.forEach((key, value) -> {
                if (isFile(key) && value instanceof String text) {
                    names.addAll(propertyNames(text));
                } else {
                    collect(prefix.isEmpty() ? key.toString() : prefix + "." + key, value, names);
                }
            });
        } else if (node instanceof List<?> list) {
            list.forEach(one -> collect("", one, names));
        } else {
            names.add(prefix);
        }
    }

    private static boolean isFile(Object key) {
        return key.toString().endsWith(".yaml") || key.toString().endsWith(".yml");
    }
}
