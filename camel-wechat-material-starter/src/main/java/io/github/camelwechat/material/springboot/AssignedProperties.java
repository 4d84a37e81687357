package io.github.camelwechat.material.springboot;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import io.github.camelwechat.material.springboot.WrittenProperties.Source;
import io.github.camelwechat.material.springboot.WrittenProperty.Notation;
import org.jspecify.annotations.Nullable;

/**
 * The options that the written properties set. A variable of the environment cannot spell the dash in the name of an
 * account or platform: so an entry of variables completes the entry of a file that has the same name but for its
 * dashes.
 */
final class AssignedProperties {

    /** @param properties of the component only, by what they set */
    record AssignedSource(Source source, Map<PropertyKey, WrittenProperty> properties) {
    }

    private final PropertyKeys keys = new PropertyKeys();
    private final Map<WrittenProperty, PropertyKey> written = new LinkedHashMap<>();
    private final Set<String> problems = new LinkedHashSet<>();
    private final Map<EntryName, EntryName> joined = new HashMap<>();
    private final List<AssignedSource> sources = new ArrayList<>();

    AssignedProperties(WrittenProperties properties) {
        List<WrittenProperty> all = properties.all();
        all.stream().filter(property -> property.notation() == Notation.DOTTED)
                .forEach(property -> put(property, keys.dotted(property, problems::add)));
        Set<EntryName> inFiles = entries(false);
        variables(all, Notation.VARIABLE).forEach(property -> putVariable(property, keys.variable(property)));
        Set<EntryName> names = entries(null);
        variables(all, Notation.VARIABLE_WITH_DASHES)
                .forEach(property -> putVariable(property, keys.variableWithDashes(property, names)));
        entries(true).stream().filter(name -> !inFiles.contains(name)).forEach(name -> join(name, names));
        all.stream().filter(property -> property.notation() != Notation.DOTTED && !property.environment())
                .forEach(property -> refuseName(property, names));
        properties.sources().forEach(source -> sources.add(new AssignedSource(source, assigned(source))));
    }

    /** {@return what is wrong with the names; empty if each sets an option} */
    List<String> problems() {
        return List.copyOf(problems);
    }

    List<AssignedSource> sources() {
        return sources;
    }

    /** {@return the properties that count, of several for one option that of the first source} */
    Map<PropertyKey, WrittenProperty> effective() {
        Map<PropertyKey, WrittenProperty> effective = new LinkedHashMap<>();
        sources.forEach(source -> source.properties().forEach(effective::putIfAbsent));
        return effective;
    }

    /** {@return the names of variables that stand for another entry} */
    Set<EntryName> joinedNames() {
        return joined.keySet();
    }

    private static Stream<WrittenProperty> variables(List<WrittenProperty> all, Notation notation) {
        return all.stream().filter(property -> property.notation() == notation && property.environment());
    }

    /** Spring Boot does not read a variable's name in a file. */
    private void refuseName(WrittenProperty property, Set<EntryName> names) {
        Optional<PropertyKey> key = property.notation() == Notation.VARIABLE
                ? keys.variable(property) : keys.variableWithDashes(property, names);
        String right = key.map(found -> found.entry() == null
                ? found
                : new PropertyKey(meant(found.entry(), names).findFirst().orElse(found.entry()), found.option()))
                .map(PropertyKey::property).orElse(WrittenProperties.PREFIX + ".…");
        problems.add(property.where() + " is a name for the environment only, and is not read here; write " + right);
    }

    private void putVariable(WrittenProperty property, Optional<PropertyKey> key) {
        put(property, key);
        if (key.isEmpty()) {
            problems.add("The variable " + property.name() + " sets nothing; the nearest right one is "
                         + keys.nearestVariable(property));
        }
    }

    private void put(WrittenProperty property, Optional<PropertyKey> key) {
        key.ifPresent(found -> written.put(property, found));
    }

    /** @param environment null for both */
    private Set<EntryName> entries(@Nullable Boolean environment) {
        Set<EntryName> names = new TreeSet<>();
        written.forEach((property, key) -> {
            if (key.entry() != null && (environment == null || environment == property.environment())) {
                names.add(key.entry());
            }
        });
        return names;
    }

    private void join(EntryName name, Set<EntryName> names) {
        List<EntryName> meant = meant(name, names).toList();
        if (meant.size() == 1) {
            joined.put(name, meant.get(0));
        } else if (meant.size() > 1) {
            written.forEach((property, key) -> {
                if (name.equals(key.entry())) {
                    problems.add(property.name() + " may mean the " + name.kind().noun() + " "
                                 + meant.stream().map(EntryName::name).collect(Collectors.joining(" or ")) + "; write "
                                 + meant.stream().map(other -> new PropertyKey(other, key.option()).variableWithDashes())
                                         .collect(Collectors.joining(" or ")));
                }
            });
        }
    }

    /** {@return the entries that have this name but for their dashes} */
    private static Stream<EntryName> meant(EntryName name, Set<EntryName> names) {
        return names.stream().filter(name::isUniformOf);
    }

    private Map<PropertyKey, WrittenProperty> assigned(Source source) {
        Map<PropertyKey, WrittenProperty> assigned = new LinkedHashMap<>();
        for (WrittenProperty property : source.properties()) {
            PropertyKey key = written.get(property);
            if (key == null) {
                continue;
            }
            EntryName entry = key.entry();
            PropertyKey meant = entry == null
                    ? key
                    : new PropertyKey(joined.getOrDefault(entry, entry), key.option());
            WrittenProperty other = assigned.putIfAbsent(meant, property);
            if (other != null && !Objects.equals(other.value(), property.value())) {
                problems.add(property.where() + " and " + other.where() + " set the same option; remove one of them");
            }
        }
        return assigned;
    }
}
