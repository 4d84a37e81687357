package io.github.camelwechat.material.springboot;

import java.beans.PropertyDescriptor;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

import io.github.camelwechat.material.WechatMaterialConfiguration;
import org.apache.camel.CamelContext;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.BeanWrapper;
import org.springframework.beans.PropertyAccessorFactory;
import org.springframework.boot.context.properties.bind.PlaceholdersResolver;
import org.springframework.boot.context.properties.bind.PropertySourcesPlaceholdersResolver;
import org.springframework.boot.convert.ApplicationConversionService;
import org.springframework.core.env.Environment;

/**
 * Completes the properties that Spring Boot has bound: by accounts and platforms, and by resolving Camel's
 * placeholders. Refuses them where a value is missing then.
 */
final class PropertyReader {

    private static final Logger LOG = LoggerFactory.getLogger(PropertyReader.class);
    private static final Pattern PLACEHOLDER = Pattern.compile("\\$\\{.*}|\\{\\{.*}}", Pattern.DOTALL);
    private static final String INTERIM = PropertyKeys.CONFIGURATION + ".";

    private final CamelContext camelContext;
    private final Environment environment;
    private final BeanReferenceConverter beans;
    private final List<String> problems = new ArrayList<>();

    PropertyReader(CamelContext camelContext, Environment environment, BeanReferenceConverter beans) {
        this.camelContext = camelContext;
        this.environment = environment;
        this.beans = beans;
    }

    /**
     * @param  properties                 as Spring Boot has bound them; gets accounts and platforms
     * @throws InvalidPropertiesException if an account or platform is not complete, or a placeholder is left
     */
    ComponentOptions read(WechatMaterialComponentConfiguration properties) {
        AssignedProperties assigned = new AssignedProperties(WrittenProperties.of(environment));
        // of sources that were not there when the keys were checked
        problems.addAll(assigned.problems());
        Map<PropertyKey, WrittenProperty> effective = assigned.effective();
        EntryBinder binder = binder(assigned);
        Map<String, WechatMaterialAccountProperties> accounts
                = binder.entries(EntryKind.ACCOUNT, WechatMaterialAccountProperties.class);
        Map<String, WechatMaterialPlatformProperties> platforms
                = binder.entries(EntryKind.PLATFORM, WechatMaterialPlatformProperties.class);
        resolve(null, "", properties, effective);
        WechatMaterialConfiguration interim = properties.getConfiguration();
        if (interim != null && !effective.containsKey(new PropertyKey(null, PropertyKeys.CONFIGURATION))) {
            resolve(null, INTERIM, interim, effective);
        }
        accounts.forEach((name, account) -> {
            if (account.bean() == null) {
                EntryName entry = new EntryName(EntryKind.ACCOUNT, name);
                resolve(entry, "", account, effective);
                requireCredentials(entry, account, accounts.keySet());
            }
        });
        platforms.forEach((name, platform) -> {
            if (platform.bean() == null) {
                EntryName entry = new EntryName(EntryKind.PLATFORM, name);
                resolve(entry, "", platform, effective);
                requireCredentials(entry, platform, platforms.keySet());
            }
        });
        InvalidPropertiesException.throwIfAny(problems);
        warnOfInterim(effective);
        properties.setAccounts(accounts);
        properties.setPlatforms(platforms);
        return new ComponentOptions(properties, assigned.joinedNames());
    }

    private EntryBinder binder(AssignedProperties assigned) {
        ApplicationConversionService conversions = new ApplicationConversionService();
        conversions.addConverter(beans);
        PlaceholdersResolver spring = new PropertySourcesPlaceholdersResolver(environment);
        // before the conversion to a number or a duration
        PlaceholdersResolver both = value -> {
            Object plain = spring.resolvePlaceholders(value);
            return plain instanceof String text ? resolved(text).orElse(text) : plain;
        };
        return new EntryBinder(assigned, both, conversions);
    }

    private void resolve(
            @Nullable EntryName entry, String group, Object bean, Map<PropertyKey, WrittenProperty> effective) {
        BeanWrapper wrapper = PropertyAccessorFactory.forBeanPropertyAccess(bean);
        for (PropertyDescriptor descriptor : wrapper.getPropertyDescriptors()) {
            String name = descriptor.getName();
            if (descriptor.getPropertyType() == String.class && wrapper.getPropertyValue(name) instanceof String text) {
                PropertyKey key = new PropertyKey(entry, group + OptionNames.dashed(name));
                Optional<String> resolved = resolved(text);
                if (resolved.filter(value -> !PLACEHOLDER.matcher(value).find()).isEmpty()) {
                    WrittenProperty property = effective.get(key);
                    problems.add((property == null ? key.property() : property.where())
                                 + " has a placeholder that nothing resolves; check that the variable or property exists"
                                 + " (${NAME} of Spring, {{env:NAME}} of Camel)");
                } else {
                    wrapper.setPropertyValue(name, resolved.get());
                }
            }
        }
    }

    /** Camel's exception would show the text. */
    private Optional<String> resolved(String text) {
        try {
            return text.contains("{{")
                    ? Optional.ofNullable(camelContext.resolvePropertyPlaceholders(text))
                    : Optional.of(text);
        } catch (RuntimeException e) {
            return Optional.empty();
        }
    }

    private void requireCredentials(EntryName entry, WechatMaterialAccountProperties account, Set<String> all) {
        if (!isBlank(account.getPlatform())) {
            require(new PropertyKey(entry, "app-id"), account.getAppId(), all);
        } else if (isBlank(account.getAccessToken())) {
            require(new PropertyKey(entry, "app-id"), account.getAppId(), all);
            require(new PropertyKey(entry, "secret"), account.getSecret(), all);
        }
    }

    private void requireCredentials(EntryName entry, WechatMaterialPlatformProperties platform, Set<String> all) {
        require(new PropertyKey(entry, "app-id"), platform.getAppId(), all);
        require(new PropertyKey(entry, "secret"), platform.getSecret(), all);
        require(new PropertyKey(entry, "token"), platform.getToken(), all);
        require(new PropertyKey(entry, "secret-key"), platform.getSecretKey(), all);
        require(new PropertyKey(entry, "store"), platform.getStore(), " to memory or file:DIR", all);
    }

    private void require(PropertyKey key, @Nullable String value, Set<String> all) {
        require(key, value, "", all);
    }

    /** @param to the values that there are; empty where it is any text */
    private void require(PropertyKey key, @Nullable String value, String to, Set<String> all) {
        EntryName entry = key.entry();
        if (entry != null && isBlank(value)) {
            boolean ambiguous = all.stream().filter(name -> new EntryName(entry.kind(), name).isLike(entry)).count() > 1;
            problems.add("The " + entry + " has no " + key.option() + "; set the variable "
                         + (ambiguous ? key.variableWithDashes() : key.variable()) + " or the property " + key.property() + to);
        }
    }

    private static boolean isBlank(@Nullable String value) {
        return value == null || value.isBlank();
    }

    private static void warnOfInterim(Map<PropertyKey, WrittenProperty> effective) {
        effective.forEach((key, property) -> {
            if (key.option().startsWith(INTERIM)) {
                PropertyKey replacement = new PropertyKey(null, key.option().substring(INTERIM.length()));
                LOG.warn("{} is deprecated; {}", property.where(), effective.containsKey(replacement)
                        ? replacement.property() + " is set and counts" : "write " + replacement.property());
            }
        });
    }
}
