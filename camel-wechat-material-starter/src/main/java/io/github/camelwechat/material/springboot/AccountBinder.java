package io.github.camelwechat.material.springboot;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

import io.github.camelwechat.material.springboot.AssignedProperties.AssignedSource;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.bind.Bindable;
import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.boot.context.properties.bind.PlaceholdersResolver;
import org.springframework.boot.context.properties.source.ConfigurationProperty;
import org.springframework.boot.context.properties.source.ConfigurationPropertyName;
import org.springframework.boot.context.properties.source.ConfigurationPropertyName.Form;
import org.springframework.boot.context.properties.source.ConfigurationPropertySource;
import org.springframework.core.convert.ConversionService;

/**
 * Binds each account from its own properties. For Spring Boot {@code brand-a} and {@code branda} are one name, so that
 * its own binding gives the values of either account to the other.
 */
final class AccountBinder {

    static final ConfigurationPropertyName ACCOUNTS
            = ConfigurationPropertyName.of(WrittenProperties.PREFIX + "." + PropertyKeys.ACCOUNTS);
    private static final Bindable<WechatMaterialAccountProperties> ACCOUNT
            = Bindable.of(WechatMaterialAccountProperties.class);

    private final AssignedProperties assigned;
    private final PlaceholdersResolver placeholders;
    private final ConversionService conversions;

    AccountBinder(AssignedProperties assigned, PlaceholdersResolver placeholders, ConversionService conversions) {
        this.assigned = assigned;
        this.placeholders = placeholders;
        this.conversions = conversions;
    }

    Map<String, WechatMaterialAccountProperties> accounts() {
        Set<String> names = new TreeSet<>();
        assigned.effective().keySet().stream().map(PropertyKey::account).forEach(name -> {
            if (name != null) {
                names.add(name);
            }
        });
        Map<String, WechatMaterialAccountProperties> accounts = new LinkedHashMap<>();
        names.forEach(name -> accounts.put(name, account(name)));
        return accounts;
    }

    private WechatMaterialAccountProperties account(String name) {
        List<ConfigurationPropertySource> sources = assigned.sources().stream().map(source -> source(source, name)).toList();
        return new Binder(sources, placeholders, conversions, null)
                .bind(ACCOUNTS.append("[" + name + "]"), ACCOUNT).orElseGet(WechatMaterialAccountProperties::new);
    }

    private static ConfigurationPropertySource source(AssignedSource source, String account) {
        return name -> {
            if (!ACCOUNTS.isAncestorOf(name)) {
                return null;
            }
            int last = name.getNumberOfElements() - 1;
            String option = last > ACCOUNTS.getNumberOfElements() ? name.getElement(last, Form.DASHED) : "";
            PropertyKey key = new PropertyKey(account, option);
            ConfigurationProperty listed = property(source, name, key);
            return source.properties().containsKey(key) || source.source().environment() ? listed : unlisted(source, key);
        };
    }

    /** A source may answer names that it does not list. */
    private static @Nullable ConfigurationProperty unlisted(AssignedSource source, PropertyKey key) {
        return source.source().answers(key.property())
                ? source.source().lookup().getConfigurationProperty(ConfigurationPropertyName.adapt(key.property(), '.'))
                : null;
    }

    private static @Nullable ConfigurationProperty property(
            AssignedSource source, ConfigurationPropertyName name, PropertyKey key) {
        WrittenProperty property = source.properties().get(key);
        if (property == null || property.value() == null) {
            return null;
        }
        // a group of options that has none is no value: accounts.brand-a:
        boolean emptyGroup = key.option().isEmpty() && property.isBlank();
        return emptyGroup ? null : new ConfigurationProperty(name, property.value(), property.origin());
    }
}
