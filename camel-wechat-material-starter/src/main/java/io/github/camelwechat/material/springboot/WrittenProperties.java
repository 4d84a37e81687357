package io.github.camelwechat.material.springboot;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;

import io.github.camelwechat.material.springboot.WrittenProperty.Notation;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.source.ConfigurationPropertyName;
import org.springframework.boot.context.properties.source.ConfigurationPropertyName.Form;
import org.springframework.boot.context.properties.source.ConfigurationPropertySource;
import org.springframework.boot.context.properties.source.ConfigurationPropertySources;
import org.springframework.boot.origin.PropertySourceOrigin;
import org.springframework.core.env.EnumerablePropertySource;
import org.springframework.core.env.Environment;
import org.springframework.core.env.PropertySource;
import org.springframework.core.env.SystemEnvironmentPropertySource;

/**
 * The properties below {@code camel.component.wechat-material}, by the sources of Spring's environment, that of the
 * highest precedence first.
 */
record WrittenProperties(List<Source> sources) {

    static final String PREFIX = "camel.component.wechat-material";
    static final String VARIABLE = "CAMEL_COMPONENT_WECHATMATERIAL_";
    static final String VARIABLE_WITH_DASHES = "CAMEL_COMPONENT_WECHAT_MATERIAL_";
    /** Another component: {@code wechat-material-platform}. */
    private static final String PLATFORM = VARIABLE_WITH_DASHES + "PLATFORM_";

    private static final ConfigurationPropertyName NAME = ConfigurationPropertyName.of(PREFIX);

    /**
     * @param lookup     the source as Spring Boot's binder asks it
     * @param properties of the component only; none of a source that cannot list its names
     */
    record Source(ConfigurationPropertySource lookup, List<WrittenProperty> properties) {

        boolean environment() {
            return lookup.getUnderlyingSource() instanceof EnumerablePropertySource<?> listed && isEnvironment(listed);
        }

        /** {@return whether the source has a value for this very name} */
        boolean answers(String name) {
            return lookup.getUnderlyingSource() instanceof PropertySource<?> source && source.getProperty(name) != null;
        }
    }

    static WrittenProperties of(Environment environment) {
        List<Source> sources = new ArrayList<>();
        for (ConfigurationPropertySource source : ConfigurationPropertySources.get(environment)) {
            sources.add(source.getUnderlyingSource() instanceof EnumerablePropertySource<?> listed
                    ? new Source(source, properties(listed)) : new Source(source, List.of()));
        }
        return new WrittenProperties(sources);
    }

    List<WrittenProperty> all() {
        return sources.stream().flatMap(source -> source.properties().stream()).toList();
    }

    private static List<WrittenProperty> properties(EnumerablePropertySource<?> source) {
        List<WrittenProperty> properties = new ArrayList<>();
        for (String name : source.getPropertyNames()) {
            WrittenProperty property = property(source, name);
            if (property != null) {
                properties.add(property);
            }
        }
        return properties;
    }

    private static @Nullable WrittenProperty property(EnumerablePropertySource<?> source, String name) {
        // a shell takes no dash in a name, but Kubernetes does, and so does Spring Boot
        String upper = name.toUpperCase(Locale.ROOT).replace("CAMEL_COMPONENT_WECHAT-MATERIAL_", VARIABLE);
        if (upper.startsWith(VARIABLE)) {
            return property(source, name, variable(upper, VARIABLE), Notation.VARIABLE);
        }
        if (upper.startsWith(VARIABLE_WITH_DASHES) && !upper.startsWith(PLATFORM)) {
            return property(source, name, variable(upper, VARIABLE_WITH_DASHES), Notation.VARIABLE_WITH_DASHES);
        }
        ConfigurationPropertyName dotted = upper.startsWith("CAMEL.") ? dotted(name) : ConfigurationPropertyName.EMPTY;
        if (!NAME.equals(dotted) && !NAME.isAncestorOf(dotted)) {
            return null;
        }
        List<String> elements = new ArrayList<>();
        for (int i = NAME.getNumberOfElements(); i < dotted.getNumberOfElements(); i++) {
            String element = dotted.getElement(i, Form.ORIGINAL);
            // only a name in a map may be in brackets
            boolean isAccount = i == NAME.getNumberOfElements() + 1;
            elements.add(dotted.chop(i + 1).isLastElementIndexed() && !isAccount ? "[" + element + "]" : element);
        }
        return property(source, name, elements, Notation.DOTTED);
    }

    private static WrittenProperty property(
            EnumerablePropertySource<?> source, String name, List<String> elements, Notation notation) {
        return new WrittenProperty(
                name, elements, notation, isEnvironment(source), source.getProperty(name),
                PropertySourceOrigin.get(source, name), source.getName());
    }

    private static List<String> variable(String upper, String prefix) {
        return Arrays.asList(upper.substring(prefix.length()).toLowerCase(Locale.ROOT).split("_", -1));
    }

    private static ConfigurationPropertyName dotted(String name) {
        try {
            return ConfigurationPropertyName.adapt(name, '.');
        } catch (RuntimeException e) {
            // not a name that Spring Boot can read
            return ConfigurationPropertyName.EMPTY;
        }
    }

    /** As Spring Boot recognizes it. */
    private static boolean isEnvironment(EnumerablePropertySource<?> source) {
        return source instanceof SystemEnvironmentPropertySource && source.getName().toLowerCase(Locale.ROOT)
                .endsWith("systemenvironment");
    }
}
