package io.github.camelwechat.material.springboot;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import org.springframework.boot.context.properties.source.ConfigurationPropertySources;
import org.springframework.core.env.EnumerablePropertySource;
import org.springframework.core.env.Environment;
import org.springframework.util.ClassUtils;

/** Finds properties of a component that there is not, and whose name is nearly that of this one. */
final class ComponentNameCheck {

    private static final String COMPONENT = "wechatmaterial";
    private static final int FEW_EDITS = 2;
    /** The name of the component, and the part after it. */
    private static final Pattern DOTTED = Pattern.compile("camel[.]component[.]([^.\\[]+)[.]([^.\\[]+).*");
    private static final Pattern VARIABLE = Pattern.compile("camel_component_([^_]+)_([^_]+).*");

    private ComponentNameCheck() {
    }

    static List<String> problems(Environment environment) {
        List<String> problems = new ArrayList<>();
        ConfigurationPropertySources.get(environment).forEach(source -> {
            if (source.getUnderlyingSource() instanceof EnumerablePropertySource<?> listed) {
                for (String name : listed.getPropertyNames()) {
                    if (isMisspelt(name)) {
                        problems.add(name + " (" + listed.getName() + ") sets nothing, as there is no such component; the"
                                     + " nearest is " + WrittenProperties.PREFIX);
                    }
                }
            }
        });
        return problems;
    }

    private static boolean isMisspelt(String name) {
        boolean dotted = name.indexOf('.') >= 0;
        Matcher parts = (dotted ? DOTTED : VARIABLE).matcher(name.toLowerCase(Locale.ROOT));
        if (!parts.matches()) {
            return false;
        }
        String first = parts.group(1);
        int edits = OptionNames.distance(OptionNames.uniform(first), COMPONENT);
        int editsOfBoth = OptionNames.distance(OptionNames.uniform(first + parts.group(2)), COMPONENT);
        boolean variableWithDashes = !dotted && editsOfBoth == 0;
        return !variableWithDashes && edits != 0 && Math.min(edits, editsOfBoth) <= FEW_EDITS && !isComponent(first);
    }

    private static boolean isComponent(String name) {
        ClassLoader loader = ClassUtils.getDefaultClassLoader();
        return loader != null && loader.getResource("META-INF/services/org/apache/camel/component/" + name) != null;
    }
}
