package io.github.camelwechat.docs.catalog;

import java.io.IOException;
import java.io.StringReader;
import java.io.UncheckedIOException;
import java.util.Collection;
import java.util.List;
import java.util.Properties;

/** The names of properties in a text, by the language that it is written in. */
final class PropertyNames {

    private PropertyNames() {
    }

    static Collection<String> in(String language, String text) {
        return switch (language) {
            case "properties" -> inProperties(text);
            case "yaml" -> Yaml.propertyNames(text);
            default -> List.of();
        };
    }

    private static Collection<String> inProperties(String text) {
        Properties properties = new Properties();
        try {
            properties.load(new StringReader(text));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return properties.stringPropertyNames();
    }
}
