package io.github.camelwechat.material.springboot;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.Predicate;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

import org.springframework.boot.context.properties.source.ConfigurationPropertySources;
import org.springframework.core.env.EnumerablePropertySource;
import org.springframework.core.env.Environment;
import org.springframework.util.ClassUtils;

/** Finds properties of a component that is not there and whose name is nearly that of this one. */
final class ComponentNameCheck {

    private static final String COMPONENT = "wechatmaterial";
    private static final int FEW_EDITS = 2;
    /** The name of the component, and the part after it. */
    private static final Pattern DOTTED = Pattern.compile("camel[.]component[.]([^.\\[]+)[.]([^.\\[]+).*");
    private static final Pattern WHOLE = Pattern.compile("(?i)camel_component_wechat[_-]?material");
    private static final Pattern VARIABLE = Pattern.compile("camel_component_([^_]+)_([^_]+).*");

    private final Predicate<String> beans;

    /** @param beans whether there is a bean of a name, which may be a component */
    ComponentNameCheck(Predicate<String> beans) {
        this.beans = beans;
    }

    List<String> problems(Environment environment) {
        List<String> problems = new ArrayList<>();
        ConfigurationPropertySources.get(environment).forEach(source -> {
            if (source.getUnderlyingSource() instanceof EnumerablePropertySource<?> listed) {
                for (String name : listed.getPropertyNames()) {
                    if (WHOLE.matcher(name).matches() || isInBrackets(name)) {
                        problems.add(name + " (" + listed.getName() + ") is not read; write " + WrittenProperties.PREFIX
                                     + " and the option, with dots");
                    } else if (isMisspelt(name) && !isReadWithDash(listed, name)) {
                        problems.add(name + " (" + listed.getName() + ") sets nothing, as there is no such component; the"
                                     + " nearest is " + WrittenProperties.PREFIX);
                    }
                }
            }
        });
        return problems;
    }

    /** Spring Boot reads no brackets in the name of a component. */
    private static boolean isInBrackets(String name) {
        int bracket = name.indexOf('[');
        String dotted = name.toLowerCase(Locale.ROOT).replace("[", ".").replace("]", "");
        return bracket >= 0 && bracket < WrittenProperties.PREFIX.length() && dotted.startsWith(WrittenProperties.PREFIX);
    }

    /** Some sources of secrets list each name a second time, with dots in place of its dashes. */
    private static boolean isReadWithDash(EnumerablePropertySource<?> source, String name) {
        return Stream.of(source.getPropertyNames()).anyMatch(
                other -> other.startsWith(WrittenProperties.PREFIX) && other.replace('-', '.').equals(name));
    }

    private boolean isMisspelt(String name) {
        boolean dotted = name.indexOf('.') >= 0;
        Matcher parts = (dotted ? DOTTED : VARIABLE).matcher(name.toLowerCase(Locale.ROOT));
        if (!parts.matches()) {
            return false;
        }
        String first = parts.group(1);
        int edits = OptionNames.distance(OptionNames.uniform(first), COMPONENT);
        int editsOfBoth = OptionNames.distance(OptionNames.uniform(first + parts.group(2)), COMPONENT);
        boolean variableWithDashes = !dotted && editsOfBoth == 0;
        return !variableWithDashes && edits != 0 && Math.min(edits, editsOfBoth) <= FEW_EDITS && !isComponent(first)
                && !beans.test(first);
    }

    private static boolean isComponent(String name) {
        ClassLoader loader = ClassUtils.getDefaultClassLoader();
        return loader != null && loader.getResource("META-INF/services/org/apache/camel/component/" + name) != null;
    }
}
