package io.github.camelwechat.material.springboot;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;

import org.springframework.beans.factory.config.BeanFactoryPostProcessor;
import org.springframework.beans.factory.config.ConfigurableListableBeanFactory;
import org.springframework.core.env.Environment;

/**
 * The check, before anything is bound, that each property below {@code camel.component.wechat-material} sets an option.
 * Spring Boot would ignore all others.
 */
final class KeyCheck implements BeanFactoryPostProcessor {

    private static final Set<String> BEANS = Set.of("", PropertyKeys.CONFIGURATION, "ssl-context-parameters");

    private final Environment environment;

    KeyCheck(Environment environment) {
        this.environment = environment;
    }

    @Override
    public void postProcessBeanFactory(ConfigurableListableBeanFactory beanFactory) {
        AssignedProperties assigned = new AssignedProperties(WrittenProperties.of(environment));
        List<String> problems = new ArrayList<>(assigned.problems());
        problems.addAll(new ComponentNameCheck(beanFactory::containsBeanDefinition).problems(environment));
        Map<PropertyKey, WrittenProperty> effective = assigned.effective();
        effective.forEach((key, property) -> {
            if (BEANS.contains(key.option()) && !property.isBlank()) {
                checkReference(property, problems);
            }
            PropertyKey whole = new PropertyKey(key.entry(), "");
            WrittenProperty bean = effective.get(whole);
            if (key.entry() != null && !key.equals(whole) && bean != null && !bean.isBlank()) {
                problems.add(property.where() + " is not read, as the " + key.entry().kind().noun()
                             + " is a bean; set the option there");
            }
        });
        InvalidPropertiesException.throwIfAny(problems);
    }

    private void checkReference(WrittenProperty property, List<String> problems) {
        String value = environment.resolvePlaceholders(String.valueOf(property.value()));
        // a placeholder that is left is an error of its own
        if (!value.startsWith("#") && !value.contains("${")) {
            problems.add(property.where() + " has to refer to a bean: #bean:name");
        }
    }
}
