package io.github.camelwechat.material.springboot;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

import io.github.camelwechat.material.springboot.AssignedProperties.AssignedSource;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.BeanUtils;
import org.springframework.boot.context.properties.bind.Bindable;
import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.boot.context.properties.bind.PlaceholdersResolver;
import org.springframework.boot.context.properties.source.ConfigurationProperty;
import org.springframework.boot.context.properties.source.ConfigurationPropertyName;
import org.springframework.boot.context.properties.source.ConfigurationPropertyName.Form;
import org.springframework.boot.context.properties.source.ConfigurationPropertySource;
import org.springframework.core.convert.ConversionService;

/**
 * Binds each account and each platform from its own properties. For Spring Boot {@code brand-a} and {@code branda} are
 * one name, so that its own binding gives the values of either entry to the other.
 */
final class EntryBinder {

    private final AssignedProperties assigned;
    private final PlaceholdersResolver placeholders;
    private final ConversionService conversions;

    EntryBinder(AssignedProperties assigned, PlaceholdersResolver placeholders, ConversionService conversions) {
        this.assigned = assigned;
        this.placeholders = placeholders;
        this.conversions = conversions;
    }

    /** {@return the entries of a kind by their names} */
    <T> Map<String, T> entries(EntryKind kind, Class<T> type) {
        Set<EntryName> names = new TreeSet<>();
        assigned.effective().keySet().stream().map(PropertyKey::entry).forEach(entry -> {
            if (entry != null && entry.kind() == kind) {
                names.add(entry);
            }
        });
        Map<String, T> entries = new LinkedHashMap<>();
        names.forEach(name -> entries.put(name.name(), entry(name, type)));
        return entries;
    }

    private <T> T entry(EntryName entry, Class<T> type) {
        List<ConfigurationPropertySource> sources = assigned.sources().stream().map(source -> source(source, entry)).toList();
        return new Binder(sources, placeholders, conversions, null)
                .bind(entry.kind().propertyName().append("[" + entry.name() + "]"), Bindable.of(type))
                .orElseGet(() -> BeanUtils.instantiateClass(type));
    }

    private static ConfigurationPropertySource source(AssignedSource source, EntryName entry) {
        ConfigurationPropertyName group = entry.kind().propertyName();
        return name -> {
            if (!group.isAncestorOf(name)) {
                return null;
            }
            int last = name.getNumberOfElements() - 1;
            String option = last > group.getNumberOfElements() ? name.getElement(last, Form.DASHED) : "";
            PropertyKey key = new PropertyKey(entry, option);
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
